import BookStorage
import LedgerCore
import LedgerTesting
import SQLiteStorage
import TestSupport
import Testing

/// Recording together in a file, beside what the contract promises of it.
@Suite struct TogetherTests {
  @Test func `what others wait for in vain names the file`() throws {
    let path = try Scratch.newPath()
    let ledger = try SQLiteLedger.make(at: path)
    let other = try SQLiteLedger.open(path, for: .recording, waitingSeconds: 0.05)
    try ledger.together {
      try ledger.recordEvents("a")
      #expect(throws: LedgerError.busy(path: path)) { try other.recordEvents("b") }
      #expect(try other.entries(limit: nil).isEmpty)
    }
  }
}

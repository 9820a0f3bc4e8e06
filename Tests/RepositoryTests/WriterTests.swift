import Foundation
import LedgerCore
import LedgerTesting
import SQLite
import TestSupport
import Testing

@testable import BookStorage
@testable import SQLiteStorage

/// Several programs that record in one book.
@Suite struct WriterTests {
  @Test func `a writer that waited in vain says that the book is busy`() throws {
    let path = try Scenario.bookFile()
    try Data().write(to: URL(fileURLWithPath: path + "-lock"))
    let holder = try #require(FileHandle(forUpdatingAtPath: path + "-lock"))
    #expect(flock(holder.fileDescriptor, LOCK_EX | LOCK_NB) == 0)
    let ledger = try SQLiteLedger.open(path, for: .recording, waitingSeconds: 0.1)
    let clock = ContinuousClock()
    let waited = clock.measure {
      #expect(throws: LedgerError.busy(path: path)) {
        try ledger.record([event("new")], as: draft())
      }
    }
    #expect(waited >= .milliseconds(100))
    #expect(waited < .seconds(5))

    #expect(flock(holder.fileDescriptor, LOCK_UN) == 0)
    #expect(try ledger.record([event("new")], as: draft()).entry == Scenario.entries + 1)
  }

  @Test func `a reader does not wait for a writer`() throws {
    let path = try Scenario.bookFile()
    try Data().write(to: URL(fileURLWithPath: path + "-lock"))
    let holder = try #require(FileHandle(forUpdatingAtPath: path + "-lock"))
    #expect(flock(holder.fileDescriptor, LOCK_EX | LOCK_NB) == 0)
    let ledger = try SQLiteLedger.open(path, for: .reading, waitingSeconds: 0)
    #expect(try ledger.entries(limit: nil).count == Int(Scenario.entries))
  }

  @Test func `a writer lets go of the lock when it has recorded, or been refused`() throws {
    let path = try Scenario.bookFile()
    let first = try SQLiteLedger.open(path, for: .recording, waitingSeconds: 0.1)
    let second = try SQLiteLedger.open(path, for: .recording, waitingSeconds: 0.1)
    for number in 0..<5 {
      _ = try first.record([event("first\(number)")], as: draft())
      #expect(throws: LedgerError.self) {
        try first.void(99, reason: "not there", as: draft())
      }
      _ = try second.record([event("second\(number)")], as: draft())
    }
    #expect(try first.entries(limit: nil).map(\.number) == (1...Scenario.entries + 10).reversed())
  }

  @Test func `a program that writes without the lock makes the book busy too`() throws {
    let path = try Scenario.bookFile()
    let ledger = try SQLiteLedger.open(path, for: .recording, waitingSeconds: 0.1)
    let shell = try Connection(path: path, mode: .readWrite)
    try shell.execute("BEGIN IMMEDIATE")
    #expect(throws: LedgerError.busy(path: path)) {
      try ledger.record([event("new")], as: draft())
    }
    try shell.execute("ROLLBACK")
    #expect(try ledger.record([event("new")], as: draft()).entry == Scenario.entries + 1)
  }

  @Test func `many writers at once all get their turn`() async throws {
    let path = try Scratch.newPath()
    let first = try SQLiteLedger.make(at: path)
    try first.recordEvents("a")
    let writers = 4
    let rounds = 10
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<writers {
        group.addTask {
          let ledger = try SQLiteLedger.open(path, for: .recording)
          for round in 0..<rounds {
            _ = try ledger.record([sale(order: "\(writer)-\(round)")], as: draft())
            _ = try ledger.record([sale(order: "shared-\(round)")], as: draft())
          }
          try ledger.close()
        }
      }
      try await group.waitForAll()
    }
    let numbers = try first.entries(limit: nil).map(\.number)
    #expect(numbers == (1...Int64(1 + writers * rounds + rounds)).reversed())
    let totals = try first.totals(of: uk, during: .always)
    #expect(totals.credited.map(\.orders) == [Int64(writers * rounds + rounds)])
    let model = try ModelBook(factsOf: path).facts()
    #expect(totals == model.totals(of: uk, during: .always))
  }
}

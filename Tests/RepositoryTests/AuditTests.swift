import LedgerCore
import LedgerTesting
import TestSupport
import Testing

@testable import BookStorage
@testable import SQLiteStorage

/// Likely mistakes in a book in SQLite, beside what the contract promises of them.
@Suite struct AuditTests {
  @Test func `every rule is applied`() throws {
    let ledger = try SQLiteLedger.inMemory()
    let checked = try ledger.verify(VerificationPlan()).checked[.audit]
    #expect(checked == Int64(AuditRule.allCases.count))
  }

  @Test func `a book of before has no acceptances, and takes one`() throws {
    let path = try Scratch.newPath()
    let version = try #require(
      Migration.all.firstIndex { $0.name.hasSuffix("_create_acceptance") })
    _ = try OldBook.make(at: path, version: version)
    _ = try SQLiteLedger.upgrade(path, keepsCopy: false)
    let ledger = try SQLiteLedger.open(path, for: .recording)
    _ = try ledger.record([sale(order: "9", currency: jpy)], as: draft())
    let record = try ledger.accept(
      .foreignCurrency, of: ["UK/JPY"], reason: "tourists", as: draft())
    #expect(record.entry == 5)
    #expect(try ledger.verify(VerificationPlan()).flaws == [])
    #expect(!(try ledger.verify(VerificationPlan()).open.keys.contains(.foreignCurrency)))
  }
}

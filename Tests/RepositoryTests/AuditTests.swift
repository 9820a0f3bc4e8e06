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

  @Test func `a character that nobody sees in a key of before is found`() throws {
    let ledger = try SQLiteLedger.inMemory()
    for (source, order) in [("shop", "o1"), ("shop", "o1\u{200B}"), ("sh\u{AD}op", "o2")] {
      let old = try Sale(
        recorded: source, order: order, line: 1, kind: .sale, product: nil, quantity: 1,
        amount: Money(micros: 1, currency: gbp), at: instant("2021-12-08T18:30Z"),
        notBefore: nil, observedAt: nil, event: nil, market: uk)
      _ = try ledger.record([old], as: draft())
    }
    let findings = try ledger.verify(VerificationPlan()).findings
    #expect(
      findings.map { "\($0.rule.rawValue) \($0.entry ?? 0) \($0.detail)" } == [
        "invisible-character 2 has the invisible character U+200B",
        "invisible-character 3 has the invisible character U+00AD",
        "sale-recorded-twice 2 1 line is also in shop/o1",
      ])
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

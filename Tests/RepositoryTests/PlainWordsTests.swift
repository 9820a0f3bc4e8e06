import BookStorage
import LedgerCore
import LedgerTesting
import SQLite
import TestSupport
import Testing

@testable import SQLiteStorage

/// Words in entries from before digests left them out, which stay where they are.
@Suite struct PlainWordsTests {
  /// A book whose first four entries have recipe 1; the last one has a note and a membership.
  private func ledger() throws -> (path: String, ledger: SQLiteLedger) {
    let path = try Scratch.newPath()
    // It gets its digests when it is brought up to date.
    let version = try #require(Migration.all.firstIndex { $0.name.hasSuffix("_create_digest") })
    _ = try OldBook.make(at: path, version: version)
    let connection = try Connection(path: path, mode: .readWrite)
    try connection.execute(
      """
      INSERT INTO entry (number, recorded_at, command, note, events, audience_counts, sales,
        memberships)
      VALUES (4, 1638986400000, 'old', 'call Amy', 0, 0, 0, 1);
      INSERT INTO membership (market, creator, platform, joined_on, entry)
      VALUES ('UK', 'Amy', '', 18962, 4);
      """)
    _ = try SQLiteLedger.upgrade(path, keepsCopy: false)
    let ledger = try SQLiteLedger.open(path, for: .recording, salts: Backend.salts)
    return (path, ledger)
  }

  @Test func `words of old entries cannot be forgotten, and it says where they are`() throws {
    let (_, ledger) = try ledger()
    let receipts = try ledger.entries(limit: nil).map(\.receipt)
    let name = try ledger.forget(.creator("Amy"), as: draft())
    #expect(name == Forgetting(receipt: nil, forgotten: 0, plain: [1, 4]))
    let note = try ledger.forget(.note(ofEntry: 4), as: draft())
    #expect(note == Forgetting(receipt: nil, forgotten: 0, plain: [4]))
    #expect(try ledger.entries(limit: nil).map(\.receipt) == receipts)
    #expect(try ledger.totals("a").event.creators.map(\.name) == ["Amy"])
  }

  @Test func `the same words in newer entries are forgotten`() throws {
    let (path, ledger) = try ledger()
    let receipts = try ledger.entries(limit: nil).compactMap(\.receipt)
    _ = try ledger.record(
      [event("b", creators: [Creator(name: "Amy", role: .host)])], as: draft(note: "call Amy"))
    let name = try ledger.forget(.creator("Amy"), as: draft())
    #expect(name.forgotten == 1)
    #expect(name.plain == [1, 4])
    // An old entry's note and a newer one's are one text, which is forgotten by either.
    let old = try ledger.forget(.note(ofEntry: 4), as: draft())
    #expect(old.forgotten == 1)
    #expect(old.plain == [4])
    _ = try ledger.record([event("c")], as: draft(note: "call Amy"))
    let new = try ledger.forget(.note(ofEntry: 8), as: draft())
    #expect(new.forgotten == 1)
    #expect(new.plain == [4])
    #expect(try ledger.totals("b").event.creators.map(\.name).allSatisfy { $0 != "Amy" })
    #expect(try ledger.totals("a").event.creators.map(\.name) == ["Amy"])
    #expect(try ledger.verify(VerificationPlan(receipts: receipts)).flaws == [])
    try checkScript(path, ledger)
  }

  @Test func `the end of an old membership has the name as the old entry has it`() throws {
    let (path, ledger) = try ledger()
    let left = try membership(left: "2022-03-01", reason: "ill")
    #expect(try ledger.record([left], as: draft()).outcomes == [.recorded])
    #expect(try ledger.memberships(in: uk, asOf: nil) == [left])
    #expect(try ledger.verify(VerificationPlan()).flaws == [])
    let name = try ledger.forget(.creator("Amy"), as: draft())
    #expect(name.forgotten == 1)
    #expect(name.plain == [1, 4, 5])
    #expect(try ledger.verify(VerificationPlan()).flaws == [])
    try checkScript(path, ledger)
  }

  @Test func `an old show is amended, and its creators stand as hashes from then on`() throws {
    let (path, ledger) = try ledger()
    var amendment = EventAmendment()
    amendment.title = "A"
    _ = try ledger.amend(EventKey("a"), amendment, as: draft())
    let name = try ledger.forget(.creator("Amy"), as: draft())
    #expect(name.forgotten == 1)
    #expect(name.plain == [1, 4])
    #expect(try ledger.totals("a").event.creators.map(\.name).allSatisfy { $0 != "Amy" })
    #expect(try ledger.verify(VerificationPlan()).flaws == [])
    try checkScript(path, ledger)
  }

  /// The script in the documentation has to make the digests of both recipes.
  private func checkScript(_ path: String, _ ledger: SQLiteLedger) throws {
    let check = try DigestScript.run(on: path)
    let receipts = try ledger.entries(limit: nil).reversed().compactMap(\.receipt)
    #expect(check.lines == receipts.map(\.description))
    #expect(check.status == 0)
  }
}

import LedgerCore
import LedgerTesting
import SQLite
import TestSupport
import Testing

@testable import BookStorage
@testable import SQLiteStorage

/// Questions that are kept under names.
@Suite struct SavedQueryTests {
  let path: String
  let ledger: SQLiteLedger

  init() throws {
    path = try Scratch.newPath()
    ledger = try SQLiteLedger.make(at: path)
  }

  private func question(_ statement: String, name: String = "mine") throws -> SavedQuery {
    try SavedQuery(
      name: name, statement: statement, description: "What is it?",
      parameters: [.init(name: "since", type: "instant", value: "2021-01-01T00:00Z")])
  }

  private func statement(of name: String) throws -> String? {
    try ledger.savedQuery(name).query.statement
  }

  @Test func `a question comes back as it was saved`() throws {
    let saved = try question("SELECT :since")
    let recording = try ledger.record(saved, as: draft())
    #expect(recording.entry == 1)
    let found = try ledger.savedQuery("mine")
    #expect(found.query == saved)
    #expect(found.version == 1)
    #expect(try ledger.entry(1)?.counts == Entry.Counts(.questions, 1))
    #expect(try ledger.verify(VerificationPlan()).flaws == [])
  }

  @Test func `the same question again is not recorded again`() throws {
    _ = try ledger.record(question("SELECT :since"), as: draft())
    let again = try ledger.record(question("SELECT :since"), as: draft())
    #expect(again.outcomes == [.alreadyRecorded])
    #expect(try ledger.entries(limit: nil).count == 1)
  }

  @Test func `versions stay, and a void brings the one before back`() throws {
    _ = try ledger.record(question("SELECT :since"), as: draft())
    _ = try ledger.record(question("SELECT :since, 2"), as: draft())
    #expect(try statement(of: "mine") == "SELECT :since, 2")
    #expect(try ledger.versions(ofQuery: "mine").map(\.version) == [1, 2])
    _ = try ledger.void(2, reason: "wrong", as: draft())
    #expect(try statement(of: "mine") == "SELECT :since")
    #expect(try ledger.versions(ofQuery: "mine").map(\.voidedBy) == [nil, 3])
    #expect(try ledger.verify(VerificationPlan()).flaws == [])
  }

  @Test func `a retired question is gone, and its versions are not`() throws {
    _ = try ledger.record(question("SELECT :since"), as: draft())
    let entry = try ledger.retireQuery("mine", as: draft()).entry
    #expect(entry == 2)
    #expect(throws: LedgerError.self) { try ledger.savedQuery("mine") }
    #expect(throws: LedgerError.self) { try ledger.retireQuery("mine", as: draft()) }
    #expect(try ledger.versions(ofQuery: "mine").count == 2)
    _ = try ledger.void(entry, reason: "too early", as: draft())
    #expect(try statement(of: "mine") == "SELECT :since")
  }

  @Test func `a question of the book goes before one that ships, until it is retired`() throws {
    let shipped = try #require(try statement(of: "months"))
    _ = try ledger.record(question("SELECT :since", name: "months"), as: draft())
    #expect(try statement(of: "months") == "SELECT :since")
    _ = try ledger.retireQuery("months", as: draft())
    #expect(try statement(of: "months") == shipped)
    #expect(throws: LedgerError.self) { try ledger.retireQuery("months", as: draft()) }
  }

  @Test(arguments: ShippedQueries.all.map(\.name))
  func `what ships passes the gate, and names its parameters`(name: String) throws {
    let question = try ledger.savedQuery(name).query
    let statement = try #require(question.statement)
    let reader = try SQLiteLedger.open(path, for: .reading)
    #expect(
      try reader.parameters(of: Query(statement)) == question.parameters.map { ":\($0.name)" })
  }

  @Test(arguments: ["", "A", "a b", "é", String(repeating: "a", count: 65)])
  func `a name is short and in lower case`(name: String) {
    #expect(throws: LedgerError.self) { try question("SELECT 1", name: name) }
  }

  @Test func `a book of before has none of its own, and takes one`() throws {
    let path = try Scratch.newPath()
    let version = try #require(Migration.all.firstIndex { $0.name.hasSuffix("_create_question") })
    _ = try OldBook.make(at: path, version: version)
    _ = try SQLiteLedger.upgrade(path, keepsCopy: false)
    let ledger = try SQLiteLedger.open(path, for: .recording)
    #expect(try ledger.savedQueries().allSatisfy { $0.entry == nil })
    #expect(try ledger.record(question("SELECT :since"), as: draft()).entry == 4)
    #expect(try ledger.verify(VerificationPlan()).flaws == [])
  }
}

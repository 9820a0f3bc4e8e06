import LedgerCore
import SQLite
import SQLiteStorage
import Testing

/// The schema explains itself.
@Suite struct SchemaDescriptionTests {
  private static let schema = Result { try SQLiteLedger.inMemory().schema() }

  @Test func `every table, view and column says what it means`() throws {
    for relation in try Self.schema.get() {
      #expect(!relation.meaning.isEmpty, "\(relation.name)")
      for column in relation.columns {
        #expect(!column.meaning.isEmpty, "\(relation.name).\(column.name)")
      }
    }
  }

  @Test func `every example is a question that the book answers`() throws {
    let path = try Scratch.newPath()
    let ledger = try SQLiteLedger.make(at: path)
    try Scenario.record(in: ledger)
    let connection = try Connection(path: path, mode: .readOnly)
    for relation in try Self.schema.get() {
      #expect(relation.example.contains(relation.name))
      #expect(throws: Never.self) { try connection.all(relation.example) }
      #expect(throws: Never.self) { try connection.all("SELECT * FROM \(relation.name)") }
    }
  }

  @Test func `every table of facts has a view of its history`() throws {
    let names = try Set(Self.schema.get().map(\.name))
    for view in [
      "events", "audience_counts", "sales", "reported_totals", "rates", "targets", "memberships",
      "claims", "surveys",
    ] {
      #expect(names.isSuperset(of: [view, view + "_history"]))
    }
  }

  @Test func `instants and amounts say their unit`() throws {
    for relation in try Self.schema.get() {
      for column in relation.columns where column.name.hasSuffix("_at") || column.name == "net" {
        #expect(column.unit != nil, "\(relation.name).\(column.name)")
      }
    }
  }
}

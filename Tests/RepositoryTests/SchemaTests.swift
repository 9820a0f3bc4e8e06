import LedgerCore
import Rows
import SQLite
import Testing

@testable import BookStorage
@testable import SQLiteStorage

/// What the program believes of the tables against what the migrations make.
@Suite struct SchemaTests {
  let connection: Connection

  init() throws { connection = try SQLiteLedger.inMemory().connection }

  @Test func `the program knows every table, and no other`() throws {
    let tables = try connection.texts(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*'")
    #expect(Schema.tables.map { $0.name }.sorted() == tables.sorted())
  }

  @Test func `a new book has the markets and currencies of the world`() throws {
    let reference = try SQLiteLedger.inMemory().reference()
    #expect(reference.markets.count > 200)
    #expect(reference.currencies.count > 150)
  }

  @Test(arguments: Schema.tables.map { $0.name })
  func `the program knows a table's columns`(name: String) throws {
    let table = try #require(Schema.tables.first { $0.name == name })
    var statement = try connection.uncachedStatement("PRAGMA table_info(\(name))")
    let columns = try statement.rows { row throws(StorageError) in
      // A key is never null, whether or not the table says so.
      let isNullable = [try row.integer(3), try row.integer(5)] == [0, 0]
      return "\(try row.text(1)) \(try row.text(2)) \(isNullable ? "NULL" : "NOT NULL")"
    }
    #expect(
      table.columns.map { "\($0.name) \($0.type.rawValue) \($0.isNullable ? "NULL" : "NOT NULL")" }
        == columns)
  }

  @Test(arguments: Schema.tables.map { $0.name })
  func `the program knows a table's key and defaults`(name: String) throws {
    let table = try #require(Schema.tables.first { $0.name == name })
    let stored = try #require(SQLiteSession(connection).tables().first { $0.name == name })
    #expect(table.key == stored.key)
    #expect(table.columns.map(\.defaultValue) == stored.fields.map(\.defaultValue))
  }

  @Test func `entries count every type of fact`() {
    #expect(Set(EntryTable.counted) == Set(FactType.allCases))
  }

  @Test func `every table is strict`() throws {
    let lax = try connection.texts(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0")
    #expect(lax == ["sqlite_schema"])
  }

  @Test(arguments: Schema.tables.map { $0.name })
  func `every table says what a row is`(name: String) throws {
    let sql = try connection.texts("SELECT sql FROM sqlite_schema WHERE name = '\(name)'")
    #expect(sql.first?.contains("-- A row is ") == true)
  }

  @Test func `names are singular, in lower case and without abbreviations of type`() {
    for table in Schema.tables {
      for name in [table.name] + table.columns.map(\.name) {
        #expect(name.allSatisfy { $0 == "_" || ("a"..."z").contains($0) }, "\(name)")
      }
      #expect(!table.name.hasSuffix("s") || table.name == "alias", "\(table.name)")
    }
  }

  @Test func `the metrics of the file are those of the program`() throws {
    let sql = "SELECT id, name, kind FROM metric ORDER BY id"
    var statement = try connection.uncachedStatement(sql)
    let rows = try statement.rows { row throws(StorageError) in
      "\(try row.integer(0)) \(try row.text(1)) \(try row.text(2))"
    }
    #expect(rows == Metric.allCases.map { "\($0.id) \($0.rawValue) \($0.kind.rawValue)" })
    for metric in Metric.allCases { #expect(Metric(id: metric.id) == metric) }
  }

  @Test func `kinds and roles of the file are those of the program`() throws {
    func allowed(_ table: String, _ column: String) throws -> String {
      let sql = try #require(
        try connection.texts("SELECT sql FROM sqlite_schema WHERE name = '\(table)'").first)
      let start = try #require(sql.firstRange(of: "CHECK (\(column) IN (")).upperBound
      return String(sql[start...].prefix { $0 != ")" })
    }
    func list(_ names: [String]) -> String { names.map { "'\($0)'" }.joined(separator: ", ") }
    #expect(try allowed("sale", "kind") == list(Sale.Kind.allCases.map(\.rawValue)))
    #expect(try allowed("claim", "stage") == list(Claim.Stage.allCases.map(\.rawValue)))
    #expect(try allowed("event_creator", "role") == list(Creator.Role.allCases.map(\.rawValue)))
  }

  @Test func `every trigger of a table is of one of the three kinds`() throws {
    let triggers = try connection.all(
      "SELECT name, tbl_name FROM sqlite_schema WHERE type = 'trigger'")
    for trigger in triggers {
      guard case .text(let name) = trigger[0], case .text(let table) = trigger[1] else { continue }
      let kinds = ["updated", "deleted", "replaced"].map { "\(table)_is_never_\($0)" }
      #expect(kinds.contains(name))
    }
  }
}

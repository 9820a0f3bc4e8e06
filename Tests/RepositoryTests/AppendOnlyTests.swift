import LedgerTesting
import Rows
import SQLite
import Testing

@testable import BookStorage
@testable import SQLiteStorage

/// A recorded fact stays, whatever SQL another program runs on the file.
@Suite struct AppendOnlyTests {
  /// What follows from the facts, which only the program itself keeps up to date.
  private static let totals: Set = [
    "audience_total", "curve_step", "curve_gap", "event_retention", "event_sale_total",
    "event_sale_quarter", "event_credit_quarter",
    "market_sale_total", "market_sale_day", "product_sale_total",
  ]

  /// All but one that has no row in a book that was never older.
  private static let tables = Schema.tables.map { $0.name }.filter { $0 != DecimalText.table }
  static let factTables = tables.filter { !totals.contains($0) && !made.contains($0) }
  /// What the program makes and brings up to date itself.
  private static let made = ZoneRows.tables.map { $0.name }

  private func open() throws -> Connection {
    try Connection(path: Scenario.bookFile(), mode: .readWrite)
  }

  /// The sentence of a trigger, as the migration writes it.
  private func sentence(of trigger: String, in connection: Connection) throws -> String {
    let sql = try #require(
      try connection.texts("SELECT sql FROM sqlite_schema WHERE name = '\(trigger)'").first)
    let start = try #require(sql.firstRange(of: "RAISE(ABORT, '")).upperBound
    let end = try #require(sql[start...].firstRange(of: "')")).lowerBound
    return String(sql[start..<end]).replacing("''", with: "'")
  }

  @Test(arguments: tables)
  func `a row is never updated`(table: String) throws {
    let connection = try open()
    let before = try connection.all("SELECT * FROM \(table)")
    #expect(!before.isEmpty)
    let sentence = try sentence(of: "\(table)_is_never_updated", in: connection)
    for column in try connection.texts("SELECT name FROM pragma_table_info('\(table)')") {
      for conflict in ["", "OR REPLACE ", "OR IGNORE "] {
        let error = connection.error(of: "UPDATE \(conflict)\(table) SET \(column) = \(column)")
        #expect(error?.code == .constraintTrigger)
        #expect(error?.message == sentence)
      }
    }
    #expect(try connection.all("SELECT * FROM \(table)") == before)
  }

  @Test(arguments: tables)
  func `a row is never deleted`(table: String) throws {
    let connection = try open()
    let before = try connection.all("SELECT * FROM \(table)")
    let error = connection.error(of: "DELETE FROM \(table)")
    #expect(error?.code == .constraintTrigger)
    #expect(error?.message == (try sentence(of: "\(table)_is_never_deleted", in: connection)))
    #expect(try connection.all("SELECT * FROM \(table)") == before)
  }

  private static let guarded: [String] = {
    let connection = try? Connection(path: Scenario.bookFile(), mode: .readOnly)
    return tables.filter { table in
      let triggers = try? connection?.texts(
        "SELECT name FROM sqlite_schema WHERE name = '\(table)_is_never_replaced'")
      return triggers?.isEmpty == false
    }
  }()

  @Test func `all tables are guarded against replacing`() {
    #expect(Set(Self.tables).subtracting(Self.guarded) == [])
  }

  @Test(arguments: guarded)
  func `a row is never replaced`(table: String) throws {
    let connection = try open()
    let before = try connection.all("SELECT * FROM \(table)")
    let sentence = try sentence(of: "\(table)_is_never_replaced", in: connection)
    for verb in ["INSERT OR REPLACE", "REPLACE", "INSERT OR IGNORE"] {
      let error = connection.error(of: "\(verb) INTO \(table) SELECT * FROM \(table) LIMIT 1")
      #expect(error?.code == .constraintTrigger)
      #expect(error?.message == sentence)
    }
    #expect(try connection.all("SELECT * FROM \(table)") == before)
  }

  @Test func `an event is not replaced under another id, nor its id by another key`() throws {
    let connection = try open()
    let rest = "market, platform, title, starts_at, ends_at"
    for columns in ["99, key, \(rest), entry", "id, 'new', \(rest), 7", "99, key, \(rest), 7"] {
      let error = connection.error(
        of: "INSERT OR REPLACE INTO event SELECT \(columns) FROM event WHERE key = 'a'")
      #expect(error?.code == .constraintTrigger, "\(columns)")
    }
  }

  @Test func `an entry is not put before the last one`() throws {
    let connection = try open()
    for number in [-1, 0, 1, Scenario.entries] {
      let error = connection.error(
        of: """
          INSERT INTO entry (number, recorded_at, command, events, audience_counts, sales)
          VALUES (\(number), 0, 'x', 0, 0, 0)
          """)
      #expect(error?.code == .constraintTrigger)
    }
  }
}

import Foundation
import LedgerCore
import LedgerTesting
import Rows
import SQLite
import TestSupport
import Testing

@testable import BookStorage
@testable import SQLiteStorage

/// A book of an older version that is read, and stays what it is.
@Suite struct OlderBookTests {
  private static let additions = Migration.lastFilling..<Migration.all.count
  /// Some of them: each view lays the newer schema over the book anew.
  private static let someAdditions = [40, 50, Migration.all.count - 1]

  private func bytes(_ path: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: path))
  }

  /// All rows of all views, as a query of the book sees them.
  private func shown(_ ledger: SQLiteLedger) throws -> [String: [[AnswerValue]]] {
    var shown: [String: [[AnswerValue]]] = [:]
    for view in try ledger.schema() where view.isView {
      var answer = Answer()
      _ = try ledger.ask(Query(#"SELECT * FROM "\#(view.name)""#), to: &answer)
      shown[view.name] = answer.rows
    }
    return shown
  }

  @Test(arguments: someAdditions)
  func `a book of an earlier version is read as it is`(version: Int) throws {
    let path = try Scratch.newPath()
    _ = try OldBook.make(at: path, version: version)
    let before = try bytes(path)
    let ledger = try SQLiteLedger.open(path, for: .reading)
    #expect(ledger.olderVersion == version)
    let shown = try shown(ledger)
    for flaw in try ledger.verify(VerificationPlan()).flaws { Issue.record("\(flaw)") }
    #expect(try ledger.settings(asOf: nil).isEmpty)
    #expect(try bytes(path) == before)

    _ = try SQLiteLedger.upgrade(path, keepsCopy: false)
    let upgraded = try SQLiteLedger.open(path, for: .reading)
    #expect(upgraded.olderVersion == nil)
    let now = try self.shown(upgraded)
    for view in Set(now.keys).union(shown.keys) { #expect(now[view] == shown[view], "\(view)") }
  }

  @Test(arguments: additions)
  func `such a step only adds columns, views, empty tables and those of the program`(version: Int)
    throws
  {
    let path = try Scratch.newPath()
    _ = try OldBook.make(at: path, version: version)
    let connection = try Connection(path: path, mode: .readWrite)
    let before = try SQLiteSession(connection).tables()
    let rows = try before.map { try connection.all($0.select) }
    try Book(connection: connection).migrate(Array(Migration.all.prefix(version + 1)))
    #expect(try before.map { try connection.all($0.select) } == rows)
    for table in try SQLiteSession(connection).tables()
    where !before.contains(where: { $0.name == table.name }) {
      let isOfProgram =
        ZoneRows.tables.contains { $0.name == table.name } || table.name == DecimalText.table
      #expect(try connection.all(table.select).isEmpty || isOfProgram, "\(table.name)")
    }
  }

  @Test(arguments: [SQLiteLedger.Access.reading, .recording], [1, 20, Migration.lastFilling - 1])
  func `a book whose rows a step would write is neither read nor recorded in`(
    access: SQLiteLedger.Access, version: Int
  ) throws {
    let path = try Scratch.newPath()
    _ = try OldBook.make(at: path, version: version)
    let before = try bytes(path)
    #expect(
      throws: LedgerError.olderBook(path: path, version: version, supported: Migration.all.count)
    ) {
      _ = try SQLiteLedger.open(path, for: access)
    }
    #expect(try bytes(path) == before)
  }

  @Test(arguments: [1, 12, 24, Migration.lastFilling - 1])
  func `a copy of it is read, and is gone afterwards`(version: Int) throws {
    let path = try Scratch.newPath()
    _ = try OldBook.make(at: path, version: version)
    let before = try bytes(path)
    var place = ""
    do {
      let ledger = try SQLiteLedger.openCopy(ofOlder: path)
      place = ledger.path
      #expect(place != path && FileManager.default.fileExists(atPath: place))
      #expect(try ledger.verify(VerificationPlan()).flaws == [])
      // A backup is of the book itself.
      let backup = try ledger.backUp(to: Scratch.newPath())
      #expect(throws: LedgerError.self) { try SQLiteLedger.open(backup.path, for: .reading) }
    }
    #expect(!FileManager.default.fileExists(atPath: BookCopy.folder(of: place)))
    #expect(try bytes(path) == before)
  }

  @Test func `an upgrade keeps the book as it was beside it`() throws {
    let path = try Scratch.newPath()
    _ = try OldBook.make(at: path, version: 30)
    let upgrade = try SQLiteLedger.upgrade(path)
    #expect(upgrade.from == 30 && upgrade.to == Migration.all.count)
    let backup = try #require(upgrade.backup)
    #expect(backup.path == path.dropLast(3) + "-schema30.db")
    #expect(
      try Book(connection: Connection(path: backup.path, mode: .readOnly)).kind()
        == .ledger(version: 30))
    #expect(upgrade.changes == [])
    #expect(
      try SQLiteLedger.upgrade(path)
        == Upgrade(
          from: Migration.all.count, to: Migration.all.count, backup: nil, changes: []))
  }

  @Test func `the figures that a step changes are named`() throws {
    let connection = try Connection(inMemory: ())
    try connection.execute(
      """
      CREATE VIEW market_month AS SELECT 'UK' AS market, '2022-01' AS month, 9 AS net;
      CREATE VIEW brand_summary AS SELECT 'NYX' AS brand, 1 AS sold
      """)
    let before = try FigureSheet(connection)
    try connection.execute(
      """
      DROP VIEW market_month;
      CREATE VIEW market_month AS SELECT 'UK' AS market, '2022-01' AS month, 8 AS net, 1 AS new
      UNION ALL SELECT 'DE', '2022-01', 0, 0;
      CREATE VIEW event_summary AS SELECT 'a' AS event, 1 AS net
      """)
    #expect(
      before.changes(to: try FigureSheet(connection), by: "net of returns") == [
        .init(
          row: "market_month UK 2022-01", figure: "net", before: "9", after: "8",
          rule: "net of returns"),
        .init(
          row: "market_month DE 2022-01", figure: "row", before: nil, after: "shown",
          rule: "net of returns"),
      ])
  }
}

import Foundation
import LedgerTesting
import SQLite
import TestSupport
import Testing

@testable import BookStorage
@testable import SQLiteStorage

/// A new book is made at once, and is the book that the steps would make.
///
/// `RECORD=1 swift test --filter CurrentSchemaTests` writes the script anew.
@Suite struct CurrentSchemaTests {
  private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../Migrations/SQLite/current.sql").standardizedFileURL

  /// A book that was taken from version to version.
  private func steppedBook() throws -> Connection {
    let connection = try Connection(inMemory: ())
    try Book(connection: connection).migrate(Array(Migration.all.prefix(1)))
    try Book(connection: connection).migrate()
    return connection
  }

  @Test func `the script is that of the schema that the steps make`() throws {
    let script = try CurrentSchema.script(of: steppedBook())
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try script.write(to: Self.file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: Self.file, encoding: .utf8) == script)
    #expect(CurrentSchema.script == script)
  }

  @Test func `a new book has the schema and the rows of one that took every step`() throws {
    let (stepped, new) = (try steppedBook(), try SQLiteLedger.inMemory().connection)
    let objects = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"
    #expect(try new.all(objects) == stepped.all(objects))
    for pragma in ["application_id", "user_version"] {
      #expect(try new.all("PRAGMA \(pragma)") == stepped.all("PRAGMA \(pragma)"))
    }
    var filled = 0
    for table in try SQLiteSession(stepped).tables() {
      let rows = try stepped.all(table.select)
      #expect(try new.all(table.select) == rows, "\(table.name)")
      filled += rows.isEmpty ? 0 : 1
    }
    #expect(filled > 5)
  }
}

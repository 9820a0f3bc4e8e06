public import LedgerCore
import SQLite

/// Everything that a book holds, table by table.
public struct BookContents {
  /// The version of its schema.
  public let schemaVersion: Int
  /// Its tables, in the order in which they were created.
  public let tables: [StoredTable]
  /// The statements that created them, with their indexes, views and triggers.
  public let schema: [String]

  let ledger: SQLiteLedger

  init(of ledger: SQLiteLedger) throws(SQLiteError) {
    self.ledger = ledger
    let connection = ledger.connection
    schemaVersion = Int(try Book(connection: connection).pragma("user_version"))
    tables = try StoredTable.all(connection)
    var statement = try connection.uncachedStatement(
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type = 'trigger', rowid")
    schema = try statement.rows { row throws(SQLiteError) in try row.text(0) }
  }

  /// Calls `body` with each row of a table, in the order of its key.
  ///
  /// - Throws: ``LedgerError``, or what `body` throws.
  public func forEachRow(
    of table: StoredTable, _ body: ([AnswerValue]) throws -> Void
  ) throws {
    do {
      var statement = try ledger.connection.uncachedStatement(table.select)
      _ = try ledger.rows(of: &statement, limit: nil) { row in
        try body((0..<row.count).map(row.answer))
      }
    } catch let error as SQLiteError {
      throw LedgerError(error, path: ledger.path)
    }
  }
}

extension SQLiteLedger {
  /// Calls `body` with everything that the book holds, in one state of it.
  ///
  /// - Throws: ``LedgerError``, or what `body` throws.
  public func readContents<T>(_ body: (BookContents) throws -> T) throws -> T {
    let contents = try mapped { () throws(SQLiteError) in
      try connection.begin("BEGIN")
      return try BookContents(of: self)
    }
    defer { connection.rollBack() }
    return try body(contents)
  }
}

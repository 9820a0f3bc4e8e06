package import LedgerCore
import SQLite

/// Everything that a book in SQLite holds, table by table.
struct StoredContents: BookContents {
  let schemaVersion: Int
  let schema: [String]
  var tables: [BookTable] {
    stored.map { BookTable(name: $0.name, columns: $0.columns) }
  }

  let ledger: SQLiteLedger
  private let stored: [StoredTable]

  init(of ledger: SQLiteLedger) throws(SQLiteError) {
    self.ledger = ledger
    let connection = ledger.connection
    schemaVersion = Int(try Book(connection: connection).pragma("user_version"))
    stored = try StoredTable.all(connection)
    var statement = try connection.uncachedStatement(
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type = 'trigger', rowid")
    schema = try statement.rows { row throws(SQLiteError) in try row.text(0) }
  }

  /// The table as it is stored.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)``
  func stored(_ table: BookTable) throws(LedgerError) -> StoredTable {
    if let stored = stored.first(where: { $0.name == table.name }) { return stored }
    throw .invalid(field: "table", value: table.name, reason: "is not in this book")
  }

  func forEachRow(of table: BookTable, _ body: ([AnswerValue]) throws -> Void) throws {
    do {
      var statement = try ledger.connection.uncachedStatement(stored(table).select)
      _ = try statement.forEachAnswer(limit: nil) { row in
        try body((0..<row.count).map(row.answer))
      }
    } catch let error as SQLiteError {
      throw LedgerError(error, path: ledger.path)
    }
  }
}

extension SQLiteLedger: Portable {
  /// Calls `body` with everything that the book holds, in one state of it.
  ///
  /// - Throws: ``LedgerError``, or what `body` throws.
  package func readContents<T>(_ body: (any BookContents) throws -> T) throws -> T {
    try reading {
      try body(try mapped { () throws(SQLiteError) in try StoredContents(of: self) })
    }
  }
}

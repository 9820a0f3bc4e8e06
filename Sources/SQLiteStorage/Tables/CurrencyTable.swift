import LedgerCore
import SQLite

/// The `currency` table: the currencies of ISO 4217.
struct CurrencyTable: Table {
  static let name = "currency"
  static let columns: [Column] = [.text("code"), .integer("digits"), .text("name")]
  static let statements = [selectAll]

  private static let selectAll = "SELECT code, digits FROM currency ORDER BY code"

  let connection: Connection

  func all() throws(SQLiteError) -> [Currency] {
    var statement = try connection.statement(Self.selectAll)
    return try statement.rows { row throws(SQLiteError) in
      Currency(code: try row.text(0), digits: Int(try row.integer(1)))
    }
  }
}

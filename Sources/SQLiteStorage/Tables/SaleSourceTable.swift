import SQLite

/// The `sale_source` table: the systems that number orders.
struct SaleSourceTable: Table {
  static let name = "sale_source"
  static let columns: [Column] = [.integer("id"), .text("name"), .integer("entry")]
  static let statements = [insert, select]

  private static let insert = "INSERT INTO sale_source (name, entry) VALUES (?1, ?2) RETURNING id"
  private static let select = "SELECT id FROM sale_source WHERE name = ?1"

  let connection: Connection

  func insert(_ name: String, entry: OpenEntry) throws(SQLiteError) -> Int64 {
    try entry.insertNumbered(
      [.text(name), .integer(entry.number)], into: Self.self, by: Self.insert)
  }

  func id(_ name: String) throws(SQLiteError) -> Int64? {
    var statement = try connection.statement(Self.select)
    return try statement.first(.text(name)) { row throws(SQLiteError) in try row.integer(0) }
  }
}

import Rows

/// The `sale_source` table: the systems that number orders.
struct SaleSourceTable: Table {
  static let name = "sale_source"
  static let columns: [Column] = [.id, .text("name"), .entry]
  static let statements = [select]

  private static let select = "SELECT id FROM sale_source WHERE name = ?1"

  let session: any BookSession

  func insert(_ name: String, entry: OpenEntry) throws(StorageError) -> Int64 {
    try entry.insertNumbered(
      [.text(name), .integer(entry.number)], into: Self.self)
  }

  func id(_ name: String) throws(StorageError) -> Int64? {
    return try session.first(Self.select, .text(name)) { row throws(StorageError) in
      try row.integer(0)
    }
  }
}

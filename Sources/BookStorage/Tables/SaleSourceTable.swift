import Rows

/// The `sale_source` table: the systems that number orders.
struct SaleSourceTable: Table {
  static let name = "sale_source"
  static let columns: [Column] = [.id, .text("name"), .entry]
  static let statements = [select, selectNames]

  private static let select = "SELECT id FROM sale_source WHERE name = ?1"

  private static let selectNames = "SELECT id, name FROM sale_source"

  let session: any BookSession

  /// The names of all sources, by their rows.
  func names() throws(StorageError) -> [Int64: String] {
    let rows = try session.rows(Self.selectNames) { row throws(StorageError) in
      (try row.integer(0), try row.text(1))
    }
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }

  func insert(_ name: String, entry: any EntryWriter) throws(StorageError) -> Int64 {
    try entry.insertNumbered(
      [.text(name), .integer(entry.number)], into: Self.self)
  }

  func id(_ name: String) throws(StorageError) -> Int64? {
    return try session.first(Self.select, .text(name)) { row throws(StorageError) in
      try row.integer(0)
    }
  }
}

import SQLite

/// The `event_amendment_brand` table: the brands that an event shows after an amendment.
struct AmendedBrandTable: Table {
  static let name = "event_amendment_brand"
  static let columns: [Column] = [
    .integer("event"), .integer("entry"), .integer("position"), .text("brand"),
  ]
  static let key = ["event", "entry", "position"]
  static let statements = [insert, select]

  private static let insert = """
    INSERT INTO event_amendment_brand (event, entry, position, brand) VALUES (?1, ?2, ?3, ?4)
    """
  private static let select = """
    SELECT brand
    FROM event_amendment_brand
    WHERE event = ?1 AND entry = ?2
    ORDER BY position
    """

  let connection: Connection

  func insert(_ brands: [String], event: Int64, entry: OpenEntry) throws(SQLiteError) {
    for (offset, brand) in brands.enumerated() {
      try entry.insert(
        [
          .integer(event), .integer(entry.number), .integer(Int64(offset + 1)), .text(brand),
        ], into: Self.self, by: Self.insert)
    }
  }

  func brands(of event: Int64, amendedBy entry: Int64) throws(SQLiteError) -> [String] {
    var statement = try connection.statement(Self.select)
    return try statement.rows(.integer(event), .integer(entry)) { row throws(SQLiteError) in
      try row.text(0)
    }
  }
}

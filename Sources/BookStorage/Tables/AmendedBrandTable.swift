import Rows

/// The `event_amendment_brand` table: the brands that an event shows after an amendment.
struct AmendedBrandTable: Table {
  static let name = "event_amendment_brand"
  static let columns: [Column] = [
    .integer("event"), .integer("entry"), .integer("position"), .text("brand"),
  ]
  static let key = ["event", "entry", "position"]
  static let statements = [select]

  private static let select = """
    SELECT brand
    FROM event_amendment_brand
    WHERE event = ?1 AND entry = ?2
    ORDER BY position
    """

  let session: any BookSession

  func insert(_ brands: [String], event: Int64, entry: OpenEntry) throws(StorageError) {
    for (offset, brand) in brands.enumerated() {
      try entry.insert(
        [
          .integer(event), .integer(entry.number), .integer(Int64(offset + 1)), .text(brand),
        ], into: Self.self)
    }
  }

  func brands(of event: Int64, amendedBy entry: Int64) throws(StorageError) -> [String] {
    return try session.rows(Self.select, .integer(event), .integer(entry)) {
      row throws(StorageError) in
      try row.text(0)
    }
  }
}

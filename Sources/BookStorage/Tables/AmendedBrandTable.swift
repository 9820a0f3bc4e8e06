import Rows

/// The `event_amendment_brand` table: the brands that an event shows after an amendment.
struct AmendedBrandTable: Table {
  static let name = "event_amendment_brand"
  static let columns: [Column] = [
    .event.meaning("id of the show"), .entry, .integer("position", "position in the list, from 1"),
    .text("brand"),
  ]
  static let key = ["event", "entry", "position"]
  static let statements = [select]

  private static let select = """
    SELECT event, position, brand
    FROM bound
    JOIN event_amendment_brand ON event = c0 AND entry = c1
    ORDER BY event, position
    """

  let session: any BookSession

  func insert(_ brands: [String], event: Int64, entry: any EntryWriter) throws(StorageError) {
    for (offset, brand) in brands.enumerated() {
      try entry.insert(
        [
          .integer(event), .integer(entry.number), .integer(Int64(offset + 1)), .text(brand),
        ], into: Self.self)
    }
  }

  /// The brands of the events whose rows are bound, each with the entry that amended it.
  func brands(of events: BoundRows) throws(StorageError) -> [Int64: [String]] {
    var brands: [Int64: [String]] = [:]
    try session.query(Self.select, over: events, []) { row throws(StorageError) in
      brands[try row.integer(0), default: []].append(try row.text(2))
    }
    return brands
  }
}

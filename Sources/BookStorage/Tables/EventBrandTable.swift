import LedgerCore
import Rows

/// The `event_brand` table: the brands that an event shows.
struct EventBrandTable: Table {
  static let name = "event_brand"
  static let columns: [Column] = [
    .event.meaning("id of the show"), .integer("position", "position in the list, from 1"),
    .text("brand"), .entry,
  ]
  static let key = ["event", "position"]
  static let statements = [select, selectInMarket, selectNames]

  private static let select = """
    SELECT event, position, brand
    FROM bound
    JOIN event_brand ON event = c0
    ORDER BY event, position
    """
  private static let selectInMarket = """
    SELECT event.id, brand
    FROM event
    JOIN event_brand ON event_brand.event = event.id
    WHERE market = ?1 AND starts_at >= ?2 AND starts_at < ?3
    ORDER BY starts_at, event.id, position
    """

  private static let selectNames = """
    SELECT brand
    FROM event_brand
    WHERE entry <= ?1
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = event_brand.entry AND void.entry <= ?1)
    UNION
    SELECT brand
    FROM event_amendment_brand
    WHERE entry <= ?1
      AND NOT EXISTS (
        SELECT 1 FROM void WHERE voided = event_amendment_brand.entry AND void.entry <= ?1)
    """

  let session: any BookSession

  func insert(_ brands: [String], event: Int64, entry: any EntryWriter) throws(StorageError) {
    for (offset, brand) in brands.enumerated() {
      try entry.insert(
        [
          .integer(event), .integer(Int64(offset + 1)), .text(brand), .integer(entry.number),
        ], into: Self.self)
    }
  }

  /// The brands of the events whose rows are bound.
  func brands(of events: BoundRows) throws(StorageError) -> [Int64: [String]] {
    var brands: [Int64: [String]] = [:]
    try session.query(Self.select, over: events, []) { row throws(StorageError) in
      brands[try row.integer(0), default: []].append(try row.text(2))
    }
    return brands
  }

  /// All names as of an entry, before and after amendments.
  func names(asOf entry: Int64?) throws(StorageError) -> [String] {
    return try session.rows(Self.selectNames, .integer(entry ?? .max)) { row throws(StorageError) in
      try row.text(0)
    }
  }

  /// The brands of a market's events that start in a period, by the event's row.
  func brands(
    in market: Market.Code, during period: InstantRange
  ) throws(StorageError) -> [Int64: [String]] {
    var brands: [Int64: [String]] = [:]
    try session.forEach(
      Self.selectInMarket,
      .text(market.description), .integer(period.start?.milliseconds ?? .min),
      .integer(period.end?.milliseconds ?? .max)
    ) { row throws(StorageError) in
      brands[try row.integer(0), default: []].append(try row.text(1))
    }
    return brands
  }
}

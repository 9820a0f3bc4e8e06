import LedgerCore
import SQLite

/// The `event_brand` table: the brands that an event shows.
struct EventBrandTable: Table {
  static let name = "event_brand"
  static let columns: [Column] = [
    .integer("event"), .integer("position"), .text("brand"), .integer("entry"),
  ]
  static let key = ["event", "position"]
  static let statements = [insert, select, selectInMarket, selectNames]

  private static let insert =
    "INSERT INTO event_brand (event, position, brand, entry) VALUES (?1, ?2, ?3, ?4)"
  private static let select = "SELECT brand FROM event_brand WHERE event = ?1 ORDER BY position"
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

  let connection: Connection

  func insert(_ brands: [String], event: Int64, entry: OpenEntry) throws(SQLiteError) {
    for (offset, brand) in brands.enumerated() {
      try entry.insert(
        [
          .integer(event), .integer(Int64(offset + 1)), .text(brand), .integer(entry.number),
        ], into: Self.self, by: Self.insert)
    }
  }

  func brands(of event: Int64) throws(SQLiteError) -> [String] {
    var statement = try connection.statement(Self.select)
    return try statement.rows(.integer(event)) { row throws(SQLiteError) in try row.text(0) }
  }

  /// All names as of an entry, before and after amendments.
  func names(asOf entry: Int64?) throws(SQLiteError) -> [String] {
    var statement = try connection.statement(Self.selectNames)
    return try statement.rows(.integer(entry ?? .max)) { row throws(SQLiteError) in
      try row.text(0)
    }
  }

  /// The brands of a market's events that start in a period, by the event's row.
  func brands(
    in market: Market.Code, during period: InstantRange
  ) throws(SQLiteError) -> [Int64: [String]] {
    var statement = try connection.statement(Self.selectInMarket)
    var brands: [Int64: [String]] = [:]
    try statement.forEach(
      .text(market.description), .integer(period.start?.milliseconds ?? .min),
      .integer(period.end?.milliseconds ?? .max)
    ) { row throws(SQLiteError) in
      brands[try row.integer(0), default: []].append(try row.text(1))
    }
    return brands
  }
}

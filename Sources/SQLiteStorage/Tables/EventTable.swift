import LedgerCore
import SQLite

/// The `event` table: live shows.
struct EventTable: Table {
  static let name = "event"
  static let columns: [Column] = [
    .integer("id"), .text("key"), .text("market"), .text("platform"), .text("title"),
    .integer("starts_at"), .integer("ends_at", nullable: true), .integer("entry"),
  ]
  static let statements = [
    insert, selectID, selectKeyOfID, selectIDs, selectTimes, selectKey, selectInMarket,
    selectEverywhere, selectKeys, selectOfEntries,
  ]

  /// An event as it stands in its row; its brands and creators are rows of their own.
  struct Record {
    let id: Int64
    let key: EventKey
    let market: Market.Code
    let platform: String
    let title: String
    let startsAt: Instant
    let endsAt: Instant?
    let entry: Int64
  }

  private static let insert = """
    INSERT INTO event (key, market, platform, title, starts_at, ends_at, entry)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
    RETURNING id
    """
  private static let selectID = """
    SELECT id, market
    FROM event
    WHERE key = ?1 AND entry <= ?2
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = event.entry AND void.entry <= ?2)
    """
  private static let selectKey = """
    SELECT id, key, market, platform, title, starts_at, ends_at, entry
    FROM event
    WHERE key = ?1 AND NOT EXISTS (SELECT 1 FROM void WHERE voided = event.entry)
    """
  private static let selectKeyOfID = "SELECT key FROM event WHERE id = ?1"
  private static let selectIDs = "SELECT id FROM event"
  private static let selectTimes = "SELECT starts_at, ends_at FROM event WHERE id = ?1"
  private static let selectInMarket = """
    SELECT id, key, market, platform, title, starts_at, ends_at, entry
    FROM event
    WHERE market = ?1 AND starts_at >= ?2 AND starts_at < ?3 AND entry <= ?5
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = event.entry AND void.entry <= ?5)
    ORDER BY starts_at DESC, key
    LIMIT ?4
    """
  private static let selectEverywhere = """
    SELECT id, key, market, platform, title, starts_at, ends_at, entry
    FROM event
    WHERE starts_at >= ?1 AND starts_at < ?2
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = event.entry)
    ORDER BY starts_at DESC, key
    LIMIT ?3
    """
  private static let selectOfEntries = """
    SELECT id, key, entry
    FROM event
    WHERE entry BETWEEN ?1 AND ?2
    """
  private static let selectKeys = """
    SELECT key
    FROM event
    WHERE NOT EXISTS (SELECT 1 FROM void WHERE voided = event.entry)
    ORDER BY key
    """

  let connection: Connection

  /// Returns the event's row.
  func insert(_ event: Event, entry: OpenEntry) throws(SQLiteError) -> Int64 {
    try entry.insertNumbered(
      [
        .text(event.key.description), .text(event.market.description), .text(event.platform),
        .text(event.title), .integer(event.startsAt.milliseconds),
        .optional(event.endsAt?.milliseconds), .integer(entry.number),
      ], into: Self.self, by: Self.insert)
  }

  /// The row and the market of a key, as was known when an entry was the last.
  func identity(
    _ key: EventKey, asOf entry: Int64? = nil
  ) throws(SQLiteError) -> (id: Int64, market: Market.Code)? {
    var statement = try connection.statement(Self.selectID)
    return try statement.first(
      .text(key.description), .integer(entry ?? .max)
    ) { row throws(SQLiteError) in
      (id: try row.integer(0), market: Market.Code(try row.text(1)))
    }
  }

  func key(_ id: Int64) throws(SQLiteError) -> EventKey? {
    var statement = try connection.statement(Self.selectKeyOfID)
    return try statement.first(.integer(id)) { row throws(SQLiteError) in try row.eventKey(0) }
  }

  func ids() throws(SQLiteError) -> [Int64] {
    var statement = try connection.statement(Self.selectIDs)
    return try statement.rows { row throws(SQLiteError) in try row.integer(0) }
  }

  func times(_ id: Int64) throws(SQLiteError) -> (start: Instant, end: Instant?)? {
    var statement = try connection.statement(Self.selectTimes)
    return try statement.first(.integer(id)) { row throws(SQLiteError) in
      (start: try row.instant(0), end: try row.optionalInstant(1))
    }
  }

  func record(_ key: EventKey) throws(SQLiteError) -> Record? {
    var statement = try connection.statement(Self.selectKey)
    return try statement.first(.text(key.description), decode: Record.init(row:))
  }

  /// Newest first.
  func records(
    in market: Market.Code?, during period: InstantRange, limit: Int?, asOf entry: Int64? = nil
  ) throws(SQLiteError) -> [Record] {
    let start = Value.integer(period.start?.milliseconds ?? .min)
    let end = Value.integer(period.end?.milliseconds ?? .max)
    let limit = Value.integer(limit.map(Int64.init) ?? -1)
    guard let market else {
      var statement = try connection.statement(Self.selectEverywhere)
      return try statement.rows(start, end, limit, decode: Record.init(row:))
    }
    var statement = try connection.statement(Self.selectInMarket)
    return try statement.rows(
      .text(market.description), start, end, limit, .integer(entry ?? .max),
      decode: Record.init(row:))
  }

  /// The events that some entries recorded.
  func identities(
    ofEntries entries: Set<Int64>
  ) throws(SQLiteError) -> [(id: Int64, key: EventKey)] {
    guard let first = entries.min(), let last = entries.max() else { return [] }
    var statement = try connection.statement(Self.selectOfEntries)
    var events: [(id: Int64, key: EventKey)] = []
    try statement.forEach(.integer(first), .integer(last)) { row throws(SQLiteError) in
      guard entries.contains(try row.integer(2)) else { return }
      events.append((id: try row.integer(0), key: try row.eventKey(1)))
    }
    return events
  }

  func keys() throws(SQLiteError) -> [String] {
    var statement = try connection.statement(Self.selectKeys)
    return try statement.rows { row throws(SQLiteError) in try row.text(0) }
  }
}

extension EventTable.Record {
  fileprivate init(row: borrowing Row) throws(SQLiteError) {
    self.init(
      id: try row.integer(0), key: try row.eventKey(1), market: Market.Code(try row.text(2)),
      platform: try row.text(3), title: try row.text(4), startsAt: try row.instant(5),
      endsAt: try row.optionalInstant(6), entry: try row.integer(7))
  }
}

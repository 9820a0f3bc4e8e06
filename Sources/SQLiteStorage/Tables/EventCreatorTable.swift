import LedgerCore
import SQLite

/// The `event_creator` table: who appears in an event.
struct EventCreatorTable: Table {
  static let name = "event_creator"
  static let columns: [Column] = [
    .integer("event"), .integer("position"), .text("creator"), .text("role"), .integer("entry"),
  ]
  static let key = ["event", "position"]
  static let statements = [insert, select, selectInMarket, selectNames]

  private static let insert =
    "INSERT INTO event_creator (event, position, creator, role, entry) VALUES (?1, ?2, ?3, ?4, ?5)"
  private static let select =
    "SELECT creator, role FROM event_creator WHERE event = ?1 ORDER BY position"
  private static let selectInMarket = """
    SELECT event.id, creator, role
    FROM event
    JOIN event_creator ON event_creator.event = event.id
    WHERE market = ?1 AND starts_at >= ?2 AND starts_at < ?3
    ORDER BY starts_at, event.id, position
    """

  private static let selectNames = """
    SELECT creator
    FROM event_creator
    WHERE entry <= ?1
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = event_creator.entry AND void.entry <= ?1)
    UNION
    SELECT creator
    FROM event_amendment_creator
    WHERE entry <= ?1
      AND NOT EXISTS (
        SELECT 1 FROM void WHERE voided = event_amendment_creator.entry AND void.entry <= ?1)
    """

  let connection: Connection

  func insert(_ creators: [Creator], event: Int64, entry: OpenEntry) throws(SQLiteError) {
    for (offset, creator) in creators.enumerated() {
      try entry.insert(
        [
          .integer(event), .integer(Int64(offset + 1)), .text(creator.name),
          .text(creator.role.rawValue), .integer(entry.number),
        ], into: Self.self, by: Self.insert)
    }
  }

  func creators(of event: Int64) throws(SQLiteError) -> [Creator] {
    var statement = try connection.statement(Self.select)
    return try statement.rows(.integer(event)) { row throws(SQLiteError) in
      try Creator(row: row, from: 0)
    }
  }

  /// All names as of an entry, before and after amendments.
  func names(asOf entry: Int64?) throws(SQLiteError) -> [String] {
    var statement = try connection.statement(Self.selectNames)
    return try statement.rows(.integer(entry ?? .max)) { row throws(SQLiteError) in
      try row.text(0)
    }
  }

  /// The creators of a market's events that start in a period, by the event's row.
  func creators(
    in market: Market.Code, during period: InstantRange
  ) throws(SQLiteError) -> [Int64: [Creator]] {
    var statement = try connection.statement(Self.selectInMarket)
    var creators: [Int64: [Creator]] = [:]
    try statement.forEach(
      .text(market.description), .integer(period.start?.milliseconds ?? .min),
      .integer(period.end?.milliseconds ?? .max)
    ) { row throws(SQLiteError) in
      creators[try row.integer(0), default: []].append(try Creator(row: row, from: 1))
    }
    return creators
  }
}

extension Creator {
  init(row: borrowing Row, from column: Int) throws(SQLiteError) {
    guard let role = Role(rawValue: try row.text(column + 1)) else {
      throw .damaged("a creator's role is none")
    }
    let name = try row.text(column)
    do { try self.init(name: name, role: role) } catch {
      throw .damaged("a creator's name is none: \(error)")
    }
  }
}

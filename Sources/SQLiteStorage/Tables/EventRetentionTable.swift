import LedgerCore
import SQLite

/// The `event_retention` table: how many people watched at the marks of an event.
struct EventRetentionTable: Table {
  static let name = "event_retention"
  static let columns: [Column] = [
    .integer("event"), .integer("quarter_micros"), .integer("half_micros"),
    .integer("three_quarters_micros"),
  ]
  static let statements = [upsert, delete, select, selectInMarket]

  private static let upsert = """
    INSERT INTO event_retention (event, quarter_micros, half_micros, three_quarters_micros)
    VALUES (?1, ?2, ?3, ?4)
    ON CONFLICT (event) DO UPDATE SET
      quarter_micros = excluded.quarter_micros, half_micros = excluded.half_micros,
      three_quarters_micros = excluded.three_quarters_micros
    """
  private static let delete = "DELETE FROM event_retention WHERE event = ?1"
  private static let select = """
    SELECT event, quarter_micros, half_micros, three_quarters_micros
    FROM event_retention
    WHERE event = ?1
    """
  private static let selectInMarket = """
    SELECT event.id, quarter_micros, half_micros, three_quarters_micros
    FROM event
    JOIN event_retention ON event_retention.event = event.id
    WHERE \(EventTable.mayBeAsked)
    """

  let connection: Connection

  /// Stores what is known of an event now; `nil` for nothing.
  func put(_ retained: RetainedViewers?, event: Int64) throws(SQLiteError) {
    guard let retained else {
      var statement = try connection.statement(Self.delete)
      return try statement.run(.integer(event))
    }
    var statement = try connection.statement(Self.upsert)
    try statement.run(
      .integer(event), .integer(retained[.quarter]), .integer(retained[.half]),
      .integer(retained[.threeQuarters]))
  }

  func retained(of event: Int64) throws(SQLiteError) -> RetainedViewers? {
    var statement = try connection.statement(Self.select)
    return try statement.first(.integer(event), decode: RetainedViewers.init(row:)) ?? nil
  }

  /// The values for a market's events that may start in a period, by the event's row.
  func retained(
    in market: Market.Code, during period: InstantRange
  ) throws(SQLiteError) -> [Int64: RetainedViewers] {
    var statement = try connection.statement(Self.selectInMarket)
    var retained: [Int64: RetainedViewers] = [:]
    try statement.forEach(
      .text(market.description), .integer(period.start?.milliseconds ?? .min),
      .integer(period.end?.milliseconds ?? .max)
    ) { row throws(SQLiteError) in
      retained[try row.integer(0)] = try RetainedViewers(row: row)
    }
    return retained
  }
}

extension RetainedViewers {
  init?(row: borrowing Row) throws(SQLiteError) {
    self.init(micros: [try row.integer(1), try row.integer(2), try row.integer(3)])
  }
}

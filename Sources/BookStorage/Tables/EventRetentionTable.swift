import LedgerCore
import Rows

/// The `event_retention` table: how many people watched at the marks of an event.
///
/// An event of which only some marks are known has no row.
struct EventRetentionTable: Table {
  static let name = "event_retention"
  static let columns: [Column] = [
    .event.meaning("id of the show"),
    .integer("quarter_micros", "people watching at 25 % of the show's length"),
    .integer("half_micros", "people watching at 50 % of the show's length"),
    .integer("three_quarters_micros", "people watching at 75 % of the show's length"),
  ]
  static let statements = [delete, select, selectAll, selectInMarket]

  private static let delete = "DELETE FROM event_retention WHERE event = ?1"
  private static let select = """
    SELECT event, quarter_micros, half_micros, three_quarters_micros
    FROM event_retention
    WHERE event = ?1
    """
  private static let selectAll = """
    SELECT event, quarter_micros, half_micros, three_quarters_micros
    FROM event_retention
    """
  private static let selectInMarket = """
    SELECT event.id, quarter_micros, half_micros, three_quarters_micros
    FROM event
    JOIN event_retention ON event_retention.event = event.id
    WHERE \(EventTable.mayBeAsked)
    """

  let session: any BookSession

  /// Stores what is known of an event now, if it is known at all marks.
  func put(_ retained: RetainedViewers?, event: Int64) throws(StorageError) {
    guard let quarter = retained?[.quarter], let half = retained?[.half],
      let threeQuarters = retained?[.threeQuarters]
    else { return try session.run(Self.delete, .integer(event)) }
    try session.put(
      [.integer(event), .integer(quarter), .integer(half), .integer(threeQuarters)],
      into: Self.self)
  }

  func retained(of event: Int64) throws(StorageError) -> RetainedViewers? {
    return try session.first(Self.select, .integer(event), decode: RetainedViewers.init(row:))
      ?? nil
  }

  /// The values of all events, by the event's row.
  func all() throws(StorageError) -> [Int64: RetainedViewers] {
    var retained: [Int64: RetainedViewers] = [:]
    try session.forEach(Self.selectAll) { row throws(StorageError) in
      retained[try row.integer(0)] = try RetainedViewers(row: row)
    }
    return retained
  }

  /// The values for a market's events that may start in a period, by the event's row.
  func retained(
    in market: Market.Code, during period: InstantRange
  ) throws(StorageError) -> [Int64: RetainedViewers] {
    var retained: [Int64: RetainedViewers] = [:]
    try session.forEach(
      Self.selectInMarket,
      .text(market.description), .integer(period.start?.milliseconds ?? .min),
      .integer(period.end?.milliseconds ?? .max)
    ) { row throws(StorageError) in
      retained[try row.integer(0)] = try RetainedViewers(row: row)
    }
    return retained
  }
}

extension RetainedViewers {
  init?(row: borrowing Row) throws(StorageError) {
    self.init(micros: [try row.integer(1), try row.integer(2), try row.integer(3)])
  }
}

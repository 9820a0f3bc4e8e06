import LedgerCore
import Rows

/// The `audience_total` table: the totals of the counts of an event.
struct AudienceTotalTable: Table {
  static let name = "audience_total"
  static let columns: [Column] = [
    .event.meaning("id of the show"), .integer("metric", "id of the metric"),
    .integer("counts", "number of counts"), .integer("first_at", "time of the first count"),
    .integer("last_at", "time of the last count"), .integer("latest"), .integer("peak"),
    .integer("peak_at", "time at which the peak was first reached"),
    .integer("twice_area", "twice the area under the curve of the counts (trapezoids)"),
  ]
  static let key = ["event", "metric"]
  static let statements = [delete, selectOfCurves, selectEvent, selectInMarket]

  private static let delete = "DELETE FROM audience_total WHERE event = ?1 AND metric = ?2"
  private static let selectOfCurves = """
    SELECT metric, counts, first_at, last_at, latest, peak, peak_at, twice_area, event
    FROM bound
    JOIN audience_total ON event = c0 AND metric = c1
    """
  private static let selectEvent = """
    SELECT metric, counts, first_at, last_at, latest, peak, peak_at, twice_area
    FROM audience_total
    WHERE event = ?1
    ORDER BY metric
    """

  private static let selectInMarket = """
    SELECT metric, counts, first_at, last_at, latest, peak, peak_at, twice_area, event.id
    FROM event
    JOIN audience_total ON audience_total.event = event.id
    WHERE \(EventTable.mayBeAsked)
    ORDER BY starts_at, event.id, metric
    """

  let session: any BookSession

  func put(_ totals: AudienceTotals, event: Int64) throws(StorageError) {
    try session.put(
      [
        .integer(event), .integer(totals.metric.id), .integer(totals.counts),
        .integer(totals.firstAt.milliseconds), .integer(totals.lastAt.milliseconds),
        .integer(totals.latest), .integer(totals.peak), .integer(totals.peakAt.milliseconds),
        .integer(totals.twiceArea),
      ], into: Self.self)
  }

  func remove(event: Int64, metric: Metric) throws(StorageError) {
    try session.run(Self.delete, .integer(event), .integer(metric.id))
  }

  /// The totals of some curves: the first two columns of `curves` are the event and the metric.
  func totals(of curves: BoundRows) throws(StorageError) -> [CurveKey: AudienceTotals] {
    var totals: [CurveKey: AudienceTotals] = [:]
    try session.query(Self.selectOfCurves, over: curves, []) { row throws(StorageError) in
      let own = try AudienceTotals(row: row)
      totals[CurveKey(event: try row.integer(8), metric: own.metric.id)] = own
    }
    return totals
  }

  func totals(of event: Int64) throws(StorageError) -> [AudienceTotals] {
    return try session.rows(Self.selectEvent, .integer(event), decode: AudienceTotals.init(row:))
  }

  /// The totals of the events of a market that may start in a period, by the event's row.
  func totals(
    in market: Market.Code, during period: InstantRange
  ) throws(StorageError) -> [Int64: [AudienceTotals]] {
    var totals: [Int64: [AudienceTotals]] = [:]
    try session.forEach(
      Self.selectInMarket,
      .text(market.description), .integer(period.start?.milliseconds ?? .min),
      .integer(period.end?.milliseconds ?? .max)
    ) { row throws(StorageError) in
      totals[try row.integer(8), default: []].append(try AudienceTotals(row: row))
    }
    return totals
  }
}

extension AudienceTotals {
  fileprivate init(row: borrowing Row) throws(StorageError) {
    guard let metric = Metric(id: try row.integer(0)) else {
      throw .damaged("a total is of a metric that is none")
    }
    self.init(
      metric: metric, counts: try row.integer(1), firstAt: try row.instant(2),
      lastAt: try row.instant(3), latest: try row.integer(4), peak: try row.integer(5),
      peakAt: try row.instant(6), twiceArea: try row.integer(7))
  }
}

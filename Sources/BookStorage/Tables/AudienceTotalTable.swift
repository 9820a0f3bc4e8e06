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
    .integer(
      "unobserved", "time between counts that are too far apart; null if it was not computed",
      nullable: true),
    .integer(
      "unobserved_twice_area", "the part of twice_area in that time; null if it was not computed",
      nullable: true),
  ]
  static let key = ["event", "metric"]
  static let statements = [
    delete, selectOfCurves, selectEvent, selectInMarket, selectWithoutGaps,
  ]

  private static let delete = "DELETE FROM audience_total WHERE event = ?1 AND metric = ?2"
  private static let selectOfCurves = """
    SELECT metric, counts, first_at, last_at, latest, peak, peak_at, twice_area, unobserved, event
    FROM bound
    JOIN audience_total ON event = c0 AND metric = c1
    """
  private static let selectEvent = """
    SELECT metric, counts, first_at, last_at, latest, peak, peak_at, twice_area, unobserved, event
    FROM audience_total
    WHERE event = ?1
    ORDER BY metric
    """

  private static let selectInMarket = """
    SELECT metric, counts, first_at, last_at, latest, peak, peak_at, twice_area, unobserved,
      event.id
    FROM event
    JOIN audience_total ON audience_total.event = event.id
    WHERE \(EventTable.mayBeAsked)
    ORDER BY starts_at, event.id, metric
    """

  private static let selectWithoutGaps = """
    SELECT event, metric
    FROM audience_total
    WHERE unobserved IS NULL
    """

  let session: any BookSession

  func put(_ totals: AudienceTotals, event: Int64) throws(StorageError) {
    try session.put(
      [
        .integer(event), .integer(totals.metric.id), .integer(totals.counts),
        .integer(totals.firstAt.milliseconds), .integer(totals.lastAt.milliseconds),
        .integer(totals.latest), .integer(totals.peak), .integer(totals.peakAt.milliseconds),
        .integer(totals.twiceArea), .integer(totals.span - totals.observedSpan),
        .integer(totals.twiceArea - totals.observedTwiceArea),
      ], into: Self.self)
  }

  func remove(event: Int64, metric: Metric) throws(StorageError) {
    try session.run(Self.delete, .integer(event), .integer(metric.id))
  }

  /// The totals of some curves: the first two columns of `curves` are the event and the metric.
  func totals(of curves: BoundRows) throws(StorageError) -> [CurveKey: AudienceTotals] {
    var rows = GappedTotals(session: session)
    try session.query(Self.selectOfCurves, over: curves, []) { row throws(StorageError) in
      try rows.take(row)
    }
    return Dictionary(
      try rows.totals { () throws(StorageError) in
        try CurveGapTable(session: session).gaps(of: curves)
      }.map { (CurveKey(event: $0.event, metric: $0.totals.metric.id), $0.totals) },
      uniquingKeysWith: { first, _ in first })
  }

  func totals(of event: Int64) throws(StorageError) -> [AudienceTotals] {
    var rows = GappedTotals(session: session)
    try session.forEach(Self.selectEvent, .integer(event)) { row throws(StorageError) in
      try rows.take(row)
    }
    return try rows.totals { () throws(StorageError) in
      try CurveGapTable(session: session).gaps(of: rows.keys)
    }.map(\.totals)
  }

  /// The totals of the events of a market that may start in a period, by the event's row.
  func totals(
    in market: Market.Code, during period: InstantRange
  ) throws(StorageError) -> [Int64: [AudienceTotals]] {
    var rows = GappedTotals(session: session)
    try session.forEach(
      Self.selectInMarket,
      .text(market.description), .integer(period.start?.milliseconds ?? .min),
      .integer(period.end?.milliseconds ?? .max)
    ) { row throws(StorageError) in try rows.take(row) }
    let totals = try rows.totals { () throws(StorageError) in
      try CurveGapTable(session: session).gaps(in: market, during: period)
    }
    return Dictionary(grouping: totals, by: \.event).mapValues { $0.map(\.totals) }
  }

  /// The curves of which the gaps were not computed, in a book from before these.
  func curvesWithoutGaps() throws(StorageError) -> [CurveKey] {
    return try session.rows(Self.selectWithoutGaps) { row throws(StorageError) in
      CurveKey(event: try row.integer(0), metric: try row.integer(1))
    }
  }
}

import LedgerCore
import Rows

/// The `curve_gap` table: the stretches of curves that were not observed.
struct CurveGapTable: Table {
  static let name = "curve_gap"
  static let columns: [Column] = [
    .event.meaning("id of the show"), .integer("metric", "id of the metric"),
    .integer("from_at", "time of the count before the gap"),
    .integer("to_at", "time of the count after the gap"),
    .integer("twice_area", "twice the area under the line from one count to the other"),
  ]
  static let key = ["event", "metric", "from_at"]
  static let statements = [delete, selectOfCurves, selectInMarket, selectAll]

  private static let delete =
    "DELETE FROM curve_gap WHERE event = ?1 AND metric = ?2 AND from_at = ?3"
  private static let selectOfCurves = """
    SELECT event, metric, from_at, to_at, twice_area
    FROM bound
    JOIN curve_gap ON event = c0 AND metric = c1
    ORDER BY event, metric, from_at
    """
  private static let selectInMarket = """
    SELECT event.id, metric, from_at, to_at, twice_area
    FROM event
    JOIN curve_gap ON curve_gap.event = event.id
    WHERE \(EventTable.mayBeAsked)
    ORDER BY event.id, metric, from_at
    """
  private static let selectAll = """
    SELECT event, metric, from_at, to_at, twice_area
    FROM curve_gap
    ORDER BY event, metric, from_at
    """

  let session: any BookSession

  /// Stores what differs from what is stored.
  func put(
    _ gaps: [UnobservedTime], after stored: [UnobservedTime], of key: CurveKey
  ) throws(StorageError) {
    let (old, new) = (Set(stored), Set(gaps))
    for gap in stored where !new.contains(gap) {
      try session.run(
        Self.delete, .integer(key.event), .integer(key.metric), .integer(gap.from.milliseconds))
    }
    for gap in gaps where !old.contains(gap) {
      try session.put(
        [
          .integer(key.event), .integer(key.metric), .integer(gap.from.milliseconds),
          .integer(gap.to.milliseconds), .integer(gap.twiceArea),
        ], into: Self.self)
    }
  }

  /// The gaps of some curves: the first two columns of `curves` are the event and the metric.
  func gaps(of curves: BoundRows) throws(StorageError) -> [CurveKey: [UnobservedTime]] {
    var gaps: [CurveKey: [UnobservedTime]] = [:]
    try session.query(Self.selectOfCurves, over: curves, []) { row throws(StorageError) in
      try Self.take(row, into: &gaps)
    }
    return gaps
  }

  /// The gaps of a market's events that may start in a period.
  func gaps(
    in market: Market.Code, during period: InstantRange
  ) throws(StorageError) -> [CurveKey: [UnobservedTime]] {
    var gaps: [CurveKey: [UnobservedTime]] = [:]
    try session.forEach(
      Self.selectInMarket,
      .text(market.description), .integer(period.start?.milliseconds ?? .min),
      .integer(period.end?.milliseconds ?? .max)
    ) { row throws(StorageError) in try Self.take(row, into: &gaps) }
    return gaps
  }

  /// All gaps.
  func all() throws(StorageError) -> [CurveKey: [UnobservedTime]] {
    var gaps: [CurveKey: [UnobservedTime]] = [:]
    try session.forEach(Self.selectAll) { row throws(StorageError) in
      try Self.take(row, into: &gaps)
    }
    return gaps
  }

  private static func take(
    _ row: borrowing Row, into gaps: inout [CurveKey: [UnobservedTime]]
  ) throws(StorageError) {
    let key = CurveKey(event: try row.integer(0), metric: try row.integer(1))
    gaps[key, default: []].append(
      UnobservedTime(
        from: try row.instant(2), to: try row.instant(3), twiceArea: try row.integer(4)))
  }
}

import LedgerCore
import Rows

/// The `audience_count` table: numbers of people or actions at instants of events.
struct AudienceCountTable: Table {
  static let name = "audience_count"
  static let columns: [Column] = [
    .event.meaning("id of the show"), .integer("metric", "id of the metric"),
    .integer("at", "time of the count"), .entry, .integer("count"),
  ]
  static let key = ["event", "metric", "at", "entry"]
  static let statements = [
    selectBetween, selectStretches, selectAsOf, selectCurves,
    selectRestated, selectRecorded,
  ]

  typealias Point = CurvePoint

  private static let selectBetween = """
    SELECT at, count
    FROM audience_count
    WHERE event = ?1 AND metric = ?2 AND at BETWEEN ?3 AND ?4 AND \(isCurrent)
    ORDER BY at, entry
    """
  private static let isCurrent =
    "NOT EXISTS (SELECT 1 FROM void WHERE voided = audience_count.entry)"
  /// With the counts next to each stretch, if there are any.
  private static let selectStretches = """
    SELECT event, metric, at, count, entry
    FROM bound
    JOIN audience_count ON event = c0 AND metric = c1
      AND at BETWEEN
        coalesce((
          SELECT at FROM audience_count
          WHERE event = c0 AND metric = c1 AND at < c2 AND \(isCurrent)
          ORDER BY at DESC LIMIT 1), c2)
        AND coalesce((
          SELECT at FROM audience_count
          WHERE event = c0 AND metric = c1 AND at > c3 AND \(isCurrent)
          ORDER BY at LIMIT 1), c3)
    WHERE \(isCurrent)
    """
  private static let selectAsOf = """
    SELECT event, metric, at, count, entry
    FROM bound
    JOIN audience_count ON event = c0
    WHERE entry <= ?1
      AND NOT EXISTS (
        SELECT 1 FROM void WHERE voided = audience_count.entry AND void.entry <= ?1)
    """
  private static let selectCurves = """
    SELECT DISTINCT event, metric, entry
    FROM audience_count
    WHERE entry BETWEEN ?1 AND ?2
    """
  private static let selectRestated = """
    SELECT metric, at, count, entry
    FROM audience_count
    WHERE event = ?1 AND (metric, at) IN (
      SELECT metric, at FROM audience_count WHERE event = ?1
      GROUP BY metric, at HAVING count(*) > 1)
    ORDER BY metric, at, entry
    """

  let session: any BookSession

  /// Counts that one statement inserts.
  struct Records {
    var rows = BoundRows([.integer, .integer, .integer, .integer])

    var count: Int { rows.count }

    mutating func append(_ point: Point, event: Int64, metric: Int64) {
      rows.appendRow { cells in
        cells.append(event)
        cells.append(metric)
        cells.append(point.at)
        cells.append(point.count)
      }
    }

    /// The instants of the counts from an index on.
    func instants(from first: Int) -> Set<Int64> {
      Set((first..<rows.count).map { rows.cell($0, 2) })
    }
  }

  func insert(_ records: Records, entry: any EntryWriter) throws(StorageError) {
    try entry.insert(
      records.rows, alike: [:], naming: Set((0..<records.count).map { records.rows.cell($0, 0) }),
      into: Self.self)
  }

  /// The current counts from one instant to another, both included, in order.
  func points(
    event: Int64, metric: Int64, from first: Int64, to last: Int64
  ) throws(StorageError) -> [Point] {
    var points: [Point] = []
    try session.forEach(
      Self.selectBetween,
      .integer(event), .integer(metric), .integer(first), .integer(last)
    ) { row throws(StorageError) in
      points.append(restating: try Point(row: row))
    }
    return points
  }

  /// The current counts in stretches of curves, each with its neighbours, in the order of time.
  ///
  /// The columns of `stretches` are the event, the metric, and the first and the last instant.
  func points(in stretches: BoundRows) throws(StorageError) -> [CurveKey: [Point]] {
    try curves(Self.selectStretches, stretches, [])
  }

  /// All counts of events that were current as of an entry, by event and metric, in order.
  func points(
    of events: some Sequence<Int64>, asOf entry: Int64
  ) throws(StorageError) -> [Int64: [Int64: [Point]]] {
    var points: [Int64: [Int64: [Point]]] = [:]
    for (key, curve) in try curves(
      Self.selectAsOf, BoundRows(integers: events), [.integer(entry)])
    {
      points[key.event, default: [:]][key.metric] = curve
    }
    return points
  }

  /// Curves by a query whose rows come in the order of the key, or are sorted where they do not:
  /// an engine that reads the rows as they are stored need not sort them.
  private func curves(
    _ sql: String, _ rows: BoundRows, _ values: [Value]
  ) throws(StorageError) -> [CurveKey: [Point]] {
    for order in ["", "\nORDER BY event, metric, at, entry"] {
      var curves = Curves()
      try session.query(sql + order, over: rows, values) { row throws(StorageError) in
        try curves.append(row)
      }
      curves.end()
      if curves.isSorted { return curves.all }
    }
    throw .damaged("counts are not sorted")
  }

  /// The events and metrics for which some entries recorded counts.
  ///
  /// Reads the whole table.
  func curves(ofEntries entries: Set<Int64>) throws(StorageError) -> [(event: Int64, metric: Int64)]
  {
    guard let first = entries.min(), let last = entries.max() else { return [] }
    var curves: Set<[Int64]> = []
    try session.forEach(Self.selectCurves, .integer(first), .integer(last)) {
      row throws(StorageError) in
      guard entries.contains(try row.integer(2)) else { return }
      curves.insert([try row.integer(0), try row.integer(1)])
    }
    return curves.map { (event: $0[0], metric: $0[1]) }
  }

  /// The counts of an event at instants with several, including those voided since.
  func restated(event: Int64) throws(StorageError) -> [EventHistory.Count] {
    return try session.rows(Self.selectRestated, .integer(event)) { row throws(StorageError) in
      guard let metric = Metric(id: try row.integer(0)) else {
        throw .damaged("an audience count's metric is none")
      }
      return EventHistory.Count(
        metric: metric, at: try row.instant(1), count: try row.integer(2),
        entry: try row.integer(3))
    }
  }

}

extension [CurvePoint] {
  /// Adds a count; of two at one instant, the one recorded later counts.
  fileprivate mutating func append(restating point: Element) {
    if last?.at == point.at { removeLast() }
    append(point)
  }
}

extension CurvePoint {
  fileprivate init(row: borrowing Row) throws(StorageError) {
    self.init(at: try row.integer(0), count: try row.integer(1))
  }
}

/// Counts of several curves, as a query returns them in the order of the table's key.
private struct Curves {
  private(set) var all: [CurveKey: [CurvePoint]] = [:]
  private(set) var isSorted = true
  private var key = CurveKey(event: .min, metric: .min)
  private var points: [CurvePoint] = []
  private var lastAt = Int64.min

  /// Adds the row of an event, a metric, an instant and a count; of two at one instant, the later
  /// one counts.
  mutating func append(_ row: borrowing Row) throws(StorageError) {
    let (event, metric, at) = (try row.integer(0), try row.integer(1), try row.integer(2))
    if event != key.event || metric != key.metric {
      end()
      key = CurveKey(event: event, metric: metric)
      if all[key] != nil { isSorted = false }
    } else if at <= lastAt {
      if at < lastAt { isSorted = false }
      points.removeLast()
    }
    points.append(CurvePoint(at: at, count: try row.integer(3)))
    lastAt = at
  }

  mutating func end() {
    if !points.isEmpty { all[key] = points }
    points.removeAll(keepingCapacity: true)
  }
}

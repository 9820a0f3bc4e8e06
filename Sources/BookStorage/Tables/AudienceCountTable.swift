import LedgerCore
import Rows

/// The `audience_count` table: numbers of people or actions at instants of events.
struct AudienceCountTable: Table {
  static let name = "audience_count"
  static let columns: [Column] = [
    .integer("event"), .integer("metric"), .integer("at"), .integer("entry"), .integer("count"),
  ]
  static let key = ["event", "metric", "at", "entry"]
  static let statements = [
    selectBetween, selectBefore, selectAfter, selectAsOf, selectCurves,
    selectEntries, selectRestated,
  ]

  /// A count at an instant; the event and metric are known from elsewhere.
  struct Point: Equatable {
    /// UTC milliseconds.
    var at: Int64
    var count: Int64
  }

  private static let selectBetween = """
    SELECT at, count
    FROM audience_count
    WHERE event = ?1 AND metric = ?2 AND at BETWEEN ?3 AND ?4 AND \(isCurrent)
    ORDER BY at, entry
    """
  private static let selectBefore = """
    SELECT at, count
    FROM audience_count
    WHERE event = ?1 AND metric = ?2 AND at < ?3 AND \(isCurrent)
    ORDER BY at DESC, entry DESC
    LIMIT 1
    """
  private static let selectAfter = """
    SELECT at, count
    FROM audience_count
    WHERE event = ?1 AND metric = ?2 AND at > ?3 AND \(isCurrent)
    ORDER BY at
    LIMIT 1
    """
  private static let isCurrent =
    "NOT EXISTS (SELECT 1 FROM void WHERE voided = audience_count.entry)"
  private static let selectAsOf = """
    SELECT metric, at, count
    FROM audience_count
    WHERE event = ?1 AND entry <= ?2
      AND NOT EXISTS (
        SELECT 1 FROM void WHERE voided = audience_count.entry AND void.entry <= ?2)
    ORDER BY metric, at, entry
    """
  private static let selectCurves = """
    SELECT DISTINCT event, metric, entry
    FROM audience_count
    WHERE entry BETWEEN ?1 AND ?2
    """
  private static let selectEntries = "SELECT DISTINCT entry FROM audience_count WHERE event = ?1"
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

  func insert(_ records: Records, entry: OpenEntry) throws(StorageError) {
    try entry.insert(records.rows, into: Self.self)
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

  /// All counts of an event that were current as of an entry, by metric.
  func points(event: Int64, asOf entry: Int64) throws(StorageError) -> [Int64: [Point]] {
    var points: [Int64: [Point]] = [:]
    try session.forEach(Self.selectAsOf, .integer(event), .integer(entry)) {
      row throws(StorageError) in
      let point = Point(at: try row.integer(1), count: try row.integer(2))
      points[try row.integer(0), default: []].append(restating: point)
    }
    return points
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

  /// The entries that recorded counts of an event.
  func entries(event: Int64) throws(StorageError) -> [Int64] {
    return try session.rows(Self.selectEntries, .integer(event)) { row throws(StorageError) in
      try row.integer(0)
    }
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

  /// The current counts on both sides of each instant; `nil` if one of them is missing.
  ///
  /// A count at the instant itself is on both sides.
  func points(
    event: Int64, metric: Int64, around instants: [Int64]
  ) throws(StorageError) -> [(before: Point, after: Point)?] {
    try instants.map { at throws(StorageError) in
      guard let before = try point(event: event, metric: metric, before: at + 1) else { return nil }
      if before.at == at { return (before, before) }
      // A count that was restated has several rows, of which the last one counts.
      guard let next = try point(event: event, metric: metric, after: at),
        let after = try points(event: event, metric: metric, from: next.at, to: next.at).last
      else { return nil }
      return (before, after)
    }
  }

  /// The last count before an instant.
  func point(event: Int64, metric: Int64, before at: Int64) throws(StorageError) -> Point? {
    return try session.first(
      Self.selectBefore,
      .integer(event), .integer(metric), .integer(at), decode: Point.init(row:))
  }

  /// The first count after an instant.
  func point(event: Int64, metric: Int64, after at: Int64) throws(StorageError) -> Point? {
    return try session.first(
      Self.selectAfter,
      .integer(event), .integer(metric), .integer(at), decode: Point.init(row:))
  }
}

extension [AudienceCountTable.Point] {
  /// Adds a count; of two at one instant, the one recorded later counts.
  fileprivate mutating func append(restating point: Element) {
    if last?.at == point.at { removeLast() }
    append(point)
  }
}

extension AudienceCountTable.Point {
  fileprivate init(row: borrowing Row) throws(StorageError) {
    self.init(at: try row.integer(0), count: try row.integer(1))
  }
}

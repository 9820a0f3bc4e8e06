import SQLite

/// The `audience_count` table: numbers of people or actions at instants of events.
struct AudienceCountTable: Table {
  static let name = "audience_count"
  static let columns: [Column] = [
    .integer("event"), .integer("metric"), .integer("at"), .integer("entry"), .integer("count"),
  ]
  static let statements = [
    insertOne, insertMany, selectBetween, selectBefore, selectAfter, selectAsOf, selectCurves,
    selectEntries,
  ]

  /// A count at an instant of an event and metric that are known from elsewhere.
  struct Point: Equatable {
    /// UTC milliseconds.
    var at: Int64
    var count: Int64
  }

  /// Rows that one statement inserts: beyond a hundred, more rows gain nothing.
  static let rowsPerInsert = 100

  private static let insertOne =
    "INSERT INTO audience_count (event, metric, at, entry, count) VALUES (?1, ?2, ?3, ?4, ?5)"
  private static let insertMany =
    "INSERT INTO audience_count (event, metric, at, entry, count) VALUES "
    + Array(repeating: "(?, ?, ?, ?, ?)", count: rowsPerInsert).joined(separator: ", ")
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

  let connection: Connection

  /// A count to insert.
  struct Record {
    let event: Int64
    let metric: Int64
    let point: Point
  }

  func insert(_ records: [Record], entry: Int64) throws(SQLiteError) {
    var next = 0
    if records.count >= Self.rowsPerInsert {
      var statement = try connection.statement(Self.insertMany)
      while next + Self.rowsPerInsert <= records.count {
        var parameter = 1
        for record in records[next..<next + Self.rowsPerInsert] {
          try statement.bind(record, entry: entry, from: parameter)
          parameter += 5
        }
        try statement.run()
        next += Self.rowsPerInsert
      }
    }
    var statement = try connection.statement(Self.insertOne)
    for record in records[next...] {
      try statement.bind(record, entry: entry, from: 1)
      try statement.run()
    }
  }

  /// The current counts from one instant to another, both included, in order.
  func points(
    event: Int64, metric: Int64, from first: Int64, to last: Int64
  ) throws(SQLiteError) -> [Point] {
    var statement = try connection.statement(Self.selectBetween)
    var points: [Point] = []
    try statement.forEach(
      .integer(event), .integer(metric), .integer(first), .integer(last)
    ) { row throws(SQLiteError) in
      points.append(restating: try Point(row: row))
    }
    return points
  }

  /// All counts of an event that were current when an entry was the last, metric by metric.
  func points(event: Int64, asOf entry: Int64) throws(SQLiteError) -> [Int64: [Point]] {
    var statement = try connection.statement(Self.selectAsOf)
    var points: [Int64: [Point]] = [:]
    try statement.forEach(.integer(event), .integer(entry)) { row throws(SQLiteError) in
      let point = Point(at: try row.integer(1), count: try row.integer(2))
      points[try row.integer(0), default: []].append(restating: point)
    }
    return points
  }

  /// The events and metrics of which some entries recorded counts.
  ///
  /// Reads the whole table.
  func curves(ofEntries entries: Set<Int64>) throws(SQLiteError) -> [(event: Int64, metric: Int64)]
  {
    guard let first = entries.min(), let last = entries.max() else { return [] }
    var statement = try connection.statement(Self.selectCurves)
    var curves: Set<[Int64]> = []
    try statement.forEach(.integer(first), .integer(last)) { row throws(SQLiteError) in
      guard entries.contains(try row.integer(2)) else { return }
      curves.insert([try row.integer(0), try row.integer(1)])
    }
    return curves.map { (event: $0[0], metric: $0[1]) }
  }

  /// The entries that recorded counts of an event.
  func entries(event: Int64) throws(SQLiteError) -> [Int64] {
    var statement = try connection.statement(Self.selectEntries)
    return try statement.rows(.integer(event)) { row throws(SQLiteError) in try row.integer(0) }
  }

  /// The last count before an instant.
  func point(event: Int64, metric: Int64, before at: Int64) throws(SQLiteError) -> Point? {
    var statement = try connection.statement(Self.selectBefore)
    return try statement.first(
      .integer(event), .integer(metric), .integer(at), decode: Point.init(row:))
  }

  /// The first count after an instant.
  func point(event: Int64, metric: Int64, after at: Int64) throws(SQLiteError) -> Point? {
    var statement = try connection.statement(Self.selectAfter)
    return try statement.first(
      .integer(event), .integer(metric), .integer(at), decode: Point.init(row:))
  }
}

extension Statement {
  fileprivate func bind(
    _ record: AudienceCountTable.Record, entry: Int64, from parameter: Int
  ) throws(SQLiteError) {
    try bind(record.event, at: parameter)
    try bind(record.metric, at: parameter + 1)
    try bind(record.point.at, at: parameter + 2)
    try bind(entry, at: parameter + 3)
    try bind(record.point.count, at: parameter + 4)
  }
}

extension [AudienceCountTable.Point] {
  /// Adds a count; of two at one instant the later recorded one stands.
  fileprivate mutating func append(restating point: Element) {
    if last?.at == point.at { removeLast() }
    append(point)
  }
}

extension AudienceCountTable.Point {
  fileprivate init(row: borrowing Row) throws(SQLiteError) {
    self.init(at: try row.integer(0), count: try row.integer(1))
  }
}

import LedgerCore
import Rows

/// The `reported_total` table: the totals that platforms reported for events.
struct ReportedTotalTable: Table {
  static let name = "reported_total"
  static let columns: [Column] = [
    .integer("event"), .text("measure"), .text("source"), .integer("observed_at"),
    .integer("entry"), .integer("value_micros"), .text("currency", nullable: true),
  ]
  static let key = ["event", "measure", "source", "observed_at", "entry"]
  static let statements = [
    select, selectOfEvent, selectInMarket, selectEntries, selectHistory,
  ]

  private static let select = """
    SELECT \(fields)
    FROM reported_total
    LEFT JOIN currency ON code = currency
    WHERE event = ?1 AND measure = ?2 AND source = ?3 AND observed_at = ?4
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = reported_total.entry)
    """
  private static let selectOfEvent = """
    SELECT \(fields)
    FROM reported_total
    LEFT JOIN currency ON code = currency
    WHERE event = ?1 AND reported_total.entry <= ?2
      AND NOT EXISTS (
        SELECT 1 FROM void WHERE voided = reported_total.entry AND void.entry <= ?2)
    ORDER BY measure, source, observed_at
    """
  private static let selectInMarket = """
    SELECT \(fields), event.id, event.key
    FROM event
    JOIN reported_total ON reported_total.event = event.id
    LEFT JOIN currency ON code = currency
    WHERE \(EventTable.mayBeAsked)
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = reported_total.entry)
    ORDER BY event.id, measure, source, observed_at
    """
  private static let fields = "measure, source, observed_at, value_micros, currency, digits"
  private static let selectEntries = "SELECT DISTINCT entry FROM reported_total WHERE event = ?1"
  private static let selectHistory = """
    SELECT \(fields), reported_total.entry
    FROM reported_total
    LEFT JOIN currency ON code = currency
    WHERE event = ?1
    ORDER BY measure, source, observed_at, reported_total.entry
    """

  let session: any BookSession

  func insert(_ total: ReportedTotal, event: Int64, entry: OpenEntry) throws(StorageError) {
    let micros: Int128
    switch total.amount {
    case .number(let number): micros = number.micros
    case .money(let money): micros = money.micros
    }
    try entry.insert(
      [
        .integer(event), .text(total.measure.rawValue), .text(total.key.source),
        .integer(total.key.observedAt.milliseconds), .integer(entry.number),
        .integer(Int64(clamping: micros)), .optional(total.money?.currency.code),
      ], into: Self.self)
  }

  /// The current total with a key.
  func total(_ key: ReportedTotal.Key, event: Int64) throws(StorageError) -> ReportedTotal? {
    return try session.first(
      Self.select,
      .integer(event), .text(key.measure.rawValue), .text(key.source),
      .integer(key.observedAt.milliseconds)
    ) { row throws(StorageError) in try ReportedTotal(row: row, event: key.event) }
  }

  /// The latest total of each measure and source that was current as of an entry.
  ///
  /// They are in the order of ``Measure``, then of the sources.
  func latest(
    of event: Int64, key: EventKey, asOf entry: Int64
  ) throws(StorageError) -> [ReportedTotal] {
    var latest = LatestTotals()
    try session.forEach(Self.selectOfEvent, .integer(event), .integer(entry)) {
      row throws(StorageError) in
      latest.add(try ReportedTotal(row: row, event: key))
    }
    return latest.all
  }

  /// The latest totals of a market's events that may start in a period, by the event's row.
  func latest(
    in market: Market.Code, during period: InstantRange
  ) throws(StorageError) -> [Int64: [ReportedTotal]] {
    var latest: [Int64: LatestTotals] = [:]
    try session.forEach(
      Self.selectInMarket,
      .text(market.description), .integer(period.start?.milliseconds ?? .min),
      .integer(period.end?.milliseconds ?? .max)
    ) { row throws(StorageError) in
      latest[try row.integer(6), default: LatestTotals()].add(
        try ReportedTotal(row: row, event: try row.eventKey(7)))
    }
    return latest.mapValues(\.all)
  }

  /// Everything ever reported for an event, including what was voided since.
  func history(
    of event: Int64, key: EventKey
  ) throws(StorageError) -> [(total: ReportedTotal, entry: Int64)] {
    return try session.rows(Self.selectHistory, .integer(event)) { row throws(StorageError) in
      (total: try ReportedTotal(row: row, event: key), entry: try row.integer(6))
    }
  }

  /// The entries that recorded totals of an event.
  func entries(event: Int64) throws(StorageError) -> [Int64] {
    return try session.rows(Self.selectEntries, .integer(event)) { row throws(StorageError) in
      try row.integer(0)
    }
  }
}

/// The last total of each measure and source, if totals are added by measure, source and time.
private struct LatestTotals {
  private var totals: [Measure: [ReportedTotal]] = [:]

  /// The totals in the order of ``Measure``, then of the sources.
  var all: [ReportedTotal] { Measure.allCases.flatMap { totals[$0] ?? [] } }

  mutating func add(_ total: ReportedTotal) {
    var known = totals[total.measure] ?? []
    if let last = known.last, ByteText(last.key.source) == ByteText(total.key.source) {
      known.removeLast()
    }
    totals[total.measure] = known + [total]
  }
}

extension ReportedTotal {
  fileprivate init(row: borrowing Row, event: EventKey) throws(StorageError) {
    guard let measure = Measure(rawValue: try row.text(0)) else {
      throw .damaged("a reported total's measure is none")
    }
    let micros = Int128(try row.integer(3))
    var amount = Amount.number(Decimal(micros: micros))
    if let code = try row.optionalText(4) {
      let currency = Currency(code: code, digits: Int(try row.integer(5)))
      amount = .money(Money(micros: micros, currency: currency))
    }
    let (source, observedAt) = (try row.text(1), try row.instant(2))
    do {
      try self.init(
        event: event, measure: measure, source: source, observedAt: observedAt, amount: amount)
    } catch {
      throw .damaged("a reported total is none: \(error)")
    }
  }
}

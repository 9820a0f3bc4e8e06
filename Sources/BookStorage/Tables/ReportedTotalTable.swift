import LedgerCore
import Rows

/// The `reported_total` table: the totals that platforms reported for events.
struct ReportedTotalTable: Table {
  static let name = "reported_total"
  static let columns: [Column] = [
    .event.meaning("id of the show"),
    .text("measure", "the measure: gmv_gross, orders, watch_seconds, …"), .text("source"),
    .integer("observed_at", "time of the observation; a later observation is another row"),
    .entry, .integer("value_micros", "the total: money, a number or seconds"),
    .text("currency", "currency of a total in money; null for all others", nullable: true),
  ]
  static let key = ["event", "measure", "source", "observed_at", "entry"]
  static let statements = [
    select, selectOfEvents, selectInMarket, selectHistory,
  ]

  private static let select = """
    SELECT \(fields), event
    FROM bound
    JOIN reported_total ON event = c0 AND measure = c1 AND source = c2 AND observed_at = c3
    LEFT JOIN currency ON code = currency
    WHERE NOT EXISTS (SELECT 1 FROM void WHERE voided = reported_total.entry)
    """
  private static let selectOfEvents = """
    SELECT \(fields), event
    FROM bound
    JOIN reported_total ON event = c0
    LEFT JOIN currency ON code = currency
    WHERE reported_total.entry <= ?1
      AND NOT EXISTS (
        SELECT 1 FROM void WHERE voided = reported_total.entry AND void.entry <= ?1)
    ORDER BY event, measure, source, observed_at
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
  private static let selectHistory = """
    SELECT \(fields), reported_total.entry
    FROM reported_total
    LEFT JOIN currency ON code = currency
    WHERE event = ?1
    ORDER BY measure, source, observed_at, reported_total.entry
    """

  let session: any BookSession

  /// What identifies a total, as the book compares it.
  struct Key: Hashable {
    /// The event's row.
    let event: Int64
    let measure: Measure
    let source: ByteText
    let observedAt: Instant

    init(_ key: ReportedTotal.Key, event: Int64) {
      self.event = event
      measure = key.measure
      source = ByteText(key.source)
      observedAt = key.observedAt
    }
  }

  func insert(_ total: ReportedTotal, event: Int64, entry: any EntryWriter) throws(StorageError) {
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

  /// The current totals with some keys, of events whose keys are known by their rows.
  func totals(
    _ keys: Set<Key>, of events: [Int64: EventKey]
  ) throws(StorageError) -> [Key: ReportedTotal] {
    var rows = BoundRows([.integer, .text, .text, .integer])
    for key in keys {
      rows.append(key.event)
      rows.append(rows.cell(key.measure.rawValue))
      rows.append(rows.cell(key.source.text))
      rows.append(key.observedAt.milliseconds)
    }
    var totals: [Key: ReportedTotal] = [:]
    try session.query(Self.select, over: rows, []) { row throws(StorageError) in
      let event = try row.integer(6)
      guard let name = events[event] else { throw .damaged("an event is not there") }
      let total = try ReportedTotal(row: row, event: name)
      totals[Key(total.key, event: event)] = total
    }
    return totals
  }

  /// The latest total of each measure and source that was current as of an entry, by event.
  ///
  /// They are in the order of ``Measure``, then of the sources.
  func latest(
    of events: [Int64: EventKey], asOf entry: Int64
  ) throws(StorageError) -> [Int64: [ReportedTotal]] {
    var latest: [Int64: LatestTotals] = [:]
    try session.query(
      Self.selectOfEvents, over: BoundRows(integers: events.keys.sorted()), [.integer(entry)]
    ) { row throws(StorageError) in
      let event = try row.integer(6)
      guard let key = events[event] else { throw .damaged("an event is not there") }
      latest[event, default: LatestTotals()].add(try ReportedTotal(row: row, event: key))
    }
    return latest.mapValues(\.all)
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

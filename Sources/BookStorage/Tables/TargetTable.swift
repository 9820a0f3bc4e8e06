import LedgerCore
import Rows

/// The `target` table: the targets of markets and events.
struct TargetTable: Table {
  static let name = "target"
  static let columns: [Column] = [
    .id.meaning("number within this file; people use the market or show, metric and period"),
    .text("market", "the country; for a show's target, that of the show"),
    .optionalEvent.meaning("id of the show; null for a target of the whole market"),
    .text("metric", "metric of the report: gmv_net, peak_concurrent, …"),
    .integer("first_day", "first day of the period; null for the whole of a show", nullable: true),
    .integer("last_day", "last day of the period; null for the whole of a show", nullable: true),
    .entry, .integer("value_micros", "the target: money, a number or a ratio"),
    .text("currency", "currency of a target in money; null for all others", nullable: true),
    .text("source", "who set the target or reports it; null if not known", nullable: true),
  ]
  static let statements = [select, selectInMarket, selectEverywhere]

  private static let select = """
    SELECT \(fields), c5
    FROM bound
    JOIN target ON target.market = c0 AND metric = c1 AND target.event IS NOT DISTINCT FROM c2
      AND first_day IS NOT DISTINCT FROM c3 AND last_day IS NOT DISTINCT FROM c4
    LEFT JOIN event ON event.id = target.event
    LEFT JOIN currency ON currency.code = target.currency
    WHERE NOT EXISTS (SELECT 1 FROM void WHERE voided = target.entry)
    ORDER BY target.entry
    """
  private static let selectInMarket = """
    SELECT \(fields)
    FROM target
    LEFT JOIN event ON event.id = target.event
    LEFT JOIN currency ON currency.code = target.currency
    WHERE target.entry <= ?1 AND \(isCurrent) AND target.market = ?2
    ORDER BY \(order)
    """
  private static let selectEverywhere = """
    SELECT \(fields)
    FROM target
    LEFT JOIN event ON event.id = target.event
    LEFT JOIN currency ON currency.code = target.currency
    WHERE target.entry <= ?1 AND \(isCurrent)
    ORDER BY \(order)
    """
  private static let isCurrent =
    "NOT EXISTS (SELECT 1 FROM void WHERE voided = target.entry AND void.entry <= ?1)"
  private static let fields = """
    target.market, event.key, metric, first_day, last_day, target.entry, value_micros,
      currency, digits, target.source
    """
  private static let order = "target.market, event.key, metric, first_day, last_day, target.entry"

  let session: any BookSession

  /// What identifies a target; its event is the one that the book has now.
  struct Key: Hashable {
    /// The market that the target is for, or its event's.
    let market: Market.Code
    /// The event's row, if the target is for an event.
    let event: Int64?
    let target: Target.Key
  }

  func insert(_ target: Target, at place: Key, entry: any EntryWriter) throws(StorageError) {
    _ = try entry.insertNumbered(
      [
        .text(place.market.description), .optional(place.event),
        .text(target.metric.description), .optional(target.period?.first.daysSince1970),
        .optional(target.period?.last.daysSince1970), .integer(entry.number),
        .integer(Int64(clamping: target.micros)), .optional(target.money?.currency.code),
        .optional(target.source),
      ], into: Self.self)
  }

  /// The current targets with some keys.
  func targets(_ keys: Set<Key>) throws(StorageError) -> [Key: Target] {
    let keys = Array(keys)
    var rows = BoundRows(
      [.text, .text, .optionalInteger, .optionalInteger, .optionalInteger, .integer])
    for (place, key) in keys.enumerated() {
      rows.append(rows.cell(key.market.description))
      rows.append(rows.cell(key.target.metric.description))
      rows.append(key.event ?? BoundRows.null)
      rows.append(key.target.period?.first.daysSince1970 ?? BoundRows.null)
      rows.append(key.target.period?.last.daysSince1970 ?? BoundRows.null)
      rows.append(Int64(place))
    }
    var targets: [Key: Target] = [:]
    // Of two with one key, the one recorded later counts.
    try session.query(Self.select, over: rows, []) { row throws(StorageError) in
      targets[keys[Int(try row.integer(10))]] = try TargetRecord(row: row).target
    }
    return targets
  }

  /// The targets that were current as of an entry.
  func targets(
    in market: Market.Code?, asOf entry: Int64
  ) throws(StorageError) -> [TargetRecord] {
    var records: [TargetRecord] = []
    try session.query(
      market == nil ? Self.selectEverywhere : Self.selectInMarket,
      [.integer(entry)] + (market.map { [.text($0.description)] } ?? [])
    ) { row throws(StorageError) in
      let record = try TargetRecord(row: row)
      // Of two with one key, the one recorded later counts.
      if records.last?.target.key == record.target.key { records.removeLast() }
      records.append(record)
      return true
    }
    return records
  }

}

extension TargetRecord {
  fileprivate init(row: borrowing Row) throws(StorageError) {
    let market = Market.Code(try row.text(0))
    let event = try row.optionalText(1) == nil ? nil : try row.eventKey(1)
    let (metric, source) = (try row.text(2), try row.optionalText(9))
    let days = (first: try row.optionalDay(3), last: try row.optionalDay(4))
    let micros = Int128(try row.integer(6))
    var amount = Target.Amount.number(Decimal(micros: micros))
    if let code = try row.optionalText(7) {
      let currency = Currency(code: code, digits: Int(try row.integer(8)))
      amount = .money(Money(micros: micros, currency: currency))
    }
    let entry = try row.integer(5)
    do {
      var period: Period?
      if let first = days.first, let last = days.last {
        period = try Period(first: first, last: last)
      }
      let target = try Target(
        scope: event.map(Target.Scope.event) ?? .market(market),
        metric: ReportMetric(name: metric), period: period, amount: amount, source: source)
      self.init(target: target, market: market, entry: entry)
    } catch {
      throw .damaged("a target is none: \(error)")
    }
  }
}

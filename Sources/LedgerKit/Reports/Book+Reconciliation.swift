public import LedgerCore

extension Book {
  /// What platforms report of a market's shows that start on some days, beside the order lines that
  /// are credited to them.
  ///
  /// `window`: how long after a show an order that is credited to none may be of it, such as `24h`.
  /// `tolerance`: differences up to this are none, as a decimal. `credit`: the rule by which sales
  /// without a show are credited to one; `nil` for the book's setting, and ``ReportRequest/noRule``
  /// for none. `asOf`: an entry's number, a day or a time; `nil` for now.
  /// - Throws: ``LedgerError``
  public func reconciliation(
    of market: String, days: DayRange = DayRange(), window: String = "0m", tolerance: String = "0",
    credit: String? = nil, asOf: String? = nil
  ) throws(LedgerError) -> Reconciliation {
    let entry = try lastEntry(asOf: asOf, in: .utc)
    let chosen = try ledger.reference().market(market)
    let period = try self.period(days, in: chosen).range
    let tolerance = try Decimal(tolerance, field: "tolerance")
    guard tolerance.micros >= 0 else {
      throw .invalid(field: "tolerance", value: tolerance.text(), reason: "is below 0")
    }
    let length = try CreditRule.length(window[...], field: "window", value: window)
    let set = credit == nil ? try use(.credit, asOf: entry)?.setting.value : nil
    let rule = credit == ReportRequest.noRule ? nil : credit ?? set
    let totals = try ledger.totals(
      TotalsRequest(
        market: chosen.code, period: period.longer(by: length + Self.longestShow),
        sales: .eventQuarters, asOf: entry,
        credit: rule.map { text throws(LedgerError) in try CreditRule(text) }, bases: true))
    return Reconciliation(
      totals, in: period, window: length, tolerance: tolerance.micros,
      observers: try observers(of: totals.events, asOf: entry))
  }

  /// What was reported of events that are the same show as others, by those.
  private func observers(
    of shows: [EventTotals], asOf entry: Int64?
  ) throws(LedgerError) -> [EventKey: [ReportedTotal]] {
    let keys = Set(shows.map(\.event.key))
    var reported: [EventKey: [ReportedTotal]] = [:]
    for same in try ledger.sameShows(asOf: entry).map(\.fact) where keys.contains(same.event) {
      reported[same.event, default: []] += try ledger.event(same.other).totals.reported
    }
    return reported
  }

  /// A show of more than two days is none that began in the period.
  private static var longestShow: Int64 { 48 * 3_600_000 }
}

extension InstantRange {
  /// The same range with a later end.
  fileprivate func longer(by milliseconds: Int64) -> InstantRange {
    let quarter: Int64 = 900_000
    let whole = (milliseconds + quarter - 1) / quarter * quarter
    let later = end.flatMap { Instant(milliseconds: $0.milliseconds + whole) }
    return InstantRange(start: start, end: end == nil ? nil : later ?? end)
  }
}

extension MarketReport {
  /// Reads the facts of a report from a ledger, and computes the report.
  ///
  /// - Throws: ``LedgerError`` if the ledger cannot answer.
  public init(
    of market: Market, in ledger: any Ledger, _ request: MarketReport.Request
  ) throws(LedgerError) {
    var request = request
    if !request.filter.isAll {
      request.filter = try ledger.currentAliases(asOf: request.asOf).shown(request.filter)
    }
    let totals = try ledger.coveredTotals(of: market, request.totals(of: market.code))
    let rates = try request.currency.map { currency throws(LedgerError) in
      try totals.exchangeRates(
        to: currency, in: ledger, asOf: request.asOf, zone: request.period.zone)
    }
    self.init(
      market: market, request: request, totals: totals, rates: rates,
      targets: try TargetStanding.standings(of: market, in: ledger, request))
  }
}

extension MarketTotals {
  /// The exchange rates by which amounts are converted, each on its day in a zone.
  fileprivate func exchangeRates(
    to currency: Currency, in ledger: any Ledger, asOf entry: Int64?, zone: TimeZone
  ) throws(LedgerError) -> ExchangeRates {
    let sold =
      sales.map { ($0.totals.currency, $0.at) }
      + spans.map { ($0.totals.currency, Optional($0.notBefore)) }
    let reported = events.flatMap(\.reported).compactMap { total in
      total.money.map { ($0.currency, Optional(total.key.observedAt)) }
    }
    let days = (sold + reported).compactMap { $0.1.map(zone.day(of:)) }
    guard let first = days.min(), let last = days.max() else { return ExchangeRates([]) }
    return try ledger.exchangeRates(
      between: Set((sold + reported).map(\.0)).union([currency]), on: first...last, asOf: entry)
  }
}

extension ConvertedTotals {
  /// Converts totals that separate sales by event and quarter of an hour, at the book's rates.
  init(
    _ given: MarketTotals, to currency: Currency, in ledger: any Ledger, asOf entry: Int64?,
    zone: TimeZone
  ) throws(LedgerError) {
    self.init(
      given, to: currency,
      by: try given.exchangeRates(to: currency, in: ledger, asOf: entry, zone: zone), zone: zone)
  }
}

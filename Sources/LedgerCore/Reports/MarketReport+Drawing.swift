extension MarketReport {
  /// Reads the facts of a report from a ledger, and computes the report.
  ///
  /// - Throws: ``LedgerError`` if the ledger cannot answer.
  public init(
    of market: Market, in ledger: any Ledger, _ request: MarketReport.Request
  ) throws(LedgerError) {
    let totals = try ledger.coveredTotals(of: market, request.totals(of: market.code))
    let zone = request.period.zone
    var rates: ExchangeRates?
    if let currency = request.currency {
      let sold = totals.sales.map { ($0.totals.currency, $0.at) }
      let reported = totals.events.flatMap(\.reported).compactMap { total in
        total.money.map { ($0.currency, Optional(total.key.observedAt)) }
      }
      let days = (sold + reported).compactMap { $0.1.map(zone.day(of:)) }
      if let first = days.min(), let last = days.max() {
        rates = try ledger.exchangeRates(
          between: Set((sold + reported).map(\.0)).union([currency]), on: first...last,
          asOf: request.asOf)
      }
    }
    self.init(
      market: market, request: request, totals: totals, rates: rates,
      targets: try TargetStanding.standings(of: market, in: ledger, request))
  }
}

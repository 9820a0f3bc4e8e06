extension MarketReport {
  /// Reads the facts of a report from a ledger, and computes the report.
  ///
  /// - Throws: ``LedgerError`` if the ledger cannot answer.
  public init(
    of market: Market, in ledger: any Ledger, _ request: MarketReport.Request
  ) throws(LedgerError) {
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

extension TargetStanding {
  /// The targets of a market whose period overlaps that of a report request, and of its shows.
  ///
  /// - Throws: ``LedgerError`` if the ledger cannot answer.
  static func standings(
    of market: Market, in ledger: any Ledger, _ request: MarketReport.Request
  ) throws(LedgerError) -> [TargetStanding] {
    let zone = request.period.zone
    let today = zone.day(of: request.now)
    let targets = try ledger.targets(in: market.code, asOf: request.asOf).map(\.target)
      .filter { request.touches($0.period) }
    let shows =
      targets.contains { $0.event != nil }
      ? try ledger.coveredTotals(
        of: market,
        TotalsRequest(
          market: market.code, period: .always, asOf: request.asOf, credit: request.credit)
      ).events : []
    return try targets.map { target throws(LedgerError) in
      let figures: FigureSet
      var isEventOver = false
      if let event = target.event {
        let own = shows.filter { $0.event.key == event }
        figures = FigureSet(shows: own, sales: own.first?.knownSales ?? [])
        isEventOver = own.contains { ($0.event.endsAt ?? $0.event.startsAt) < request.now }
      } else {
        let period = try ReportPeriod(
          from: target.period?.first, to: target.period?.last, zone: zone)
        let totals = try ledger.totals(
          TotalsRequest(
            market: market.code, period: period.range, asOf: request.asOf,
            credit: request.credit))
        var sales = totals.sales.map(\.totals).byCurrency()
        let currency = target.money?.currency ?? market.currency
        if !sales.contains(where: { $0.currency == currency }),
          try ledger.hasAllSales(of: market, during: period.range, asOf: request.asOf)
        {
          sales.append(SaleTotals(currency: currency))
        }
        figures = FigureSet(shows: totals.events, sales: sales)
      }
      // Orders and units are also separated by currency, which their targets do not name.
      let found = figures[target.metric]
      let currency =
        target.money?.currency
        ?? (found.count == 1 ? found.first?.currency : market.currency)
      return TargetStanding(
        target, actual: figures.figure(target.metric, in: currency),
        today: today, isEventOver: isEventOver)
    }
  }
}

extension MarketReport.Request {
  fileprivate func touches(_ days: Period?) -> Bool {
    guard let days else { return true }
    if let from = period.from, days.last < from { return false }
    if let to = period.to, days.first > to { return false }
    return true
  }
}

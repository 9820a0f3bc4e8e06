extension Readiness {
  /// Reads what is known about a market from a ledger, and judges the market.
  ///
  /// `request`: the days, and as of when; its filter, grouping and limit are ignored. Its last day
  /// limits shows, targets, surveys, and how long creators are seen to stay.
  /// - Throws: ``LedgerError`` if the ledger cannot answer.
  public init(
    of market: Market, in ledger: any Ledger, by policy: ReadinessPolicy,
    _ request: MarketReport.Request, book: Report.Book
  ) throws(LedgerError) {
    var question = TotalsRequest(
      market: market.code, period: request.period.range, asOf: request.asOf,
      credit: request.credit)
    let totals = try ledger.coveredTotals(of: market, question)
    // A show that has not started yet cannot be judged.
    let past = totals.events.filter { $0.event.startsAt <= request.now }
    var shows = Array(past.prefix(policy.lastShows))
    var conversion: ReportConversion?
    if shows.contains(where: { $0.sales.contains { $0.currency != policy.currency } }) {
      // A movement is converted at the exchange rate of its day.
      question.sales = .eventQuarters
      let converted = try ConvertedTotals(
        ledger.coveredTotals(of: market, question).only(shows), to: policy.currency, in: ledger,
        asOf: request.asOf, zone: request.period.zone)
      shows = converted.totals.events.map(ConvertedTotals.rounded)
      conversion = converted.conversion
    }
    let today = request.period.zone.day(of: request.now)
    let through = min(request.period.to ?? today, today)
    let inPeriod = Set(totals.events.map(\.event.key))
    let targets = try TargetStanding.standings(of: market, in: ledger, request).filter {
      $0.target.period.map { $0.last <= through } ?? $0.target.event.map(inPeriod.contains) ?? true
    }
    func survey(_ kind: Survey.Kind) throws(LedgerError) -> Survey? {
      try ledger.latestSurvey(
        of: kind, in: market.code, endingBy: request.period.to, asOf: request.asOf)
    }
    let aliases = try ledger.currentAliases(asOf: request.asOf)
    let evidence = ReadinessEvidence(
      shows: shows, settledShows: shows.filter { !request.isProvisional($0.event) },
      memberships: try ledger.memberships(in: market.code, asOf: request.asOf)
        .map(aliases.shown), targets: targets,
      awareness: try survey(.awareness), adoption: try survey(.adoption), today: through,
      zone: request.period.zone)
    self.init(
      market: market, policy: policy, book: book,
      findings: policy.criteria.map {
        evidence.finding($0, in: policy.currency, bootstrap: request.bootstrap)
      }, shows: shows.count, conversion: conversion, credit: request.credit,
      settings: request.settings, assumption: request.period.assumption(of: market))
  }
}

extension MarketTotals {
  /// The totals of some of the shows, with their sales alone.
  fileprivate func only(_ shows: [EventTotals]) -> MarketTotals {
    let keys = Set(shows.map(\.event.key))
    return MarketTotals(
      events: events.filter { keys.contains($0.event.key) },
      sales: sales.filter { $0.event.map(keys.contains) ?? false },
      spans: spans.filter { $0.event.map(keys.contains) ?? false }, splitOrders: splitOrders)
  }
}

extension Readiness {
  /// Reads what is known about a market from a ledger, and judges the market.
  ///
  /// `request`: the days, and as of when; its filter, grouping and limit are ignored.
  /// - Throws: ``LedgerError`` if the ledger cannot answer.
  public init(
    of market: Market, in ledger: any Ledger, by policy: ReadinessPolicy,
    _ request: MarketReport.Request, book: Report.Book
  ) throws(LedgerError) {
    let totals = try ledger.totals(
      TotalsRequest(
        market: market.code, period: request.period.range, asOf: request.asOf,
        credit: request.credit))
    // A show that has not started yet cannot be judged.
    let past = totals.events.filter { $0.event.startsAt <= request.now }
    let shows = Array(past.prefix(policy.lastShows))
    let evidence = ReadinessEvidence(
      shows: shows, settledShows: shows.filter { !request.isProvisional($0.event) },
      memberships: try ledger.memberships(in: market.code, asOf: request.asOf),
      targets: try TargetStanding.standings(of: market, in: ledger, request),
      awareness: try ledger.latestSurvey(of: .awareness, in: market.code, asOf: request.asOf),
      adoption: try ledger.latestSurvey(of: .adoption, in: market.code, asOf: request.asOf),
      today: request.period.zone.day(of: request.now))
    self.init(
      market: market, policy: policy, book: book,
      findings: policy.criteria.map {
        evidence.finding($0, in: policy.currency, bootstrap: request.bootstrap)
      }, shows: shows.count, credit: request.credit, settings: request.settings)
  }
}

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
    let totals = try ledger.coveredTotals(
      of: market,
      TotalsRequest(market: market.code, period: request.period.range, asOf: request.asOf))
    // A show that has not started yet cannot be judged.
    let past = totals.events.filter { $0.event.startsAt <= request.now }
    let shows = Array(past.prefix(policy.lastShows))
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
    let evidence = ReadinessEvidence(
      shows: shows, settledShows: shows.filter { !request.isProvisional($0.event) },
      memberships: try ledger.memberships(in: market.code, asOf: request.asOf), targets: targets,
      awareness: try survey(.awareness), adoption: try survey(.adoption), today: through,
      zone: request.period.zone)
    self.init(
      market: market, policy: policy, book: book,
      findings: policy.criteria.map {
        evidence.finding($0, in: policy.currency, bootstrap: request.bootstrap)
      }, shows: shows.count, settings: request.settings,
      assumption: request.period.assumption(of: market))
  }
}

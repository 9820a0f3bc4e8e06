extension Readiness {
  /// Reads what is known about a market from a ledger, and judges the market.
  ///
  /// `question`: the days, and as of when; its filter, grouping and limit are ignored.
  /// - Throws: ``LedgerError`` if the ledger cannot answer.
  public init(
    of market: Market, in ledger: any LedgerRepository, by policy: ReadinessPolicy,
    _ question: ReportQuestion, book: Report.Book
  ) throws(LedgerError) {
    let totals = try ledger.totals(
      TotalsQuestion(market: market.code, period: question.period.range, asOf: question.asOf))
    // A show that has not started yet cannot be judged.
    let past = totals.events.filter { $0.event.startsAt <= question.now }
    let shows = Array(past.prefix(policy.lastShows))
    let evidence = ReadinessEvidence(
      shows: shows, settledShows: shows.filter { !question.isProvisional($0.event) },
      memberships: try ledger.memberships(in: market.code, asOf: question.asOf),
      targets: try TargetStanding.standings(of: market, in: ledger, question),
      awareness: try ledger.latestSurvey(of: .awareness, in: market.code, asOf: question.asOf),
      adoption: try ledger.latestSurvey(of: .adoption, in: market.code, asOf: question.asOf),
      today: question.period.zone.day(of: question.now))
    self.init(
      market: market, policy: policy, book: book,
      findings: policy.criteria.map {
        evidence.finding($0, in: policy.currency, bootstrap: question.bootstrap)
      }, shows: shows.count)
  }
}

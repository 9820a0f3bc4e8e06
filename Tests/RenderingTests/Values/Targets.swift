import LedgerCore

/// Targets of the United Kingdom in each state, on 10 April 2022.
enum Targets {
  static func all() throws -> [TargetStanding] {
    let shows = try SpringShows.all()
    let totals = shows.map(\.totals)
    let figures = FigureSet(shows: totals, sales: totals.flatMap(\.sales).byCurrency())
    func standing(
      _ scope: Target.Scope, _ metric: ReportMetric, _ period: String?, _ amount: Target.Amount,
      _ figures: FigureSet
    ) throws -> TargetStanding {
      let target = try Target(
        scope: scope, metric: metric, period: period.map { try Period($0) }, amount: amount,
        source: "plan of November")
      return try TargetStanding(
        target, actual: figures.figure(metric, in: .gbp),
        now: TimeZone.utc.start(of: day("2022-04-10")), zone: .utc,
        isEventOver: true)
    }
    let uk = Target.Scope.market(Market.uk.code)
    let show = try SpringShows.mothersDay().totals
    let ofShow = FigureSet(shows: [show], sales: show.sales)
    func number(_ text: String) throws -> Target.Amount {
      .number(Decimal(micros: try micros(text)))
    }
    return [
      try standing(uk, .gmvNet, "2022-Q1", .money(money("10000")), figures),
      try standing(uk, .gmvNet, "2022-H1", .money(money("18000")), figures),
      try standing(uk, .orders, "2022", number("2400"), figures),
      try standing(uk, .ordersPerClick, "2022-Q1", number("0.06"), figures),
      try standing(uk, .refundRateByValue, "2022-H1", number("0.08"), figures),
      try standing(uk, .checkouts, "2022-04", number("500"), FigureSet(shows: [], sales: [])),
      try standing(.event(show.event.key), .peakConcurrent, nil, number("700"), ofShow),
      try standing(.event(show.event.key), .gmvGross, nil, .money(money("3000")), ofShow),
    ]
  }
}

extension Targets {
  /// Targets as a ledger finds them: of a market, and of a show without a period.
  static func records() throws -> [TargetRecord] {
    try all().map(\.target).enumerated().map { place, target in
      TargetRecord(target: target, market: Market.uk.code, entry: Int64(60 + place))
    }
  }
}

extension ReportMetric {
  fileprivate static let checkouts = count(.checkouts)
}

extension TargetStanding {
  /// The targets of a market whose period overlaps that of a report request, and of its shows.
  ///
  /// - Throws: ``LedgerError`` if the ledger cannot answer.
  static func standings(
    of market: Market, in ledger: any Ledger, _ request: MarketReport.Request
  ) throws(LedgerError) -> [TargetStanding] {
    let targets = try ledger.targets(in: market.code, asOf: request.asOf).map(\.target)
      .filter { request.touches($0.period) }
    var facts = TargetFacts(of: market, in: ledger, request)
    return try targets.map { target throws(LedgerError) in
      let show = try target.event.flatMap { key throws(LedgerError) in try facts.show(key) }
      return TargetStanding(
        target, actual: try facts.figure(of: target), now: request.now, zone: request.period.zone,
        isEventOver: show.map { ($0.event.endsAt ?? $0.event.startsAt) < request.now } ?? false)
    }
  }
}

/// The facts that a market's targets are judged by, each read once.
private struct TargetFacts {
  private let market: Market
  private let ledger: any Ledger
  private let request: MarketReport.Request
  private var known: [(request: TotalsRequest, totals: MarketTotals)] = []

  init(of market: Market, in ledger: any Ledger, _ request: MarketReport.Request) {
    self.market = market
    self.ledger = ledger
    self.request = request
  }

  /// The event of a target; `nil` if the book did not have it yet.
  mutating func show(_ key: EventKey) throws(LedgerError) -> EventTotals? {
    try allShows().events.first { $0.event.key == key }
  }

  /// What was reached of a target.
  mutating func figure(of target: Target) throws(LedgerError) -> Figure? {
    if let event = target.event, target.period == nil {
      let sold = try show(event)?.sales ?? []
      let isSplit = target.metric.countsSales && sold.count > 1
      return figure(of: target, in: try allShows(separatingOrders: isSplit)) { totals in
        let own = totals.events.filter { $0.event.key == event }
        return (own, own.first?.knownSales ?? [])
      }
    }
    var own = request
    (own.grouping, own.currency, own.refunds) = (nil, nil, .processed)
    own.filter = EventFilter(events: target.event.map { [$0] } ?? [])
    own.period = try ReportPeriod(
      from: target.period?.first, to: target.period?.last, zone: request.period.zone)
    var totals = try totals(own.totals(of: market.code))
    if target.metric.countsSales {
      var whole = own.totals(of: market.code)
      // With it, orders in several currencies are told apart, also if one of them is dated outside.
      whole.refunds = .cohort
      totals = try self.totals(whole)
    }
    let none = try nothingSold(target, own, totals)
    return figure(of: target, in: totals) { totals in
      let shows = totals.events.filter { own.filter.matches($0.event) }
      return (shows, DatedSales(own, totals, shows: shows).all + none)
    }
  }

  /// Totals of 0, if all sales of a target's period are recorded, and none is in its currency.
  private func nothingSold(
    _ target: Target, _ own: MarketReport.Request, _ totals: MarketTotals
  ) throws(LedgerError) -> [SaleTotals] {
    let currency = target.money?.currency ?? market.currency
    if let event = target.event {
      return totals.events.first { $0.event.key == event && $0.sales.isEmpty }?.knownSales ?? []
    }
    let isSold = totals.sales.contains {
      $0.totals.currency == currency || target.metric.countsSales
    }
    guard !isSold, totals.splitOrders.isEmpty,
      try ledger.hasAllSales(of: market, during: own.period.range, asOf: request.asOf)
    else { return [] }
    return [SaleTotals(currency: currency)]
  }

  private func figure(
    of target: Target, in totals: MarketTotals,
    _ parts: (MarketTotals) -> (shows: [EventTotals], sales: [SaleTotals])
  ) -> Figure? {
    let isCounted = target.metric.countsSales
    let (shows, sales) = parts(isCounted ? totals.countedTogether(in: market.currency) : totals)
    // A show that has not begun has not been live.
    let begun = shows.filter { $0.event.startsAt <= request.now }
    let figures = FigureSet([target.metric], shows: begun, sales: sales)
    if let money = target.money { return figures.figure(target.metric, in: money.currency) }
    // A share of value is of one currency: each has to reach the target, so the worst one counts.
    let all = figures[target.metric].filter(\.isKnown)
    let exact = all.compactMap { figure in figure.number.map { (number: $0, figure: figure) } }
    let worst =
      target.isCeiling
      ? exact.max { $0.number < $1.number } : exact.min { $0.number < $1.number }
    let isMissed = worst.map { target.isMissed(by: $0.number) } ?? false
    // One that is not known exactly may be worse still, unless the target is missed anyway.
    return isMissed ? worst?.figure : all.first { $0.number == nil } ?? worst?.figure
  }

  private mutating func allShows(
    separatingOrders: Bool = false
  ) throws(LedgerError) -> MarketTotals {
    try totals(
      TotalsRequest(
        market: market.code, period: .always, names: false, asOf: request.asOf,
        credit: request.credit, refunds: separatingOrders ? .cohort : .processed))
  }

  private mutating func totals(_ request: TotalsRequest) throws(LedgerError) -> MarketTotals {
    if let known = known.first(where: { $0.request == request }) { return known.totals }
    let totals = try ledger.coveredTotals(of: market, request)
    known.append((request, totals))
    return totals
  }
}

extension ReportMetric {
  /// Whether it counts what was sold, without amounts, so that currencies do not matter.
  fileprivate var countsSales: Bool {
    switch definition.computation {
    case .sales(let part): !part.isMoney
    case .salesRatio(let part, let per, _): !part.isMoney && !per.isMoney
    default: false
    }
  }
}

extension SalePart {
  /// Whether it is an amount.
  fileprivate var isMoney: Bool {
    switch self {
    case .gross, .cancelled, .refunded, .adjusted, .net: true
    case .orders, .paidOrders, .units, .unitsCancelled, .unitsRefunded: false
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

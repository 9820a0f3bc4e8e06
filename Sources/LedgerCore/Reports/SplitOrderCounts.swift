/// Where orders of several shows or currencies count in a report: once in each total and group.
struct SplitOrderCounts {
  private let request: MarketReport.Request
  private let known: [EventKey: Event]
  private let shows: Set<EventKey>

  /// `known`: the shows that the orders name; `shows`: those that the report covers.
  init(_ request: MarketReport.Request, _ known: [EventKey: Event], shows: Set<EventKey>) {
    self.request = request
    self.known = known
    self.shows = shows
  }

  /// The lines of an order that the report may cover, earliest first.
  func lines(of order: SplitOrder) -> [SplitOrder.Line] {
    order.lines.filter { line in
      guard request.filter.isAll || show(of: line).map(request.filter.matches) ?? false else {
        return false
      }
      guard request.refunds == .cohort else { return true }
      return line.event.map(shows.contains) ?? request.period.range.contains(line.at)
    }
  }

  /// What the lines count in the total, and whether that is credited to a show.
  func total(_ lines: [SplitOrder.Line]) -> [(isCredited: Bool, count: SaleTotals)] {
    Dictionary(grouping: lines, by: \.currency).values.flatMap { lines in
      counts(lines).map { (lines[0].event != nil, $0) }
    }
  }

  /// What the lines count in each group that they belong to.
  func groups(_ lines: [SplitOrder.Line]) -> [(key: GroupKey, count: SaleTotals)] {
    var groups: [GroupKey: [SplitOrder.Line]] = [:]
    for line in lines {
      // An order is of the time of its earliest line.
      let first = lines.first { $0.currency == line.currency }
      for key in keys(of: line, first?.at ?? line.at) { groups[key, default: []].append(line) }
    }
    return groups.flatMap { key, lines in counts(lines).map { (key, $0) } }
  }

  private func counts(_ lines: [SplitOrder.Line]) -> [SaleTotals] {
    guard request.refunds == .processed else { return lines.countedOnce() }
    return Dictionary(grouping: lines, by: \.currency).values
      .filter { request.period.range.contains($0[0].at) }.flatMap { $0.countedOnce() }
  }

  private func keys(of line: SplitOrder.Line, _ first: Instant) -> [GroupKey] {
    guard let grouping = request.grouping else { return [] }
    let zone = request.period.zone
    if grouping.isOfLines { return [.sold(line.product, by: grouping)] }
    if grouping.isOfTime {
      let start = request.refunds == .cohort ? show(of: line)?.startsAt : nil
      return [grouping.key(at: start ?? first, zone)]
    }
    guard grouping.isOfShows else { return [] }
    return show(of: line).map { grouping.keys(of: $0, zone) } ?? [.none(of: grouping)]
  }

  private func show(of line: SplitOrder.Line) -> Event? { line.event.flatMap { known[$0] } }
}

extension SaleTotals {
  /// The orders to subtract from other totals.
  var negatedOrders: SaleTotals {
    SaleTotals(currency: currency, orders: -orders, paidOrders: -paidOrders)
  }
}

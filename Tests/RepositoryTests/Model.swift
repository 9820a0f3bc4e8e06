import LedgerCore

/// The current facts as plain arrays: what the storage's totals must agree with, computed without
/// any cleverness.
struct Model {
  /// A sale with the market that it belongs to.
  struct Movement {
    let sale: Sale
    let market: Market.Code
  }

  var events: [Event] = []
  var counts: [AudienceCount] = []
  var sales: [Movement] = []
  var reported: [ReportedTotal] = []

  func totals(of market: Market.Code, during period: InstantRange) -> MarketTotals {
    MarketTotals(
      events: events(in: market, during: period).map(totals),
      credited: saleTotals(of: market, during: period, isCredited: true),
      uncredited: saleTotals(of: market, during: period, isCredited: false))
  }

  func events(in market: Market.Code?, during period: InstantRange) -> [Event] {
    events.filter { (market == nil || $0.market == market) && period.contains($0.startsAt) }
      .sorted { ($1.startsAt, $0.key) < ($0.startsAt, $1.key) }
  }

  func totals(_ event: Event) -> EventTotals {
    let audience = Metric.allCases.compactMap { metric in
      Self.totals(metric, counts.filter { $0.event == event.key && $0.metric == metric })
    }
    let own = sales.filter { $0.sale.event == event.key }
    return EventTotals(
      event: event, audience: audience, sales: Self.sums(own, orders: Self.orders),
      reported: latest(of: event.key))
  }

  /// Of each measure and source the total that was observed last.
  private func latest(of event: EventKey) -> [ReportedTotal] {
    Measure.allCases.flatMap { measure in
      let own = reported.filter { $0.event == event && $0.measure == measure }
      return Set(own.map(\.key.source)).sorted().compactMap { source in
        own.filter { $0.key.source == source }.max { $0.key.observedAt < $1.key.observedAt }
      }
    }
  }

  static func totals(_ metric: Metric, _ counts: [AudienceCount]) -> AudienceTotals? {
    let curve = counts.sorted { $0.at < $1.at }
    guard let first = curve.first, let last = curve.last,
      let peak = curve.first(where: { point in curve.allSatisfy { $0.count <= point.count } })
    else { return nil }
    var area: Int64 = 0
    for (left, right) in zip(curve, curve.dropFirst()) {
      area += (left.count + right.count) * (right.at.milliseconds - left.at.milliseconds)
    }
    return AudienceTotals(
      metric: metric, counts: Int64(curve.count), firstAt: first.at, lastAt: last.at,
      latest: last.count, peak: peak.count, peakAt: peak.at, twiceArea: area)
  }

  /// A market's sales that are dated in a period.
  ///
  /// An order counts where its earliest line is.
  private func saleTotals(
    of market: Market.Code, during period: InstantRange, isCredited: Bool
  ) -> [SaleTotals] {
    func isCounted(_ movement: Movement) -> Bool {
      period.contains(movement.sale.at) && (movement.sale.event != nil) == isCredited
    }
    let all = sales.filter { $0.market == market }
    return Self.sums(all.filter(isCounted)) { currency, _ in
      let sold = all.filter {
        $0.sale.key.kind == .sale && $0.sale.amount.currency == currency
      }
      let earliest = sold.filter { line in
        !sold.contains { other in
          Self.isSameOrder(other.sale, line.sale)
            && (other.sale.at, other.sale.key.line) < (line.sale.at, line.sale.key.line)
        }
      }
      return Int64(earliest.count(where: isCounted))
    }
  }

  /// The different orders with a line of kind sale.
  private static func orders(_ currency: Currency, _ movements: [Movement]) -> Int64 {
    let sold = movements.map(\.sale).filter { $0.key.kind == .sale }
    var different: [Sale] = []
    for sale in sold where !different.contains(where: { isSameOrder($0, sale) }) {
      different.append(sale)
    }
    return Int64(different.count)
  }

  private static func isSameOrder(_ left: Sale, _ right: Sale) -> Bool {
    left.key.source == right.key.source && left.key.order == right.key.order
  }

  private static func sums(
    _ movements: [Movement], orders: (Currency, [Movement]) -> Int64
  ) -> [SaleTotals] {
    let codes = Set(movements.map(\.sale.amount.currency.code)).sorted()
    return codes.compactMap { code in
      let own = movements.filter { $0.sale.amount.currency.code == code }
      guard let currency = own.first?.sale.amount.currency else { return nil }
      func amount(_ kind: Sale.Kind) -> Int128 {
        own.filter { $0.sale.key.kind == kind }.reduce(0) { $0 + $1.sale.amount.micros }
      }
      return SaleTotals(
        currency: currency, orders: orders(currency, own), lines: Int64(own.count),
        units: own.filter { $0.sale.key.kind == .sale }.reduce(0) { $0 + $1.sale.quantity },
        gross: amount(.sale), cancelled: amount(.cancellation), refunded: amount(.refund),
        adjusted: amount(.adjustment))
    }
  }
}

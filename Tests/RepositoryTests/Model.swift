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
    totals(TotalsRequest(market: market, period: period))
  }

  /// What the facts of the model come to; what had been recorded by then is the model's to know.
  func totals(_ question: TotalsRequest) -> MarketTotals {
    let shows = events(in: question.market, during: question.period)
    let inPeriod = Set(shows.map(\.key))
    let model = credited(question)
    let sales = model.sales(question, inPeriod)
    let named = Set(sales.compactMap(\.event)).subtracting(inPeriod)
    return MarketTotals(
      events: shows.map(model.totals), others: events.filter { named.contains($0.key) },
      sales: sales,
      products: question.products ? model.products(question, inPeriod) : [])
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
      event: event, audience: audience, sales: Self.sums(own), reported: latest(of: event.key),
      retained: retained(event))
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
}

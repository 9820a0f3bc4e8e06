package import LedgerCore

/// The current facts as plain arrays: what a storage's totals must agree with, computed without
/// any cleverness.
package struct Model {
  /// A sale with the market that it belongs to.
  package struct Movement {
    package let sale: Sale
    package let market: Market.Code
    /// Whether a recorded credit credits it.
    package var isByCredit = false
    /// The channel that a credit states.
    package var channel: Channel?

    package init(sale: Sale, market: Market.Code) {
      self.sale = sale
      self.market = market
    }

    /// The same with another sale.
    func with(_ sale: Sale) -> Movement {
      var other = Movement(sale: sale, market: market)
      (other.isByCredit, other.channel) = (isByCredit, channel)
      return other
    }
  }

  package var events: [Event] = []
  /// The events by which others are listed, by those.
  package var listed: [EventKey: EventKey] = [:]
  /// The names that stand for others.
  package var aliases: [Alias] = []
  package var counts: [AudienceCount] = []
  package var sales: [Movement] = []
  package var reported: [ReportedTotal] = []

  package func totals(of market: Market.Code, during period: InstantRange) -> MarketTotals {
    totals(TotalsRequest(market: market, period: period))
  }

  /// What the facts of the model come to; what had been recorded by then is the model's to know.
  package func totals(_ request: TotalsRequest) -> MarketTotals {
    guard aliases.isEmpty || request.isAsRecorded else { return renamed().totals(renamed(request)) }
    let shows = events(in: request.market, during: request.period)
      .filter { listed[$0.key] == nil }
    let inPeriod = Set(shows.map(\.key))
    let model = credited(request)
    let sales = model.sales(request, inPeriod)
    let spans = model.spans(request, inPeriod)
    let products = request.products || request.channels ? model.products(request, inPeriod) : []
    let split = model.splitOrders(request).map { lines in
      SplitOrder(lines, channels: request.channels ? model : nil)
    }
    let bases = request.bases ? self.bases(request, inPeriod, creditedBy: model) : []
    let named = Set(sales.compactMap(\.event)).union(spans.compactMap(\.event)).union(
      products.compactMap(\.event)
    ).union(bases.map(\.event))
      .union(split.flatMap { $0.lines.compactMap(\.event) }).subtracting(inPeriod)
    let open = model.unsettled(in: request.market)
      .filter { request.period.meets(from: $0.sale.notBefore ?? $0.sale.at, to: $0.sale.at) }
    return MarketTotals(
      events: shows.map(model.totals), others: events.filter { named.contains($0.key) },
      sales: sales, spans: spans, products: products, splitOrders: split,
      unsettled: Self.sums(open), bases: bases)
  }

  /// The events that are listed as shows of their own.
  package var shows: [Event] { events.filter { listed[$0.key] == nil } }

  package func events(in market: Market.Code?, during period: InstantRange) -> [Event] {
    events.filter { (market == nil || $0.market == market) && period.contains($0.startsAt) }
      .sorted { ($1.startsAt, $0.key) < ($0.startsAt, $1.key) }
  }

  func event(_ key: EventKey) -> Event? { events.first { $0.key == key } }

  /// The counts of one metric of an event, in the order of time.
  func curve(of event: EventKey, _ metric: Metric) -> [AudienceCount] {
    counts.filter { $0.event == event && $0.metric == metric }.sorted { $0.at < $1.at }
  }

  func totals(_ event: Event) -> EventTotals {
    let audience = Metric.allCases.compactMap { Self.totals($0, curve(of: event.key, $0)) }
    let own = followed().sales.filter { $0.sale.event == event.key }
    let sold = own.filter { $0.sale.key.kind == .sale }.map(\.sale)
    let orders = Set(sold.map { Array($0.key.source.utf8) + [0] + Array($0.key.order.utf8) })
    return EventTotals(
      event: event, audience: audience, sales: Self.sums(own), orders: Int64(orders.count),
      reported: latest(of: event.key),
      retained: retained(event), watched: watched(event))
  }

  /// Of each measure and source the total that was observed last.
  private func latest(of event: EventKey) -> [ReportedTotal] {
    Measure.allCases.flatMap { measure in
      let own = reported.filter { $0.event == event && $0.measure == measure }
      return Dictionary(grouping: own) { Array($0.key.source.utf8) }
        .sorted { $0.key.lexicographicallyPrecedes($1.key) }
        .compactMap { $0.value.max { $0.key.observedAt < $1.key.observedAt } }
    }
  }

  /// `nil` without counts, and if the area under the curve exceeds 64 bits.
  package static func totals(_ metric: Metric, _ counts: [AudienceCount]) -> AudienceTotals? {
    let curve = counts.sorted { $0.at < $1.at }
    guard let first = curve.first, let last = curve.last,
      let peak = curve.first(where: { point in curve.allSatisfy { $0.count <= point.count } })
    else { return nil }
    var area: Int128 = 0
    for (left, right) in zip(curve, curve.dropFirst()) {
      area +=
        Int128(left.count + right.count) * Int128(right.at.milliseconds - left.at.milliseconds)
    }
    guard let twiceArea = Int64(exactly: area) else { return nil }
    return AudienceTotals(
      metric: metric, counts: Int64(curve.count), firstAt: first.at, lastAt: last.at,
      latest: last.count, peak: peak.count, peakAt: peak.at, twiceArea: twiceArea,
      gaps: metric == .concurrent ? gaps(of: curve) : [])
  }
}

import LedgerCore
import Rows

/// A market's totals, computed from the facts themselves.
///
/// They are as of an entry, or with sales credited by a rule. The cost depends on the number of
/// facts of the market, while the cost of the stored totals depends on the number of events.
struct FactTotals {
  let session: any BookSession
  let request: TotalsRequest
  /// What names events and products are given.
  let aliases: Aliases

  /// The last entry that counts.
  private var entry: Int64 { request.asOf ?? .max }
  private var market: Market.Code { request.market }

  func totals() throws(StorageError) -> MarketTotals {
    let hidden = try SameShowTable(session: session).listed(asOf: entry)
    let all = try EventTable(session: session)
      .records(in: market, during: .always, limit: nil, asOf: entry)
      .filter { hidden[$0.id] == nil }
    var events: [Int64: Event] = [:]
    for (record, event) in zip(all, try StoredEvents(session: session).events(all)) {
      events[record.id] = aliases.shown(event)
    }
    let inReport = all.filter { request.period.contains($0.startsAt) }
    var sums = try sums(of: events, inPeriod: Set(inReport.map(\.id)))
    let ofEvents = Dictionary(grouping: sums.all.ofEvents, by: \.key.event)
      .mapValues { $0.map(\.totals) }

    var totals: [EventTotals] = []
    // In parts, so that not all counts of a market are in memory at once.
    for start in stride(from: 0, to: inReport.count, by: Self.eventsAtOnce) {
      let part = inReport[start..<min(start + Self.eventsAtOnce, inReport.count)]
      totals += try self.totals(of: part, events, ofEvents, sums.split.repeats)
    }
    let inPeriod = Set(totals.map(\.event.key))
    let keys = events.mapValues(\.key)
    let splitOrders = request.separatesSplitOrders ? sums.split.named(keys) : []
    if request.separatesSplitOrders {
      for order in sums.split.orders { sums.all.uncount(order) }
    }
    let dated = self.sales(sums, events, inPeriod)
    let spans = request.spans(sums.bounded, of: inReport.map(\.id), keys)
    let ofBounds =
      request.products || request.channels
      ? sums.bounded.products(in: request.period, request.refunds) : []
    let products = (sums.products.ofProducts + ofBounds).merged().map { key, totals in
      MarketTotals.Product(
        name: key.product?.text, event: key.event.flatMap { keys[$0] }, totals: totals)
    }
    let bases = self.bases(sums, events, inPeriod)
    let named = MarketTotals.named(dated, spans, products, splitOrders, bases)
      .subtracting(inPeriod)
    return MarketTotals(
      events: totals, others: events.values.filter { named.contains($0.key) }, sales: dated,
      spans: spans, products: products, splitOrders: splitOrders,
      unsettled: sums.split.unsettled(in: request.period), bases: bases)
  }

  /// What credits and the rule credit, in the period or to its events.
  private func bases(
    _ sums: Sums, _ events: [Int64: Event], _ inPeriod: Set<EventKey>
  ) -> [CreditedGross] {
    let keys = events.mapValues(\.key)
    return CreditBasis.allCases.flatMap { basis in
      (sums.bases[basis]?.ofCredits ?? []).compactMap { key, totals in
        key.credited(by: basis, totals.gross, keys)
      }.filter { inPeriod.contains($0.event) || request.period.contains($0.at) }
    }
  }

  private static let eventsAtOnce = 50

  private func totals(
    of records: ArraySlice<EventTable.Record>, _ events: [Int64: Event],
    _ sales: [Int64: [SaleTotals]], _ repeats: [Int64: Int64]
  ) throws(StorageError) -> [EventTotals] {
    let points = try AudienceCountTable(session: session)
      .points(of: records.map(\.id), asOf: entry)
    let reported = try ReportedTotalTable(session: session).latest(
      of: Dictionary(records.map { ($0.id, $0.key) }, uniquingKeysWith: { first, _ in first }),
      asOf: entry)
    return records.compactMap { record in
      guard let event = events[record.id] else { return nil }
      let own = points[record.id] ?? [:]
      let audience = self.audience(own)
      let gaps = audience.first { $0.metric == .concurrent }?.gaps ?? []
      let sold = (sales[record.id] ?? []).sorted { $0.currency.code < $1.currency.code }
      return EventTotals(
        event: event, audience: audience, sales: sold,
        orders: sold.reduce(0) { $0 + $1.orders } - (repeats[record.id] ?? 0),
        reported: reported[record.id] ?? [],
        retained: own[Metric.concurrent.id].flatMap {
          RetainedViewers($0, from: record.startsAt, to: record.endsAt, without: gaps)
        },
        watched: ObservedTogether(audience, from: record.startsAt, to: record.endsAt)?
          .watchTime(
            curve: own[Metric.concurrent.id] ?? [], views: own[Metric.views.id] ?? []))
    }
  }

  private func audience(_ points: [Int64: [AudienceCountTable.Point]]) -> [AudienceTotals] {
    points.sorted { $0.key < $1.key }.compactMap { id, points in
      Metric(id: id).flatMap { Curve.totals(points, metric: $0) }
    }
  }

  private struct Sums {
    var all = SaleTotalChanges()
    var products = SaleTotalChanges()
    var split = SplitOrders()
    var bounded = BoundedRefunds()
    /// What credits and the rule credit.
    var bases: [CreditBasis: SaleTotalChanges] = [:]
  }

  private func sums(
    of events: [Int64: Event], inPeriod: Set<Int64>
  ) throws(StorageError) -> Sums {
    var sums = Sums()
    let credit = request.credit.map { OrderCredit(aliases.shown($0), events) }
    var order: (source: Int64, number: ByteText)?
    let needsChannels = request.channels || request.credit != nil
    let hasChannels = needsChannels ? try CreditTable(session: session).hasAny() : false
    var movements: [Movement] = []
    var ofCredits: [Movement] = []
    let renamesProducts = aliases.has(.product)
    func add() {
      let recorded = movements
      if needsChannels { movements = SoldChannel.known(movements) }
      movements = credit?.credited(movements) ?? RecordedCredit.follow(movements)
      if request.bases {
        sums.bases[.credit, default: SaleTotalChanges()].changeCredits(to: ofCredits)
        for (before, after) in zip(recorded, movements) where before.event == nil {
          let basis: CreditBasis = after.channel == nil ? .ruleOfUnknownChannel : .rule
          sums.bases[basis, default: SaleTotalChanges()].changeCredits(to: [after])
        }
      }
      if request.channels { movements = movements.map(\.namedByChannel) }
      sums.all.add(movements)
      sums.bounded.take(movements)
      let isSplit = sums.split.take(movements)
      guard request.products || request.channels else { return }
      sums.products.add(
        movements.filter { !$0.isDatedByBounds(request.refunds) && belongs($0, inPeriod) },
        // An order is of the time of its earliest sale of the product.
        counting: isSplit
          ? [] : movements.filter { belongs($0.firstOfProduct(in: movements), inPeriod) })
    }
    let table = SaleTable(
      session: session, currencies: try Currencies(session: session))
    try table.forEachRow(of: market, asOf: entry, withChannels: hasChannels) { row in
      if row.source != order?.source || ByteText(row.order) != order?.number {
        add()
        movements.removeAll(keepingCapacity: true)
        ofCredits.removeAll(keepingCapacity: true)
        order = (row.source, ByteText(row.order))
      }
      var movement = row.credited
      if renamesProducts { movement.product = movement.product.map { aliases.shown($0, .product) } }
      movements.append(movement)
      if row.isByCredit { ofCredits.append(row.credited) }
    }
    add()
    return sums
  }

  private func belongs(_ movement: Movement, _ inPeriod: Set<Int64>) -> Bool {
    if request.refunds == .cohort, let event = movement.event { return inPeriod.contains(event) }
    return request.period.contains(movement.at)
  }

  private func sales(
    _ sums: Sums, _ events: [Int64: Event], _ inPeriod: Set<EventKey>
  ) -> [MarketTotals.Sales] {
    let isByEvent = request.sales == .eventQuarters
    var sales: [MarketTotals.Sales] = []
    for (key, totals) in sums.all.ofMarkets + sums.bounded.changes.ofMarkets
    where request.period.contains(quarter: key.quarter) && !(isByEvent && key.isCredited) {
      sales.append(
        MarketTotals.Sales(
          isCredited: key.isCredited, at: Instant(quarter: key.quarter), totals: totals))
    }
    if isByEvent {
      for (key, totals) in sums.all.ofEventQuarters + sums.bounded.changes.ofEventQuarters {
        guard let event = events[key.event]?.key,
          inPeriod.contains(event) || request.period.contains(quarter: key.quarter)
        else { continue }
        sales.append(
          MarketTotals.Sales(
            isCredited: true, event: event, at: Instant(quarter: key.quarter), totals: totals))
      }
    }
    guard request.sales == .sums else { return sums.bounded.isEmpty ? sales : sales.merged() }
    sales += sums.bounded.sums(in: request.period).map {
      MarketTotals.Sales(isCredited: $0.isCredited, totals: $0.totals)
    }
    return [true, false].flatMap { isCredited in
      sales.filter { $0.isCredited == isCredited }.map(\.totals).byCurrency()
        .filter { $0 != SaleTotals(currency: $0.currency) }
        .map { MarketTotals.Sales(isCredited: isCredited, totals: $0) }
    }
  }
}

extension Movement {
  /// The earliest sale of its product in an order; itself if there is none.
  fileprivate func firstOfProduct(in order: [Movement]) -> Movement {
    guard order.count > 1 else { return self }
    let product = product.map(ByteText.init)
    return order.filter { $0.kind == .sale && $0.product.map(ByteText.init) == product }
      .min { $0.isEarlier(than: $1) } ?? self
  }
}

extension InstantRange {
  /// Whether a quarter of an hour starts in it.
  func contains(quarter: Int64) -> Bool {
    (start.map { quarter >= $0.quarter } ?? true) && (end.map { quarter < $0.quarter } ?? true)
  }
}

extension Movement {
  /// The movement with the name of a channel in place of its product.
  fileprivate var namedByChannel: Movement {
    Movement(
      event: event, market: market, currency: currency, product: channel?.rawValue, kind: kind,
      line: line, at: at, notBefore: notBefore, quantity: quantity,
      isQuantityUnknown: isQuantityUnknown, micros: micros)
  }
}

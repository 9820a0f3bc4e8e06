import LedgerCore
import Rows

/// A market's totals, computed from the facts themselves.
///
/// They are as of an entry, or with sales credited by a rule. The cost depends on the number of
/// facts of the market, while the cost of the stored totals depends on the number of events.
struct FactTotals {
  let session: any BookSession
  let request: TotalsRequest

  /// The last entry that counts.
  private var entry: Int64 { request.asOf ?? .max }
  private var market: Market.Code { request.market }

  func totals() throws(StorageError) -> MarketTotals {
    let all = try EventTable(session: session)
      .records(in: market, during: .always, limit: nil, asOf: entry)
    var events: [Int64: Event] = [:]
    for (record, event) in zip(all, try StoredEvents(session: session).events(all)) {
      events[record.id] = event
    }
    let sales = try saleTotals(of: events)
    let ofEvents = Dictionary(grouping: sales.all.ofEvents, by: \.key.event)
      .mapValues { $0.map(\.totals) }

    let inReport = all.filter { request.period.contains($0.startsAt) }
    var totals: [EventTotals] = []
    // In parts, so that not all counts of a market are in memory at once.
    for start in stride(from: 0, to: inReport.count, by: Self.eventsAtOnce) {
      let part = inReport[start..<min(start + Self.eventsAtOnce, inReport.count)]
      totals += try self.totals(of: part, events, ofEvents)
    }
    let inPeriod = Set(totals.map(\.event.key))
    let dated = self.sales(sales.all, events, inPeriod)
    let named = Set(dated.compactMap(\.event)).subtracting(inPeriod)
    return MarketTotals(
      events: totals, others: events.values.filter { named.contains($0.key) }, sales: dated,
      products: sales.products.ofProducts.compactMap { key, totals in
        let event = key.event.flatMap { events[$0]?.key }
        if let event, !inPeriod.contains(event) { return nil }
        return MarketTotals.Product(name: key.product?.text, event: event, totals: totals)
      })
  }

  private static let eventsAtOnce = 50

  private func totals(
    of records: ArraySlice<EventTable.Record>, _ events: [Int64: Event],
    _ sales: [Int64: [SaleTotals]]
  ) throws(StorageError) -> [EventTotals] {
    let points = try AudienceCountTable(session: session)
      .points(of: records.map(\.id), asOf: entry)
    let reported = try ReportedTotalTable(session: session).latest(
      of: Dictionary(records.map { ($0.id, $0.key) }, uniquingKeysWith: { first, _ in first }),
      asOf: entry)
    return records.compactMap { record in
      guard let event = events[record.id] else { return nil }
      let own = points[record.id] ?? [:]
      return EventTotals(
        event: event, audience: audience(own),
        sales: (sales[record.id] ?? []).sorted { $0.currency.code < $1.currency.code },
        reported: reported[record.id] ?? [],
        retained: own[Metric.concurrent.id].flatMap {
          RetainedViewers($0, from: record.startsAt, to: record.endsAt)
        })
    }
  }

  private func audience(_ points: [Int64: [AudienceCountTable.Point]]) -> [AudienceTotals] {
    points.sorted { $0.key < $1.key }.compactMap { id, points in
      Metric(id: id).flatMap { Curve.totals(points, metric: $0) }
    }
  }

  private func saleTotals(
    of events: [Int64: Event]
  ) throws(StorageError) -> (all: SaleTotalChanges, products: SaleTotalChanges) {
    var all = SaleTotalChanges()
    var products = SaleTotalChanges()
    let credit = request.credit.map { OrderCredit($0, events) }
    var order: (source: Int64, number: ByteText)?
    var movements: [Movement] = []
    func add() {
      if let credit { movements = credit.credited(movements) }
      all.add(movements)
      guard request.products else { return }
      let counted = movements.filter { $0.event != nil || request.period.contains($0.at) }
      products.add(counted)
    }
    let table = SaleTable(
      session: session, currencies: try Currencies(session: session))
    try table.forEachRow(of: market, asOf: entry) { row in
      if row.source != order?.source || ByteText(row.order) != order?.number {
        add()
        movements.removeAll(keepingCapacity: true)
        order = (row.source, ByteText(row.order))
      }
      movements.append(row.movement)
    }
    add()
    return (all, products)
  }

  private func sales(
    _ totals: SaleTotalChanges, _ events: [Int64: Event], _ inPeriod: Set<EventKey>
  ) -> [MarketTotals.Sales] {
    let isByEvent = request.sales == .eventQuarters
    var sales: [MarketTotals.Sales] = []
    for (key, totals) in totals.ofMarkets
    where request.period.contains(quarter: key.quarter) && !(isByEvent && key.isCredited) {
      sales.append(
        MarketTotals.Sales(
          isCredited: key.isCredited, at: Instant(quarter: key.quarter), totals: totals))
    }
    if isByEvent {
      for (key, totals) in totals.ofEventQuarters {
        guard let event = events[key.event]?.key,
          inPeriod.contains(event) || request.period.contains(quarter: key.quarter)
        else { continue }
        sales.append(
          MarketTotals.Sales(
            isCredited: true, event: event, at: Instant(quarter: key.quarter), totals: totals))
      }
    }
    guard request.sales == .sums else { return sales }
    return [true, false].flatMap { isCredited in
      sales.filter { $0.isCredited == isCredited }.map(\.totals).byCurrency()
        .map { MarketTotals.Sales(isCredited: isCredited, totals: $0) }
    }
  }
}

extension InstantRange {
  fileprivate func contains(quarter: Int64) -> Bool {
    (start.map { quarter >= $0.quarter } ?? true) && (end.map { quarter < $0.quarter } ?? true)
  }
}

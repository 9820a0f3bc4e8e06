import LedgerCore
import Rows

/// A market's totals as the book keeps them up to date; reads no counts and no sales.
struct KeptTotals {
  let session: any BookSession
  private let currencies: Currencies

  init(session: any BookSession) throws(StorageError) {
    self.session = session
    currencies = try Currencies(session: session)
  }

  func totals(_ request: TotalsRequest) throws(StorageError) -> MarketTotals {
    let (market, period) = (request.market, request.period)
    let hidden = try SameShowTable(session: session).listed()
    let records = try EventTable(session: session)
      .records(in: market, during: period, limit: nil).filter { hidden[$0.id] == nil }
    let kept = try EventSaleTotalTable(session: session, currencies: currencies)
      .totals(in: market, during: period)
    var uneven = try UnevenOrders(
      of: market,
      splits: request.separatesSplitOrders || kept.values.contains { $0.count > 1 },
      bounds: true, session: session, currencies)
    let events = try totals(
      records, in: market, during: period, names: request.names, uneven.corrected(kept),
      uneven.split.repeats)
    if request.separatesSplitOrders { uneven.uncountSplitOrders() }
    var known = Dictionary(
      records.map { ($0.id, $0.key) }, uniquingKeysWith: { first, _ in first })
    let quarters =
      request.sales == .eventQuarters
      ? try EventSaleQuarterTable(session: session, currencies: currencies)
        .totals(of: market, during: period)
        + uneven.ofEventQuarters.filter {
          known[$0.key.event] != nil || period.contains(quarter: $0.key.quarter)
        } : []
    let credits = request.bases ? try self.credits(of: market, during: period) : []
    let asked = Set((quarters.map(\.key) + credits.map(\.key)).map(\.event)).union(
      request.separatesSplitOrders ? uneven.split.events : []
    ).union(
      request.sales == .eventQuarters
        ? uneven.bounded.events(in: period, orOf: Set(records.map(\.id))) : [])
    var others: [Event] = []
    for (id, event) in try StoredEvents(session: session).events(ids: asked.subtracting(known.keys))
    {
      known[id] = event.key
      others.append(event)
    }
    var sales = try self.sales(request)
    sales += corrections(request, uneven)
    sales += quarters.map { key, totals in
      MarketTotals.Sales(
        isCredited: true, event: known[key.event], at: Instant(quarter: key.quarter),
        totals: totals)
    }
    return MarketTotals(
      events: events, others: others, sales: uneven.isEmpty ? sales : sales.merged(),
      spans: request.spans(uneven.bounded, of: records.map(\.id), known),
      products: request.products ? try products(request, records, uneven) : [],
      splitOrders: request.separatesSplitOrders ? uneven.split.named(known) : [],
      unsettled: uneven.split.unsettled(in: period),
      bases: credits.compactMap { key, gross in key.credited(by: .credit, gross, known) })
  }

  /// What recorded credits credit.
  private func credits(
    of market: Market.Code, during period: InstantRange
  ) throws(StorageError) -> [(key: EventQuarterKey, gross: Int128)] {
    guard try CreditTable(session: session).hasAny() else { return [] }
    return try EventCreditQuarterTable(session: session, currencies: currencies)
      .totals(of: market, during: period)
  }

  /// What uneven orders and bounded refunds change in the market's sales.
  private func corrections(
    _ request: TotalsRequest, _ uneven: UnevenOrders
  ) -> [MarketTotals.Sales] {
    let byQuarter = uneven.ofMarkets.filter {
      request.period.contains(quarter: $0.key.quarter)
        && !($0.key.isCredited && request.sales == .eventQuarters)
    }
    let corrections = byQuarter.map { key, totals in
      MarketTotals.Sales(
        isCredited: key.isCredited,
        at: request.sales == .sums ? nil : Instant(quarter: key.quarter), totals: totals)
    }
    guard request.sales == .sums else { return corrections }
    return corrections
      + uneven.bounded.sums(in: request.period).map {
        MarketTotals.Sales(isCredited: $0.isCredited, totals: $0.totals)
      }
  }

  /// The market's sales, but for those that are told apart by event.
  private func sales(_ request: TotalsRequest) throws(StorageError) -> [MarketTotals.Sales] {
    let sales = MarketSales(of: request.market, during: request.period, session, currencies)
    return switch request.sales {
    case .sums: try sales.sums()
    case .groups(let grouping, let zone): try sales.groups(of: grouping, in: zone)
    case .eventQuarters: try sales.byQuarter().filter { !$0.isCredited }
    }
  }

  private func totals(
    _ records: [EventTable.Record], in market: Market.Code, during period: InstantRange,
    names: Bool, _ sales: [Int64: [SaleTotals]], _ repeats: [Int64: Int64]
  ) throws(StorageError) -> [EventTotals] {
    let brands =
      names
      ? try EventBrandTable(session: session).brands(in: market, during: period) : [:]
    let creators =
      names
      ? try EventCreatorTable(session: session).creators(in: market, during: period) : [:]
    let audience = try AudienceTotalTable(session: session)
      .totals(in: market, during: period)
    let reported = try ReportedTotalTable(session: session)
      .latest(in: market, during: period)
    let retained = try EventRetentionTable(session: session)
      .retained(in: market, during: period)
    let viewing = try KeptViewing(session: session).viewing(
      of: records.map {
        .init(record: $0, audience: audience[$0.id] ?? [], retained: retained[$0.id])
      })
    let amended = records.filter { $0.amendment != nil }
    let events = Dictionary(
      zip(amended.map(\.id), try StoredEvents(session: session).events(amended)),
      uniquingKeysWith: { first, _ in first })
    return try records.map { record throws(StorageError) in
      let id = record.id
      let event =
        if let event = events[id] { event } else {
          try Event(record, brands: brands[id] ?? [], creators: creators[id] ?? [])
        }
      let sold = sales[id] ?? []
      return EventTotals(
        event: event, audience: audience[id] ?? [], sales: sold,
        orders: sold.reduce(0) { $0 + $1.orders } - (repeats[id] ?? 0),
        reported: reported[id] ?? [], retained: viewing[id]?.retained,
        watched: viewing[id]?.watched)
    }
  }

  private func products(
    _ request: TotalsRequest, _ records: [EventTable.Record], _ uneven: UnevenOrders
  ) throws(StorageError) -> [MarketTotals.Product] {
    let keys = Dictionary(
      records.map { ($0.id, $0.key) }, uniquingKeysWith: { first, _ in first })
    var all: [ProductKey: SaleTotals] = [:]
    let kept = try ProductSaleTotalTable(session: session, currencies: currencies)
      .totals(of: request.market)
    for (key, totals) in kept + uneven.changes.ofProducts {
      all[key, default: SaleTotals(currency: key.currency)] += totals
    }
    // The stored totals have all refunds; that the days of some are bounds is all that they lack.
    for (key, totals) in uneven.bounded.products(in: .always, request.refunds) {
      all[key]?.refundedWithin += totals.refundedWithin
    }
    return all.compactMap { key, totals in
      guard totals != SaleTotals(currency: key.currency) else { return nil }
      return MarketTotals.Product(
        name: key.product?.text, event: key.event.flatMap { keys[$0] }, totals: totals)
    }
  }
}

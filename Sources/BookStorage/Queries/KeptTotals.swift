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
    let records = try EventTable(session: session)
      .records(in: market, during: period, limit: nil)
    let events = try totals(records, in: market, during: period, names: request.names)
    let marketSales = MarketSales(of: market, during: period, session, currencies)
    var others: [Event] = []
    var sales: [MarketTotals.Sales]
    switch request.sales {
    case .sums: sales = try marketSales.sums()
    case .groups(let grouping, let zone): sales = try marketSales.groups(of: grouping, in: zone)
    case .eventQuarters:
      let quarters = try EventSaleQuarterTable(session: session, currencies: currencies)
        .totals(of: market, during: period)
      var known = Dictionary(
        records.map { ($0.id, $0.key) }, uniquingKeysWith: { first, _ in first })
      let missing = Set(quarters.map(\.key.event)).subtracting(known.keys)
      for (id, event) in try StoredEvents(session: session).events(ids: missing) {
        known[id] = event.key
        others.append(event)
      }
      sales = try marketSales.byQuarter().filter { !$0.isCredited }
      sales += quarters.map { key, totals in
        MarketTotals.Sales(
          isCredited: true, event: known[key.event], at: Instant(quarter: key.quarter),
          totals: totals)
      }
    }
    return MarketTotals(
      events: events, others: others, sales: sales,
      products: request.products ? try products(of: market, records) : [])
  }

  private func totals(
    _ records: [EventTable.Record], in market: Market.Code, during period: InstantRange,
    names: Bool
  ) throws(StorageError) -> [EventTotals] {
    let brands =
      names
      ? try EventBrandTable(session: session).brands(in: market, during: period) : [:]
    let creators =
      names
      ? try EventCreatorTable(session: session).creators(in: market, during: period) : [:]
    let audience = try AudienceTotalTable(session: session)
      .totals(in: market, during: period)
    let sales = try EventSaleTotalTable(session: session, currencies: currencies)
      .totals(in: market, during: period)
    let reported = try ReportedTotalTable(session: session)
      .latest(in: market, during: period)
    let retained = try EventRetentionTable(session: session)
      .retained(in: market, during: period)
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
      return EventTotals(
        event: event,
        audience: audience[id] ?? [], sales: sales[id] ?? [], reported: reported[id] ?? [],
        retained: retained[id])
    }
  }

  private func products(
    of market: Market.Code, _ records: [EventTable.Record]
  ) throws(StorageError) -> [MarketTotals.Product] {
    let keys = Dictionary(
      records.map { ($0.id, $0.key) }, uniquingKeysWith: { first, _ in first })
    return try ProductSaleTotalTable(session: session, currencies: currencies)
      .totals(of: market)
      .compactMap { key, totals in
        // It is credited to an event outside the period.
        if let event = key.event, keys[event] == nil { return nil }
        return MarketTotals.Product(
          name: key.product?.text, event: key.event.flatMap { keys[$0] }, totals: totals)
      }
  }
}

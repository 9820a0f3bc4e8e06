import LedgerCore

extension MarketTotals {
  /// The events that sales, refunds with bounds, products, orders and bases name.
  static func named(
    _ sales: [Sales], _ spans: [RefundSpan], _ products: [Product], _ orders: [SplitOrder],
    _ bases: [CreditedGross]
  ) -> Set<EventKey> {
    Set(sales.compactMap(\.event)).union(spans.compactMap(\.event))
      .union(products.compactMap(\.event))
      .union(orders.flatMap { $0.lines.compactMap(\.event) })
      .union(bases.map(\.event))
  }
}

extension TotalsRequest {
  /// The refunds with bounds that an answer tells apart; `events`: those that start in the period.
  func spans(
    _ bounded: BoundedRefunds, of events: [Int64], _ keys: [Int64: EventKey]
  ) -> [RefundSpan] {
    if sales == .sums { return [] }
    let isByEvent = sales == .eventQuarters
    return bounded.spans(
      in: period, orOf: isByEvent ? Set(events) : [], isByEvent ? keys : [:])
  }
}

extension [MarketTotals.Sales] {
  /// Rows that are about the same become one; those that come to nothing are left out.
  func merged() -> [MarketTotals.Sales] {
    var places: [SalesKey: Int] = [:]
    var merged: [MarketTotals.Sales] = []
    for row in self {
      let key = SalesKey(
        isCredited: row.isCredited, event: row.event, at: row.at, currency: row.totals.currency)
      guard let place = places[key] else {
        places[key] = merged.count
        merged.append(row)
        continue
      }
      var totals = merged[place].totals
      totals += row.totals
      merged[place] = MarketTotals.Sales(
        isCredited: row.isCredited, event: row.event, at: row.at, totals: totals)
    }
    return merged.filter { $0.totals != SaleTotals(currency: $0.totals.currency) }
  }
}

extension [(key: ProductKey, totals: SaleTotals)] {
  /// The sums by key.
  func merged() -> [ProductKey: SaleTotals] {
    reduce(into: [:]) { $0[$1.key, default: SaleTotals(currency: $1.key.currency)] += $1.totals }
  }
}

/// What a row of sales is about.
private struct SalesKey: Hashable {
  let isCredited: Bool
  let event: EventKey?
  let at: Instant?
  let currency: Currency
}

extension EventQuarterKey {
  /// Sales of an event that are credited for one reason; `nil` if the event has no key.
  func credited(
    by basis: CreditBasis, _ gross: Int128, _ keys: [Int64: EventKey]
  ) -> CreditedGross? {
    guard let event = keys[event] else { return nil }
    return CreditedGross(
      basis: basis, event: event, at: Instant(quarter: quarter),
      gross: Money(micros: gross, currency: currency))
  }
}

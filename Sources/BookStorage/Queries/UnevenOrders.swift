import LedgerCore
import Rows

/// The orders of a market for which the stored totals would not be right, read from the facts.
///
/// Cancellations and refunds that name no event are stored with none, and orders of several events
/// or currencies are stored once for each. To find them reads the market's sales, and only if the
/// stored totals show that there may be any.
struct UnevenOrders {
  /// What the stored totals lack.
  private(set) var changes = SaleTotalChanges()
  private(set) var split = SplitOrders()
  /// Refunds that the stored totals have at their latest time.
  private(set) var bounded = BoundedRefunds()
  /// Whether the stored totals lack nothing.
  private(set) var isEmpty = true

  /// `splits`: whether orders of several events are needed; `bounds`: whether refunds are that are
  /// dated by bounds.
  init(
    of market: Market.Code, splits: Bool, bounds: Bool = false, session: any BookSession,
    _ currencies: Currencies
  ) throws(StorageError) {
    let table = SaleTable(session: session, currencies: currencies)
    var ofBounds = bounds ? try table.boundedRows(of: market) : []
    defer {
      for row in ofBounds { bounded.take(CollectionOfOne(row.credited)) }
      isEmpty = isEmpty && bounded.isEmpty
    }
    let mix = try MarketSaleDayTable(session: session).mix(of: market)
    let splits = splits && mix.mayHaveSplitOrders
    let returns = mix.hasCredited && mix.hasUncreditedReturns
    guard returns || splits else { return }
    split = SplitOrders(hasShows: mix.hasCredited)
    let orders = try table.unevenOrders(
      of: market, returns: returns, splits: splits)
    for rows in try table.rows(of: orders) {
      isEmpty = false
      let order = rows.map(\.credited).filter { $0.market == market }
      let credited = RecordedCredit.follow(order)
      if credited != order { changes.change(from: order, to: credited) }
      split.take(credited)
      if bounds { bounded.take(credited) }
    }
    let read = Set(orders.map { OrderKey(source: $0.source, number: ByteText($0.number)) })
    ofBounds.removeAll { read.contains(OrderKey(source: $0.source, number: ByteText($0.order))) }
  }

  /// What the stored totals by time lack.
  var ofMarkets: [(key: MarketQuarterKey, totals: SaleTotals)] {
    changes.ofMarkets + bounded.changes.ofMarkets
  }

  /// What the stored totals of events by time lack.
  var ofEventQuarters: [(key: EventQuarterKey, totals: SaleTotals)] {
    changes.ofEventQuarters + bounded.changes.ofEventQuarters
  }

  /// Takes split orders out of the counts of orders, which name each of them separately.
  mutating func uncountSplitOrders() {
    for order in split.orders { changes.uncount(order) }
  }

  /// The totals of an event, with what the stored ones lack.
  func corrected(_ totals: EventTotals, id: Int64) -> EventTotals {
    let sales = corrected([id: totals.sales])[id] ?? []
    return EventTotals(
      event: totals.event, audience: totals.audience, sales: sales,
      orders: sales.reduce(0) { $0 + $1.orders } - (split.repeats[id] ?? 0),
      reported: totals.reported, retained: totals.retained, watched: totals.watched)
  }

  /// The sales of events, with what the stored ones lack.
  func corrected(_ sales: [Int64: [SaleTotals]]) -> [Int64: [SaleTotals]] {
    var sales = sales
    for (event, changes) in Dictionary(grouping: changes.ofEvents, by: \.key.event) {
      sales[event] = ((sales[event] ?? []) + changes.map(\.totals)).byCurrency()
        .filter { $0.lines != 0 }
    }
    return sales
  }
}

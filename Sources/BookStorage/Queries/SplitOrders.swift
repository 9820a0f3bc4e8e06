import LedgerCore

/// The orders of a market of which sums of parts do not tell the count or the event.
struct SplitOrders {
  /// The sales of each order of several events or currencies, earliest first.
  private(set) var orders: [[Movement]] = []
  private var unsettled: [Movement] = []
  private var hasShows: Bool

  /// `hasShows`: whether any sale of the market is known to name an event.
  init(hasShows: Bool = false) { self.hasShows = hasShows }

  /// Takes the next order, with its cancellations and refunds credited; says whether it is split.
  @discardableResult
  mutating func take(_ order: [Movement]) -> Bool {
    hasShows = hasShows || order.contains { $0.event != nil }
    unsettled += RecordedCredit.unsettled(order)
    guard order.count > 1 else { return false }
    let sales = order.filter { $0.kind == .sale }
    guard let first = sales.first,
      sales.contains(where: { $0.event != first.event || $0.currency != first.currency })
    else { return false }
    orders.append(sales.sorted { $0.isEarlier(than: $1) })
    return true
  }

  /// The rows of the events that the orders name.
  var events: Set<Int64> { Set(orders.joined().compactMap(\.event)) }

  /// How often the sums of currencies count the orders of an event too often.
  var repeats: [Int64: Int64] {
    var repeats: [Int64: Int64] = [:]
    for (event, sales) in orders.flatMap({ Dictionary(grouping: $0, by: \.event) }) {
      guard let event else { continue }
      repeats[event, default: 0] += Int64(Set(sales.map(\.currency)).count - 1)
    }
    return repeats
  }

  func named(_ keys: [Int64: EventKey]) -> [SplitOrder] {
    orders.map { sales in
      SplitOrder(
        lines: sales.map { sale in
          SplitOrder.Line(
            event: sale.event.flatMap { keys[$0] }, product: sale.product, currency: sale.currency,
            at: sale.at, isPaid: sale.micros > 0)
        })
    }
  }

  /// The cancellations and refunds that may be of a period and whose event cannot be told, by
  /// currency.
  ///
  /// There are none in a market whose sales name no event at all.
  func unsettled(in period: InstantRange) -> [SaleTotals] {
    guard hasShows else { return [] }
    var sums = SaleTotalChanges()
    sums.add(unsettled.filter { period.meets(from: $0.notBefore, to: $0.at) })
    return sums.ofMarkets.map(\.totals).byCurrency()
  }
}

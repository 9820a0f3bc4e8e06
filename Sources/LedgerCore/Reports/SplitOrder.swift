/// An order whose sales are of several events, counting none as one, or in several currencies.
///
/// It counts once in each total and group that it touches, so the sums of parts count it too often.
public struct SplitOrder: Equatable, Sendable {
  /// A line of kind `sale`.
  public struct Line: Equatable, Sendable {
    /// The event that it is credited to; `nil` for no event.
    public let event: EventKey?
    /// The product; `nil` if it names none.
    public internal(set) var product: String?
    /// The currency of its amount.
    public var currency: Currency
    /// When it was sold.
    public let at: Instant
    /// Whether its amount is more than 0.
    public let isPaid: Bool

    /// Creates a line.
    public init(
      event: EventKey?, product: String?, currency: Currency, at: Instant, isPaid: Bool
    ) {
      self.event = event
      self.product = product
      self.currency = currency
      self.at = at
      self.isPaid = isPaid
    }
  }

  /// Its lines, earliest first.
  public let lines: [Line]

  /// Creates an order with its lines, earliest first.
  public init(lines: [Line]) { self.lines = lines }
}

extension SplitOrder {
  /// The order as if all its lines were in one currency.
  func converted(to currency: Currency) -> SplitOrder {
    SplitOrder(
      lines: lines.map { line in
        var line = line
        line.currency = currency
        return line
      })
  }
}

extension [SplitOrder] {
  /// What the orders add to the orders of each event, by currency.
  func countsByEvent() -> [EventKey: [SaleTotals]] {
    var counts: [EventKey: [SaleTotals]] = [:]
    for order in self {
      for (event, lines) in Dictionary(grouping: order.lines, by: \.event) {
        if let event { counts[event, default: []] += lines.countedOnce() }
      }
    }
    return counts
  }
}

extension [SplitOrder.Line] {
  /// The count of one order in each currency of its lines.
  func countedOnce() -> [SaleTotals] {
    Dictionary(grouping: self, by: \.currency).map { currency, lines in
      SaleTotals(
        currency: currency, orders: 1, paidOrders: lines.contains(where: \.isPaid) ? 1 : 0)
    }
  }
}

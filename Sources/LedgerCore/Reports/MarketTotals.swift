/// The totals that a market's report is computed from.
public struct MarketTotals: Equatable, Sendable {
  /// Sales that are not separated any further.
  public struct Sales: Equatable, Sendable {
    /// Whether they are credited to an event.
    public let isCredited: Bool
    /// The event, if sales were requested by event.
    public let event: EventKey?
    /// The start of the quarter of an hour in which they are dated, if they were requested by time.
    public let at: Instant?
    /// Their totals.
    public let totals: SaleTotals

    /// Creates sales with their totals.
    public init(
      isCredited: Bool, event: EventKey? = nil, at: Instant? = nil, totals: SaleTotals
    ) {
      self.isCredited = isCredited
      self.event = event
      self.at = at
      self.totals = totals
    }
  }

  /// The sales of one product, credited to one event or to no event.
  public struct Product: Equatable, Sendable {
    /// The product; `nil` for sales that name none.
    public let name: String?
    /// The event that they are credited to; `nil` for no event.
    public let event: EventKey?
    /// Their totals; an order counts for each of its products.
    public let totals: SaleTotals

    /// Creates the sales of a product.
    public init(name: String?, event: EventKey?, totals: SaleTotals) {
      self.name = name
      self.event = event
      self.totals = totals
    }
  }

  /// The events that start in the period, newest first.
  ///
  /// Each has everything that was ever counted for it or credited to it.
  public internal(set) var events: [EventTotals]
  /// Other events that some of the sales, products or orders are credited to.
  public internal(set) var others: [Event]
  /// The market's sales that are dated in the period.
  ///
  /// If sales were requested by event, also those of the period's events at any other time.
  /// Refunds that are dated by bounds are among them only if sales were requested without time.
  public let sales: [Sales]
  /// Refunds that are dated by bounds, if sales were requested by time.
  public let spans: [RefundSpan]
  /// The sales by product, or by channel in its place, if they were requested.
  public let products: [Product]
  /// The orders of several events or currencies, if ``TotalsRequest/separatesSplitOrders``.
  ///
  /// The orders in ``sales`` and ``products`` are all others.
  public internal(set) var splitOrders: [SplitOrder]
  /// Cancellations and refunds of the period whose event cannot be told, by currency.
  ///
  /// They are among the sales that are credited to no event.
  public let unsettled: [SaleTotals]
  /// What credits and the rule credit, by event and time, if ``TotalsRequest/bases``: what is dated
  /// in the period, and all of the period's events.
  public let bases: [CreditedGross]

  /// Creates totals of events, sales and products.
  public init(
    events: [EventTotals], others: [Event] = [], sales: [Sales], spans: [RefundSpan] = [],
    products: [Product] = [], splitOrders: [SplitOrder] = [], unsettled: [SaleTotals] = [],
    bases: [CreditedGross] = []
  ) {
    self.events = events
    self.others = others
    self.sales = sales
    self.spans = spans
    self.products = products
    self.splitOrders = splitOrders
    self.unsettled = unsettled
    self.bases = bases
  }

  /// Creates totals whose sales are separated only by whether an event is credited.
  public init(events: [EventTotals], credited: [SaleTotals], uncredited: [SaleTotals]) {
    self.init(
      events: events,
      sales: credited.map { Sales(isCredited: true, totals: $0) }
        + uncredited.map { Sales(isCredited: false, totals: $0) })
  }
}

extension Sequence<SaleTotals> {
  /// The sums by currency, in the order of currency codes.
  public func byCurrency() -> [SaleTotals] {
    var sums: [Currency: SaleTotals] = [:]
    for totals in self {
      sums[totals.currency, default: SaleTotals(currency: totals.currency)] += totals
    }
    return sums.values.sorted { $0.currency.code < $1.currency.code }
  }
}

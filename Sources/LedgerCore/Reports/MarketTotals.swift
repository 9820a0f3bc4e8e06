/// What a market's report is made of.
public struct MarketTotals: Equatable, Sendable {
  /// Sales that were not told further apart.
  public struct Sales: Equatable, Sendable {
    /// Whether they are credited to an event.
    public let isCredited: Bool
    /// The event, where the question told sales of events apart.
    public let event: EventKey?
    /// The first instant of the quarter of an hour in which they are dated, where the question told
    /// times apart.
    public let at: Instant?
    /// What they add up to.
    public let totals: SaleTotals

    /// Makes sales.
    public init(
      isCredited: Bool, event: EventKey? = nil, at: Instant? = nil, totals: SaleTotals
    ) {
      self.isCredited = isCredited
      self.event = event
      self.at = at
      self.totals = totals
    }
  }

  /// The sales of one product, credited to one event or to none.
  public struct Product: Equatable, Sendable {
    /// The product; `nil` for sales that name none.
    public let name: String?
    /// The event that they are credited to.
    public let event: EventKey?
    /// What they add up to; an order counts for each of its products.
    public let totals: SaleTotals

    /// Makes the sales of a product.
    public init(name: String?, event: EventKey?, totals: SaleTotals) {
      self.name = name
      self.event = event
      self.totals = totals
    }
  }

  /// The events that start in the period, newest first, each with all that was ever counted of it
  /// or credited to it.
  public let events: [EventTotals]
  /// Other events of which ``sales`` has some.
  public let others: [Event]
  /// The market's sales that are dated in the period; where the question told events apart, also
  /// those of the events of the period at any other time.
  public let sales: [Sales]
  /// The sales by product, where the question asked for them.
  public let products: [Product]

  /// Makes totals.
  public init(
    events: [EventTotals], others: [Event] = [], sales: [Sales], products: [Product] = []
  ) {
    self.events = events
    self.others = others
    self.sales = sales
    self.products = products
  }

  /// Makes the totals of sales that are only told apart by whether an event is credited.
  public init(events: [EventTotals], credited: [SaleTotals], uncredited: [SaleTotals]) {
    self.init(
      events: events,
      sales: credited.map { Sales(isCredited: true, totals: $0) }
        + uncredited.map { Sales(isCredited: false, totals: $0) })
  }
}

extension Sequence<SaleTotals> {
  /// Added up by currency, in the order of their codes.
  public func byCurrency() -> [SaleTotals] {
    var sums: [Currency: SaleTotals] = [:]
    for totals in self {
      sums[totals.currency, default: SaleTotals(currency: totals.currency)] += totals
    }
    return sums.values.sorted { $0.currency.code < $1.currency.code }
  }
}

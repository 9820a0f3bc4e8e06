/// Which totals a report asks of a storage.
public struct TotalsQuestion: Equatable, Sendable {
  /// How far sales are told apart.
  public enum SaleGrain: Equatable, Sendable {
    /// By currency, and by whether an event is credited.
    case sums
    /// Also by time: each row is of one group of a cut of time, and a group may have several.
    case groups(of: Cut, in: TimeZone)
    /// Also by the event that is credited, and by the quarter of an hour in which they are dated.
    case eventQuarters
  }

  /// The market.
  public let market: Market.Code
  /// Events that start in it, and sales dated in it.
  ///
  /// Its ends lie on quarter hours, as the starts of days do in every zone of today.
  public let period: InstantRange
  /// How far sales are told apart.
  public var sales: SaleGrain
  /// Whether sales are also told apart by product.
  public var products: Bool
  /// Whether shows are told with their brands and creators; if not, a storage may leave them out.
  public var names: Bool
  /// The last entry that counts; `nil` for all of them.
  public var asOf: Int64?
  /// By which rule sales without an event are credited to one.
  public var credit: CreditRule?

  /// Makes a question.
  public init(
    market: Market.Code, period: InstantRange, sales: SaleGrain = .sums, products: Bool = false,
    names: Bool = true, asOf: Int64? = nil, credit: CreditRule? = nil
  ) {
    self.market = market
    self.period = period
    self.sales = sales
    self.products = products
    self.names = names
    self.asOf = asOf
    self.credit = credit
  }
}

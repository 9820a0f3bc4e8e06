/// The totals that a report needs from a storage.
public struct TotalsRequest: Equatable, Sendable {
  /// How finely sales are broken down.
  public enum SaleGrain: Equatable, Sendable {
    /// By currency, and by whether an event is credited.
    case sums
    /// Also by time: each row is in one group of a grouping by time; a group may have several rows.
    case groups(of: Grouping, in: TimeZone)
    /// Also by the credited event, and by the quarter of an hour in which the sale is dated.
    case eventQuarters
  }

  /// The market.
  public let market: Market.Code
  /// The period in which events start and sales are dated.
  ///
  /// Its bounds lie on quarter hours, as the starts of days do in every zone today.
  public let period: InstantRange
  /// How finely sales are broken down.
  public var sales: SaleGrain
  /// Whether sales are also broken down by product.
  public var products: Bool
  /// Whether sales are broken down by channel, in place of products.
  public var channels: Bool
  /// Whether events include their brands and creators; if not, a storage may leave them out.
  public var names: Bool
  /// The last entry that counts; `nil` for all of them.
  public var asOf: Int64?
  /// The rule by which sales without an event are credited to one.
  public var credit: CreditRule?
  /// The period that the movements of a product belong to.
  public var refunds: RefundDating

  /// Whether the totals say what credits and the rule credit.
  public var bases: Bool
  /// Whether creators, brands and products have the names that were recorded, whatever the aliases.
  public var isAsRecorded: Bool

  /// Makes a request for totals.
  public init(
    market: Market.Code, period: InstantRange, sales: SaleGrain = .sums, products: Bool = false,
    names: Bool = true, asOf: Int64? = nil, credit: CreditRule? = nil,
    refunds: RefundDating = .processed, bases: Bool = false,
    channels: Bool = false, isAsRecorded: Bool = false
  ) {
    self.market = market
    self.period = period
    self.sales = sales
    self.products = products
    self.names = names
    self.asOf = asOf
    self.credit = credit
    self.refunds = refunds
    self.bases = bases
    self.channels = channels
    self.isAsRecorded = isAsRecorded
  }

  /// Whether orders of several events or currencies are told apart: sums of parts count them twice.
  public var separatesSplitOrders: Bool {
    sales == .eventQuarters || products || channels || refunds == .cohort
  }
}

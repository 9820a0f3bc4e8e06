/// The totals of sales in one currency.
public struct SaleTotals: Equatable, Sendable {
  /// The currency.
  public let currency: Currency
  /// The number of different orders with a line of kind `sale`.
  public var orders: Int64
  /// How many of them have lines of kind `sale` that add up to more than 0.
  public var paidOrders: Int64
  /// The number of movements of any kind.
  public var lines: Int64
  /// Units of kind `sale`.
  public var units: Int64
  /// Units of kind `cancellation`, 0 or below.
  public var unitsCancelled: Int64
  /// Units of kind `refund`, 0 or below.
  public var unitsRefunded: Int64
  /// Millionths of kind `sale`.
  public var gross: Int128
  /// Millionths of kind `cancellation`, 0 or below.
  public var cancelled: Int128
  /// Millionths of kind `refund`, 0 or below.
  public var refunded: Int128
  /// Millionths of kind `adjustment`.
  public var adjusted: Int128
  /// Lines of kind `sale` whose units are not known, and are not in ``units``.
  public var salesWithoutUnits: Int64 = 0
  /// Lines of kind `cancellation` whose units are not known.
  public var cancellationsWithoutUnits: Int64 = 0
  /// Lines of kind `refund` whose units are not known.
  public var refundsWithoutUnits: Int64 = 0
  /// Millionths of ``refunded`` that are dated by bounds, both of which are in the period.
  public var refundedWithin: Int128 = 0
  /// Refunds that may have been in the period, and are in none of the sums.
  public var possible = PossibleRefunds()

  /// Refunds of which the bounds lie on both sides of an edge of the period.
  public struct PossibleRefunds: Equatable, Sendable {
    /// How many there are.
    public var lines: Int64 = 0
    /// Millionths, 0 or below.
    public var refunded: Int128 = 0
    /// Units, 0 or below.
    public var units: Int64 = 0
    /// Lines whose units are not known.
    public var withoutUnits: Int64 = 0
  }

  /// What is left out of the amounts; nothing, unless they were converted.
  public internal(set) var unconverted = UnconvertedAmounts()
  /// Millionths that the net is above the sum of the other amounts, which were rounded one by one.
  private var netRounding: Int64 = 0

  /// Millionths of all kinds.
  public var net: Int128 { gross + cancelled + refunded + adjusted + Int128(netRounding) }

  /// Creates totals; those that are not given are 0.
  public init(
    currency: Currency, orders: Int64 = 0, paidOrders: Int64 = 0, lines: Int64 = 0,
    units: Int64 = 0, unitsCancelled: Int64 = 0, unitsRefunded: Int64 = 0, gross: Int128 = 0,
    cancelled: Int128 = 0, refunded: Int128 = 0, adjusted: Int128 = 0
  ) {
    self.currency = currency
    self.orders = orders
    self.paidOrders = paidOrders
    self.lines = lines
    self.units = units
    self.unitsCancelled = unitsCancelled
    self.unitsRefunded = unitsRefunded
    self.gross = gross
    self.cancelled = cancelled
    self.refunded = refunded
    self.adjusted = adjusted
  }

  /// Adds totals in the same currency.
  public static func += (left: inout SaleTotals, right: SaleTotals) {
    left.orders += right.orders
    left.paidOrders += right.paidOrders
    left.lines += right.lines
    left.units += right.units
    left.unitsCancelled += right.unitsCancelled
    left.unitsRefunded += right.unitsRefunded
    left.gross += right.gross
    left.cancelled += right.cancelled
    left.refunded += right.refunded
    left.adjusted += right.adjusted
    left.salesWithoutUnits += right.salesWithoutUnits
    left.cancellationsWithoutUnits += right.cancellationsWithoutUnits
    left.refundsWithoutUnits += right.refundsWithoutUnits
    left.refundedWithin += right.refundedWithin
    left.possible.lines += right.possible.lines
    left.possible.refunded += right.possible.refunded
    left.possible.units += right.possible.units
    left.possible.withoutUnits += right.possible.withoutUnits
    left.unconverted += right.unconverted
    left.netRounding += right.netRounding
  }

  /// The totals in millionths, of totals in parts of a millionth; each amount is rounded once.
  func rounded(from parts: Int128) -> SaleTotals {
    var copy = self
    copy.gross = roundedQuotient(gross, parts)
    copy.cancelled = roundedQuotient(cancelled, parts)
    copy.refunded = roundedQuotient(refunded, parts)
    copy.adjusted = roundedQuotient(adjusted, parts)
    copy.refundedWithin = roundedQuotient(refundedWithin, parts)
    copy.possible.refunded = roundedQuotient(possible.refunded, parts)
    copy.netRounding = Int64(clamping: roundedQuotient(net, parts) - copy.net)
    return copy
  }
}

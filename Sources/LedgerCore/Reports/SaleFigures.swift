/// The figures of sales in one currency.
///
/// Of converted sales, an amount is the sum of what could be converted; ``figure(_:)`` says whether
/// that is all.
public struct SaleFigures: Equatable, Sendable {
  private let totals: SaleTotals

  /// Computes the figures of totals.
  public init(_ totals: SaleTotals) { self.totals = totals }

  /// The currency.
  public var currency: Currency { totals.currency }
  /// The number of different orders with a line of kind `sale`.
  public var orders: Int64 { totals.orders }
  /// The number of movements of any kind.
  public var lines: Int64 { totals.lines }
  /// Units of kind `sale`.
  public var units: Int64 { totals.units }
  /// Amounts of kind `sale`.
  public var gross: Money { money(totals.gross) }
  /// Amounts of kind `cancellation`, as a positive amount.
  public var cancelled: Money { money(-totals.cancelled) }
  /// Amounts of kind `refund`, as a positive amount.
  public var refunded: Money { money(-totals.refunded) }
  /// Amounts of kind `adjustment`, up or down.
  public var adjusted: Money { money(totals.adjusted) }
  /// Gross − cancelled − refunded + adjusted: the sum of all movements.
  public var net: Money {
    money(totals.net)
  }
  /// Gross ÷ paid orders, rounded half to even to millionths; `nil` without one.
  public var averageOrderValue: Money? {
    SalePart.gross.wholeValue(totals) == nil ? nil : gross.divided(by: totals.paidOrders)
  }

  /// The figure of a metric of sales; `nil` for other metrics.
  public func figure(_ metric: ReportMetric) -> Figure? {
    FigureSet([metric], shows: [], sales: [totals])[metric].first
  }

  private func money(_ micros: Int128) -> Money { Money(micros: micros, currency: currency) }
}

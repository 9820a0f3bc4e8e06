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
  /// Units of kind `sale`; at least these, if ``hasUnknownUnits``.
  public var units: Int64 { totals.units }
  /// Whether the units of some lines of kind `sale` are not known.
  public var hasUnknownUnits: Bool { totals.salesWithoutUnits != 0 }
  /// Amounts of kind `sale`.
  public var gross: Money { money(totals.gross) }
  /// Amounts of kind `cancellation`, as a positive amount.
  public var cancelled: Money { money(-totals.cancelled) }
  /// Amounts of kind `refund`, as a positive amount; at least this, if ``hasPossibleRefunds``.
  public var refunded: Money { money(-totals.refunded) }
  /// Whether refunds may have been in the period or not.
  public var hasPossibleRefunds: Bool { totals.possible.refunded != 0 }
  /// What was refunded if all of those were in the period.
  public var refundedAtMost: Money { money(-totals.refunded - totals.possible.refunded) }
  /// What was refunded on days that are known.
  public var refundedExactly: Money { money(totals.refundedWithin - totals.refunded) }
  /// What was refunded in the period, on days of which only bounds are known.
  public var refundedWithin: Money { money(-totals.refundedWithin) }
  /// Amounts of kind `adjustment`, up or down.
  public var adjusted: Money { money(totals.adjusted) }
  /// Net if all refunds that may have been in the period were in it.
  public var netAtLeast: Money { money(net.micros + totals.possible.refunded) }
  /// Gross − cancelled − refunded + adjusted: the sum of all movements; at most this, if
  /// ``hasPossibleRefunds``.
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

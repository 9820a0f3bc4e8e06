/// One number of a report: its value, its evidence and its intervals.
public struct Figure: Equatable, Sendable {
  /// A value, by the kind of its unit.
  public enum Value: Equatable, Sendable {
    /// A whole number.
    case count(Int64)
    /// A lower and an upper bound of a number of different people.
    case people(lower: Int64, upper: Int64)
    /// A share, a ratio, seconds, hours or an average, to six decimals.
    case decimal(Decimal)
    /// An amount, to six decimals.
    case money(Money)
  }

  /// What a figure of a gauge was read from.
  public enum Evidence: Equatable, Sendable {
    /// The show with the largest count, and the first instant at which it was counted.
    case peak(event: EventKey, at: Instant)
    /// The time that an average covers, and the time of the shows that have counts.
    case observed(milliseconds: Int64, of: Int64)
  }

  /// The metric.
  public let metric: ReportMetric
  /// The currency of the sales that it is about; `nil` if it is about none.
  public let currency: Currency?
  /// The number; `nil` if a part of its formula is missing or its denominator is 0.
  public let value: Value?
  /// What is known of a number without a value; `nil` if there is one, or nothing is known.
  public let bounds: Bounds?
  /// How many shows have all of its parts; `nil` if it is not about shows.
  public let shows: Int?
  /// Its 95 % interval, assuming that each view, click or viewer is independent (Wilson).
  public let interval: Interval?
  /// The denominator of a share: views, clicks or units.
  public let trials: Int64?
  /// Its 95 % interval, assuming that only shows are independent (bootstrap).
  public let intervalOverShows: Interval?
  /// The reported total that it was computed from; `nil` if it is not from reported totals.
  public internal(set) var measure: Measure?
  /// What the figure of a gauge was read from; `nil` for others, and if no show has a count.
  public let evidence: Evidence?

  /// The value as a floating-point number; for people, the lower bound.
  public var number: Double? { value?.number }

  /// Whether it has a value or bounds.
  public var isKnown: Bool { value != nil || bounds != nil }

  /// The wider of the two intervals, or the only one.
  public var cautiousInterval: Interval? {
    guard let intervalOverShows else { return interval }
    guard let interval else { return intervalOverShows }
    return intervalOverShows.halfWidth > interval.halfWidth ? intervalOverShows : interval
  }
}

extension Figure.Value {
  /// A sum: micros of money, milliseconds of hours, or a count; `nil` for money without a currency.
  init?(_ unit: MetricUnit, sum: Int128, _ currency: Currency?) {
    switch unit {
    case .money:
      guard let currency else { return nil }
      self = .money(Money(micros: sum, currency: currency))
    case .hours: self = .decimal(Decimal(micros: roundedQuotient(sum * 10, 36)))
    default: self = .count(Int64(clamping: sum))
    }
  }

  /// A quotient, rounded half to even to six decimals; `nil` unless the denominator is above 0.
  init?(
    _ unit: MetricUnit, above: Int128, below: Int128, times: Int128, _ currency: Currency?
  ) {
    guard below > 0 else { return nil }
    let micros = roundedQuotient(above * times, below)
    if unit == .money, let currency {
      self = .money(Money(micros: micros, currency: currency))
    } else {
      self = .decimal(Decimal(micros: micros))
    }
  }

  /// The value as a floating-point number; for people, the lower bound.
  var number: Double {
    switch self {
    case .count(let count): Double(count)
    case .people(let lower, _): Double(lower)
    case .decimal(let decimal): decimal.micros.rounded / 1_000_000
    case .money(let money): money.micros.rounded / 1_000_000
    }
  }
}

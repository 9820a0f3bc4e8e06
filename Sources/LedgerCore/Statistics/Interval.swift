/// A confidence interval, usually of 95 %.
public struct Interval: Equatable, Sendable {
  /// The lower bound.
  public let lower: Double
  /// The upper bound.
  public let upper: Double

  /// Creates an interval from its bounds.
  public init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  /// Half the distance between the bounds.
  public var halfWidth: Double { (upper - lower) / 2 }

  /// The two-sided 95 % quantile of the standard normal distribution.
  static let z = 1.959963984540054

  /// The 95 % interval of a counted share, by Wilson's method.
  ///
  /// `nil` unless there is a trial and 0 ≤ `successes` ≤ `trials`.
  ///
  /// This is Wilson's score interval without continuity correction. If the trials are independent,
  /// it keeps its coverage for few trials, and for shares near 0 or 1. Source: E. B. Wilson,
  /// "Probable inference, the law of succession, and statistical inference", JASA 22 (1927); method
  /// 3 of R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in
  /// Medicine 17 (1998).
  public static func wilson(successes: Int64, trials: Int64) -> Interval? {
    guard trials > 0, successes >= 0, successes <= trials else { return nil }
    let n = Double(trials)
    let share = Double(successes) / n
    let square = z * z
    let middle = (share + square / (2 * n)) / (1 + square / n)
    let reach =
      z / (1 + square / n) * (share * (1 - share) / n + square / (4 * n * n)).squareRoot()
    return Interval(
      lower: successes == 0 ? 0 : max(0, middle - reach),
      upper: successes == trials ? 1 : min(1, middle + reach))
  }
}

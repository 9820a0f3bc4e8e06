/// Where a number lies with a stated sureness, most often 95 %.
public struct Interval: Equatable, Sendable {
  /// Its lower end.
  public let lower: Double
  /// Its upper end.
  public let upper: Double

  /// Makes an interval.
  public init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  /// Half its length.
  public var halfWidth: Double { (upper - lower) / 2 }

  /// Two-sided 95 % of the standard normal distribution.
  static let z = 1.959963984540054

  /// The 95 % interval of a share that was counted; `nil` unless 0 ≤ `successes` ≤ `trials` and
  /// there is a trial.
  ///
  /// It is Wilson's score interval without a correction for continuity: it holds its promise for
  /// few trials and for shares near 0 or 1, where the trials are independent. Source: E. B. Wilson,
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

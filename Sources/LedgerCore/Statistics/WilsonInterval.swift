/// The 95 % interval of a share that was counted: so many successes among so many trials.
///
/// It is Wilson's score interval without a correction for continuity, which stays within 0 and 1
/// and holds its promise for few trials and for shares near 0 or 1.
/// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
/// Journal of the American Statistical Association 22 (1927), pages 209–212; method 3 of
/// R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in
/// Medicine 17 (1998), pages 857–872.
public struct WilsonInterval: Equatable, Sendable {
  /// The lower end, from 0 to 1.
  public let lower: Double
  /// The upper end, from 0 to 1.
  public let upper: Double

  /// The 97.5 % quantile of the standard normal distribution.
  static let z = 1.959963984540054

  /// Makes the interval; `nil` where there are no trials, or not 0 to `trials` successes.
  public init?(successes: Int64, trials: Int64) {
    guard trials > 0, successes >= 0, successes <= trials else { return nil }
    let n = Double(trials)
    let share = Double(successes) / n
    let z2 = Self.z * Self.z
    let centre = share + z2 / (2 * n)
    let margin = Self.z * (share * (1 - share) / n + z2 / (4 * n * n)).squareRoot()
    let scale = 1 + z2 / n
    // At the ends the formula gives 0 and 1, but for rounding.
    lower = successes == 0 ? 0 : max(0, (centre - margin) / scale)
    upper = successes == trials ? 1 : min(1, (centre + margin) / scale)
  }
}

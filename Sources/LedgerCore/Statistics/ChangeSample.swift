/// The sums from which the change of a figure between two periods is estimated.
///
/// A unit is a show, or a day with sales: sales of one show, or of one day, depend on each other.
struct ChangeSample: Equatable, Sendable {
  private var units = 0
  private var isRatio = false
  private var above = 0.0
  private var below = 0.0
  private var squares = (above: 0.0, product: 0.0, below: 0.0)

  /// Adds a unit of a sum; `below`: its part of the denominator, if the figure is a ratio.
  mutating func add(_ part: Double, per denominator: Double? = nil) {
    units += 1
    above += part
    squares.above += part * part
    guard let denominator else { return }
    isRatio = true
    below += denominator
    squares.product += part * denominator
    squares.below += denominator * denominator
  }

  /// The figure: a sum, or a ratio of sums; `nil` for a ratio whose denominator is not above 0.
  private var value: Double? { isRatio ? (below > 0 ? above / below : nil) : above }

  /// The variance of the figure.
  ///
  /// Of a ratio of sums, by its linear approximation (A. Deng, U. Knoblich, J. Lu, "Applying the
  /// delta method in metric analytics", KDD 2018). Of a sum over units whose number is itself by
  /// chance, that of a compound Poisson sum: the sum of squares.
  private func variance(of value: Double) -> Double {
    guard isRatio else { return squares.above }
    let residuals =
      squares.above - 2 * value * squares.product + value * value * squares.below
    return max(0, residuals) * Double(units) / Double(units - 1) / (below * below)
  }

  /// The 95 % interval of this figure ÷ the same figure of an independent sample.
  ///
  /// Fieller's method: E. C. Fieller, "Some problems in interval estimation", Journal of the Royal
  /// Statistical Society B 16 (1954), with the degrees of freedom of B. L. Welch (Biometrika 34,
  /// 1947). `nil` if one has fewer than ``Bootstrap/fewestShows`` units, if the other figure is not
  /// above 0, or if it may be 0, so that the ratio has no bounds.
  func ratio(to other: ChangeSample) -> Interval? {
    let fewest = Bootstrap.fewestShows
    guard units >= fewest, other.units >= fewest, let value, let base = other.value, base > 0
    else { return nil }
    let ratio = value / base
    let own = variance(of: value)
    let others = other.variance(of: base)
    let (first, second) = (own, ratio * ratio * others)
    guard first + second > 0 else { return Interval(lower: ratio, upper: ratio) }
    let freedom =
      (first + second) * (first + second)
      / (first * first / Double(units - 1) + second * second / Double(other.units - 1))
    let t = Interval.t(freedom)
    let g = t * t * others / (base * base)
    guard g < 1 else { return nil }
    let reach = t / base * (own * (1 - g) + ratio * ratio * others).squareRoot()
    return Interval(lower: (ratio - reach) / (1 - g), upper: (ratio + reach) / (1 - g))
  }

  static func == (left: ChangeSample, right: ChangeSample) -> Bool {
    left.units == right.units && left.isRatio == right.isRatio && left.above == right.above
      && left.below == right.below && left.squares == right.squares
  }
}

extension Interval {
  /// The two-sided 95 % quantile of Student's distribution, to a thousandth.
  ///
  /// M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions (1964), 26.7.5. `freedom`:
  /// the degrees of freedom, at least 4.
  static func t(_ freedom: Double) -> Double {
    let (n, square) = (freedom, z * z)
    let first = (square + 1) / 4
    let second = ((5 * square + 16) * square + 3) / 96
    let third = (((3 * square + 19) * square + 17) * square - 15) / 384
    let fourth = ((((79 * square + 776) * square + 1482) * square - 1920) * square - 945) / 92160
    return z * (1 + (first + (second + (third + fourth / n) / n) / n) / n)
  }
}

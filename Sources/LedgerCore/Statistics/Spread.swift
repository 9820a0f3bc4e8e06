/// How a number differs from show to show, which a mean of skewed numbers hides.
public struct Spread: Equatable, Sendable {
  /// How many shows have the number.
  public let shows: Int
  /// The arithmetic mean.
  public let mean: Double
  /// A quarter of the shows have less.
  public let lowerQuartile: Double
  /// Half of the shows have less.
  public let median: Double
  /// Three quarters of the shows have less.
  public let upperQuartile: Double
  /// The smallest and the largest number.
  public let least, most: Double

  /// Computes the spread of numbers, one per show; `nil` if there are none.
  public init?(_ numbers: [Double]) {
    let sorted = numbers.sorted()
    guard let least = sorted.first, let most = sorted.last,
      let lowerQuartile = Self.quantile(0.25, ofSorted: sorted),
      let median = Self.quantile(0.5, ofSorted: sorted),
      let upperQuartile = Self.quantile(0.75, ofSorted: sorted)
    else { return nil }
    shows = sorted.count
    mean = sorted.reduce(0, +) / Double(sorted.count)
    self.lowerQuartile = lowerQuartile
    self.median = median
    self.upperQuartile = upperQuartile
    self.least = least
    self.most = most
  }

  /// The quantile of sorted numbers, interpolated between two of them; `nil` if there are none.
  ///
  /// Type 7 of R. J. Hyndman and Y. Fan, Sample quantiles in statistical packages (1996).
  static func quantile(_ part: Double, ofSorted numbers: [Double]) -> Double? {
    guard let last = numbers.indices.last else { return nil }
    let place = part * Double(last)
    let index = min(Int(place), last)
    guard index < last else { return numbers[last] }
    return numbers[index] + (place - Double(index)) * (numbers[index + 1] - numbers[index])
  }
}

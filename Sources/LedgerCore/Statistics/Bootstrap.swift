/// Computes intervals of ratios over shows, by resampling the shows.
///
/// The viewers of one show are not independent: a good show is good for all of its viewers. So
/// whole shows are drawn, with replacement, and the ratio of each draw is a quotient of sums. The
/// bounds are the 2.5 and 97.5 percentiles (Efron's percentile method; A. C. Davison and D. V.
/// Hinkley, Bootstrap Methods and their Application, 1997, 2.4 and 5.3).
public struct Bootstrap: Equatable, Sendable {
  /// The seed of the random numbers; the same seed gives the same intervals.
  public let seed: UInt64

  /// The fewest shows that say enough about how shows differ.
  public static let fewestShows = 5
  private static let mostDraws = 400_000
  /// The parts that are added at once.
  private typealias Lanes = SIMD8<Double>

  /// Creates a bootstrap with a seed.
  public init(seed: UInt64) { self.seed = seed }

  /// How often the shows are resampled: 2,000 times, or down to 200 times if there are many shows.
  public static func resamples(shows: Int) -> Int {
    min(2000, max(200, mostDraws / max(shows, 1)))
  }

  /// The 95 % interval of each ratio; `nil` if fewer than ``fewestShows`` shows have it.
  ///
  /// `rates`: for each ratio, the two parts that each show adds to it, or `nil` if the show does
  /// not have both.
  public func intervals(of rates: [[(above: Double, below: Double)?]]) -> [Interval?] {
    let shows = rates.first?.count ?? 0
    guard shows >= Self.fewestShows else { return rates.map { _ in nil } }
    let resamples = Self.resamples(shows: shows)
    var random = SplitMix64(seed: seed)
    // One draw serves all ratios that enough shows have; the parts of one show are adjacent.
    let drawn = rates.indices.filter { rate in
      rates[rate].count { $0 != nil } >= Self.fewestShows
    }
    let width = (drawn.count * 2 + Lanes.scalarCount - 1) / Lanes.scalarCount
    var parts = [Lanes](repeating: .zero, count: shows * width)
    func lane(_ number: Int) -> (vector: Int, scalar: Int) {
      (number / Lanes.scalarCount, number % Lanes.scalarCount)
    }
    for (place, rate) in drawn.enumerated() {
      let (vector, above) = lane(2 * place)
      for (show, part) in rates[rate].enumerated() {
        guard let part else { continue }
        parts[show * width + vector][above] = part.above
        parts[show * width + vector][above + 1] = part.below
      }
    }
    var draws = [[Double]](repeating: [], count: drawn.count)
    var sums = [Lanes](repeating: .zero, count: width)
    for _ in 0..<resamples {
      for index in sums.indices { sums[index] = .zero }
      for _ in 0..<shows {
        let start = Int(random.next(below: UInt64(shows))) * width
        for index in 0..<width { sums[index] += parts[start + index] }
      }
      for place in drawn.indices {
        let (vector, above) = lane(2 * place)
        let below = sums[vector][above + 1]
        if below > 0 { draws[place].append(sums[vector][above] / below) }
      }
    }
    var intervals = [Interval?](repeating: nil, count: rates.count)
    for (place, rate) in drawn.enumerated() {
      let sorted = draws[place].sorted()
      guard let lower = Spread.quantile(0.025, ofSorted: sorted),
        let upper = Spread.quantile(0.975, ofSorted: sorted)
      else { continue }
      intervals[rate] = Interval(lower: lower, upper: upper)
    }
    return intervals
  }

  /// A ratio over some shows divided by the same ratio over others, with its 95 % interval.
  ///
  /// `nil` unless both have at least ``fewestShows`` shows, and the ratio of the others is above 0.
  public func ratio(
    of newer: [(above: Double, below: Double)], to older: [(above: Double, below: Double)]
  ) -> (value: Double, interval: Interval)? {
    guard newer.count >= Self.fewestShows, older.count >= Self.fewestShows,
      let rate = Self.rate(newer), let base = Self.rate(older), base > 0
    else { return nil }
    var random = SplitMix64(seed: seed)
    var draws: [Double] = []
    for _ in 0..<Self.resamples(shows: newer.count + older.count) {
      let (above, below) = (
        Self.rate(Self.draw(newer, &random)), Self.rate(Self.draw(older, &random))
      )
      if let above, let below, below > 0 { draws.append(above / below) }
    }
    draws.sort()
    guard let lower = Spread.quantile(0.025, ofSorted: draws),
      let upper = Spread.quantile(0.975, ofSorted: draws)
    else { return nil }
    return (rate / base, Interval(lower: lower, upper: upper))
  }

  private static func rate(_ shows: [(above: Double, below: Double)]) -> Double? {
    let (above, below) = shows.reduce((0, 0)) { ($0.0 + $1.above, $0.1 + $1.below) }
    return below > 0 ? above / below : nil
  }

  private static func draw(
    _ shows: [(above: Double, below: Double)], _ random: inout SplitMix64
  ) -> [(above: Double, below: Double)] {
    shows.map { _ in shows[Int(random.next(below: UInt64(shows.count)))] }
  }
}

/// A generator of random numbers that a seed determines.
///
/// G. Steele, D. Lea, C. Flood: Fast splittable pseudorandom number generators (OOPSLA 2014).
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }

  /// A number below a bound; the bias is negligible, because the bound is far below 2⁶⁴.
  mutating func next(below bound: UInt64) -> UInt64 {
    next().multipliedFullWidth(by: bound).high
  }
}

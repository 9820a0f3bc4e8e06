import LedgerCore
import Testing

@Suite struct IntervalTests {
  /// Newcombe (1998), table I, method 3, to the four decimals that are printed there.
  @Test(
    arguments: [
      (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611),
      (1, 29, 0.0061, 0.1718),
    ] as [(Int64, Int64, Double, Double)])
  func `the interval is the published one`(
    successes: Int64, trials: Int64, lower: Double, upper: Double
  ) throws {
    let interval = try #require(Interval.wilson(successes: successes, trials: trials))
    #expect((interval.lower * 10_000).rounded() == (lower * 10_000).rounded())
    #expect((interval.upper * 10_000).rounded() == (upper * 10_000).rounded())
  }

  @Test(arguments: [1, 7, 1_000, .max] as [Int64])
  func `all and none mirror each other, and end at 1 and 0`(trials: Int64) throws {
    let none = try #require(Interval.wilson(successes: 0, trials: trials))
    let all = try #require(Interval.wilson(successes: trials, trials: trials))
    #expect(none.lower == 0)
    #expect(all.upper == 1)
    #expect(abs(none.upper + all.lower - 1) < 1e-12)
    #expect(none.upper > 0 && none.upper < 1)
  }

  @Test func `more trials narrow the interval around the same share`() throws {
    let few = try #require(Interval.wilson(successes: 3, trials: 10))
    let many = try #require(Interval.wilson(successes: 300, trials: 1000))
    #expect(few.lower < many.lower && many.lower < 0.3)
    #expect(few.upper > many.upper && many.upper > 0.3)
  }

  @Test(arguments: [(0, 0), (-1, 5), (6, 5), (0, -1)] as [(Int64, Int64)])
  func `without trials, or with more successes than trials, there is none`(
    successes: Int64, trials: Int64
  ) {
    #expect(Interval.wilson(successes: successes, trials: trials) == nil)
  }
}

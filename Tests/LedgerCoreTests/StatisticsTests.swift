import Testing

@testable import LedgerCore

/// Intervals over shows, and spreads.
@Suite struct StatisticsTests {
  private typealias Parts = (above: Double, below: Double)

  // MARK: Bootstrap

  private let shows: [Parts?] = [(10, 100), (20, 100), (30, 100), (40, 100), (50, 200), (5, 100)]

  @Test func `the same seed draws the same interval, another seed another`() throws {
    let first = Bootstrap(seed: 7).intervals(of: [shows])
    #expect(Bootstrap(seed: 7).intervals(of: [shows]) == first)
    #expect(Bootstrap(seed: 8).intervals(of: [shows]) != first)
    let interval = try #require(first[0])
    // 155 ÷ 700 = 0.2214…; no draw has less than the least show or more than the most.
    #expect(interval.lower < 155.0 / 700 && interval.upper > 155.0 / 700)
    #expect(interval.lower >= 0.05 && interval.upper <= 0.4)
  }

  @Test func `a rate has the same interval whatever rates stand beside it`() {
    let doubled = shows.map { $0.map { (above: 2 * $0.above, below: $0.below) } }
    let together = Bootstrap(seed: 3).intervals(of: [shows, doubled])
    #expect(together[0] == Bootstrap(seed: 3).intervals(of: [shows])[0])
    #expect(together[1]?.lower == together[0].map { 2 * $0.lower })
  }

  @Test func `fewer than five shows with the rate have no interval`() {
    #expect(Bootstrap(seed: 1).intervals(of: [Array(shows.prefix(4))]) == [nil])
    let sparse: [Parts?] = shows.prefix(4) + [nil, nil, nil]
    #expect(Bootstrap(seed: 1).intervals(of: [sparse]) == [nil])
    #expect(Bootstrap(seed: 1).intervals(of: [Array(shows.prefix(5))])[0] != nil)
    #expect(Bootstrap(seed: 1).intervals(of: []) == [])
  }

  @Test func `shows that are all alike leave no doubt, and nothing below the line no interval`() {
    let alike = [Parts?](repeating: (3, 10), count: 8)
    #expect(Bootstrap(seed: 1).intervals(of: [alike]) == [Interval(lower: 0.3, upper: 0.3)])
    let empty = [Parts?](repeating: (0, 0), count: 8)
    #expect(Bootstrap(seed: 1).intervals(of: [empty]) == [nil])
  }

  /// Of 95 % intervals over 30 shows about 93 % hold the true rate.
  ///
  /// The percentile method is known to be a little short for few shows. Of intervals of half the length only two thirds would.
  @Test func `about nineteen intervals of twenty hold the true rate`() throws {
    var random = SplitMix64(seed: 20_211_208)
    let rounds = 100
    var hits = 0
    for round in 0..<rounds {
      // Each show has its own rate, 0 to 0.2, and its own size, 500 to 1,499: 0.1 in all.
      let shows: [Parts?] = (0..<30).map { _ in
        let size = Double(500 + random.next(below: 1000))
        return (above: size * Double(random.next(below: 2001)) / 10_000, below: size)
      }
      let interval = try #require(Bootstrap(seed: UInt64(round)).intervals(of: [shows])[0])
      if interval.lower <= 0.1, interval.upper >= 0.1 { hits += 1 }
    }
    #expect((86...99).contains(hits), "\(hits) of \(rounds)")
  }

  @Test func `a trend needs five shows on either side, and holds no doubt where there is none`()
    throws
  {
    let newer = [Parts](repeating: (2, 1), count: 5)
    let older = [Parts](repeating: (4, 1), count: 5)
    let ratio = try #require(Bootstrap(seed: 1).ratio(of: newer, to: older))
    #expect(ratio.value == 0.5)
    #expect(ratio.interval == Interval(lower: 0.5, upper: 0.5))
    #expect(Bootstrap(seed: 1).ratio(of: Array(newer.dropLast()), to: older) == nil)
    #expect(Bootstrap(seed: 1).ratio(of: newer, to: [Parts](repeating: (0, 1), count: 5)) == nil)
  }

  // MARK: Spread

  /// Miles per gallon of R's `mtcars`; `summary(mtcars$mpg)` prints these (type 7), to two decimals.
  @Test func `quartiles are those of type 7`() throws {
    let mpg = [
      21, 21, 22.8, 21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4, 17.3, 15.2, 10.4, 10.4,
      14.7, 32.4, 30.4, 33.9, 21.5, 15.5, 15.2, 13.3, 19.2, 27.3, 26, 30.4, 15.8, 19.7, 15, 21.4,
    ]
    let spread = try #require(Spread(mpg))
    #expect(spread.shows == 32)
    #expect(abs(spread.lowerQuartile - 15.425) < 1e-9)
    #expect(abs(spread.median - 19.2) < 1e-9)
    #expect(abs(spread.mean - 20.09) < 0.005)
    #expect(abs(spread.upperQuartile - 22.8) < 1e-9)
    #expect(spread.least == 10.4 && spread.most == 33.9)
  }

  /// R: `quantile(1:10)` is 1, 3.25, 5.5, 7.75, 10.
  @Test func `a quartile lies on the line between two numbers`() throws {
    let spread = try #require(Spread((1...10).shuffled().map(Double.init)))
    #expect(spread.lowerQuartile == 3.25)
    #expect(spread.median == 5.5)
    #expect(spread.upperQuartile == 7.75)
    #expect(Spread([]) == nil)
    let one = try #require(Spread([4]))
    #expect(
      [one.least, one.lowerQuartile, one.median, one.upperQuartile, one.most].allSatisfy { $0 == 4 }
    )
  }

  @Test func `a report has the spread of each number over the shows that have it`() throws {
    let spreads = ShowSpread.spreads(try Shows.all())
    let views = try #require(spreads.first { $0.metric == .views })
    // 1,000, 200 and 300: the median is 300, the mean 500.
    #expect(views.spread.shows == 3)
    #expect(views.spread.median == 300)
    #expect(views.spread.mean == 500)
    let perHour = try #require(spreads.first { $0.metric == .gmvPerHour })
    #expect(perHour.currency == gbp)
    // 200 and 50.
    #expect(perHour.spread.median == 125)
  }
}

/// The numbers of each show are those that figures of it alone have.
@Suite struct ShowNumbersTests {
  @Test(arguments: ReportMetric.allCases)
  func `a number of one show is its figure`(metric: ReportMetric) throws {
    for show in try Shows.all() {
      var numbers = ShowNumbers(metric)
      numbers.add(show)
      let figures = FigureSet([metric], shows: [show], sales: show.sales)[metric]
      let known = figures.filter { $0.number != nil }
      #expect(numbers.all.map(\.currency) == known.map(\.currency))
      #expect(numbers.all.flatMap(\.numbers) == known.compactMap(\.number))
    }
  }
}

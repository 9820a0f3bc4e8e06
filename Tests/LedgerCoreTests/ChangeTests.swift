import Testing

@testable import LedgerCore

/// Intervals of changes from one period to another.
@Suite struct ChangeTests {
  private func sum(_ parts: [Double]) -> ChangeSample {
    var sample = ChangeSample()
    for part in parts { sample.add(part) }
    return sample
  }

  private func ratio(_ parts: [(Double, Double)]) -> ChangeSample {
    var sample = ChangeSample()
    for (above, below) in parts { sample.add(above, per: below) }
    return sample
  }

  @Test(arguments: [(4, 2.7764), (5, 2.5706), (10, 2.2281), (30, 2.0423), (1000, 1.9623)])
  func `Student's quantiles are those of the tables`(freedom: Double, quantile: Double) {
    #expect(abs(Interval.t(freedom) - quantile) < 0.001)
  }

  /// Sums of 16 and 8 parts of 1: variances 16 and 8, so 12.6 degrees of freedom… and by hand:
  /// ρ = 2, v = 16 + 4 · 8 = 48, f = 48² ÷ (16² ÷ 15 + 32² ÷ 7) = 14.1.
  @Test func `the interval of a ratio of sums is Fieller's`() throws {
    let interval = try #require(
      sum(Array(repeating: 1, count: 16)).ratio(to: sum(Array(repeating: 1, count: 8))))
    let t = Interval.t(48.0 * 48 / (256.0 / 15 + 1024.0 / 7))
    // (16 − 8ρ)² = t² (16 + 8ρ²)
    for end in [interval.lower, interval.upper] {
      let miss = (16 - 8 * end) * (16 - 8 * end) - t * t * (16 + 8 * end * end)
      #expect(abs(miss) < 1e-9)
    }
    #expect(interval.lower < 2 && interval.upper > 2)
  }

  @Test func `too few units, or a figure before that may be 0, leave no bounds`() {
    let five = sum([1, 1, 1, 1, 1])
    #expect(sum([1, 1, 1, 1]).ratio(to: five) == nil)
    #expect(five.ratio(to: sum([0, 0, 0, 0, 0])) == nil)
    #expect(five.ratio(to: sum([100, 0, 0, 0, 0])) == nil)
    #expect(
      ratio(Array(repeating: (2, 1), count: 5)).ratio(to: ratio(Array(repeating: (4, 1), count: 5)))
        == Interval(lower: 0.5, upper: 0.5))
  }

  /// Of 95 % intervals over ten shows in each period, most hold the true change.
  @Test func `about nineteen intervals of twenty hold the true change`() {
    var random = SplitMix64(seed: 20_211_208)
    var (rounds, hits) = (0, 0)
    for _ in 0..<300 {
      // Each show has its own size and, skewed, its own rate; twice as high in the second period.
      func shows(_ factor: Double) -> ChangeSample {
        ratio(
          (0..<10).map { _ in
            let size = Double(500 + random.next(below: 1000))
            let part = Double(random.next(below: 1001)) / 1000
            return (factor * size * part * part, size)
          })
      }
      guard let interval = shows(2).ratio(to: shows(1)) else { continue }
      rounds += 1
      if interval.lower <= 2, interval.upper >= 2 { hits += 1 }
    }
    #expect(rounds > 270)
    #expect((90...99).contains(100 * hits / rounds), "\(hits) of \(rounds)")
  }

  private func section(_ shows: [EventTotals], _ before: [EventTotals]) throws -> Report.Section {
    let market = Market(
      code: Market.Code("UK"), isoCode: "GB", name: "United Kingdom", currency: gbp,
      timeZone: "Europe/London")
    var request = MarketReport.Request(
      period: try ReportPeriod(from: nil, to: nil, zone: .utc), refunds: .cohort, now: .latest)
    request.isCompared = true
    func report(_ shows: [EventTotals]) -> MarketReport {
      MarketReport(
        market: market, request: request, totals: MarketTotals(events: shows, sales: []))
    }
    return Report.Section(report: report(shows), comparison: report(before))
  }

  private func shows(_ gross: [Int128]) throws -> [EventTotals] {
    try gross.enumerated().map { place, gross in
      try Shows.show(
        "s\(place)", starts: "2021-12-0\(place + 1)T18:00Z", ends: "2021-12-0\(place + 1)T19:00Z",
        counts: [.views: 100, .uniqueViewers: 50], mean: 10, peak: 20 + Int64(place),
        sales: [Shows.sold(1, paid: 1, units: 1, gross: gross)])
    }
  }

  @Test func `a report that is compared gives each change its interval`() throws {
    let changes = try section(
      shows([80, 120, 100, 90, 110, 100]), shows([40, 60, 50, 45, 55, 50])
    ).changes
    func change(_ metric: ReportMetric) throws -> PeriodChange {
      try #require(changes.first { $0.metric == metric })
    }
    for metric in [ReportMetric.gmvGross, .gmvPerHour, .averageOrderValue, .gmvNet] {
      let change = try change(metric)
      #expect(change.change == 1)
      let interval = try #require(change.interval)
      #expect(interval.lower < 1 && interval.upper > 1)
    }
    // A sum also depends on how many shows there are, so it is less certain.
    let (sum, rate) = try (change(.gmvGross), change(.gmvPerHour))
    #expect(try #require(sum.interval).halfWidth > #require(rate.interval).halfWidth)
    for metric in [ReportMetric.peakConcurrent, .uniqueViewers] {
      #expect(try change(metric).interval == nil)
    }
    // Bounds of a number of people do not say how the number changed.
    #expect(try change(.uniqueViewers).change == nil)
    #expect(
      try section(shows([1, 2, 3, 4]), shows([1, 2, 3, 4])).changes.allSatisfy {
        $0.interval == nil
      })
  }

  @Test func `the sum of the shows' net and the report's differ by what the report says`() throws {
    let market = Market(
      code: Market.Code("UK"), isoCode: "GB", name: "United Kingdom", currency: gbp,
      timeZone: "Europe/London")
    let report = MarketReport(
      market: market,
      request: MarketReport.Request(
        period: try ReportPeriod(from: nil, to: nil, zone: .utc), now: .latest),
      totals: MarketTotals(
        // 360 net in all, of which 340 are dated in the period; 50 are of no show.
        events: try shows([120, 120, 120]),
        credited: [Shows.sold(3, paid: 3, units: 3, gross: 360, refunded: 20)],
        uncredited: [Shows.uncredited]))
    let difference = try #require(report.netOfShows.first)
    #expect(difference.shows.exactText == "360.00")
    #expect(difference.report.exactText == "390.00")
    #expect(difference.uncredited.exactText == "50.00")
    #expect(difference.datedOtherwise.exactText == "-20.00")
  }
}

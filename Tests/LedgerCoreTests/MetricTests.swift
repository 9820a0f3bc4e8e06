import Foundation
import Testing

@testable import LedgerCore

/// Every metric against an answer that was worked out by hand from the tables of ``Shows``.
///
/// The pitfalls of the field, and what holds each of them off:
/// - people summed over shows: `people are only bounded…` here;
/// - running totals that are exported again: `the totals are those of the latest observation…` in
///   Tests/LedgerImportTests/ExportTests, and `the latest total of each measure and source…` in
///   `Contract.reportedTotals`;
/// - refunds that come late: report-period.transcript, in both datings, and GroupingTests;
/// - restated values: report-options.transcript, and the restatements of `Contract.voids`;
/// - currencies added up: `currencies are never added up` here, ConversionTests, and the amounts of
///   three digits in MoneyTests;
/// - clock changes, shows over midnight: GroupingTests; times without a zone: TimeZoneTests;
/// - zero and missing: `what is missing is null…` and `nothing is divided by 0` here; marks for no
///   value: ProfileTests;
/// - giveaways in the order value: `orders that cost nothing…` here, report.transcript;
/// - amounts of an order on each of its rows: the exports of Tests/LedgerImportTests/ExportTests;
/// - means of rates: `rates over shows are ratios of sums…` here.
@Suite struct MetricTests {
  private static let answers: [(ReportMetric, String)] = [
    (.gmvGross, "600.00 GBP"), (.cancelled, "40.00 GBP"), (.refunded, "50.00 GBP"),
    (.adjusted, "5.00 GBP"),
    // 600 − 40 − 50 + 5
    (.gmvNet, "515.00 GBP"),
    (.orders, "20"), (.paidOrders, "17"), (.units, "30"),
    // 600 ÷ 17, 600 ÷ 30, 30 ÷ 20
    (.averageOrderValue, "35.294118 GBP"), (.averagePrice, "20.00 GBP"), (.unitsPerOrder, "1.5"),
    // 50 ÷ 600, 3 ÷ 30, 40 ÷ 600, 2 ÷ 30
    (.refundRateByValue, "0.083333"), (.refundRateByUnits, "0.1"),
    (.cancellationRateByValue, "0.066667"), (.cancellationRateByUnits, "0.066667"),
    // a, b and d: 2 + 1 + 1
    (.shows, "4"), (.hoursLive, "4"),
    (.peakConcurrent, "80"),
    // (50 × 2 h + 20 × 1 h) ÷ 3 h
    (.averageConcurrent, "40"),
    (.views, "1500"), (.uniqueViewers, "600..750"), (.likes, "400"), (.comments, "80"),
    (.productClicks, "220"),
    // (50 × 7,200 s + 20 × 3,600 s) ÷ (1,000 + 200); c has views and no curve
    (.watchSecondsPerView, "360"),
    // (60,000 + 9,000) ÷ 1,200, 1,200 ÷ 750
    (.reportedWatchSecondsPerView, "57.5"), (.viewsPerViewer, "1.6"),
    // (40 + 15) ÷ (80 + 30), 42 ÷ 110, 26 ÷ 110
    (.retainedAtQuarter, "0.5"), (.retainedAtHalf, "0.381818"),
    (.retainedAtThreeQuarters, "0.236364"),
    // (400 + 50) ÷ 3; c sold and has no end
    // It is not known whether the show d sold anything in its hour.
    (.gmvPerHour, "≥ 112.50 GBP"),
    // 1000 × 550 ÷ 1,500, 1000 × 450 ÷ 5,000
    (.gmvPerThousandViews, "366.666667 GBP"), (.gmvPerThousandImpressions, "90.00 GBP"),
    // 220 ÷ 1,200, 220 ÷ 5,000
    (.clicksPerView, "0.183333"), (.clicksPerImpression, "0.044"),
    // 12 ÷ 220, 15 ÷ 220, 11 ÷ 750
    (.ordersPerClick, "0.054545"), (.skuOrdersPerClick, "0.068182"),
    (.buyersPerViewer, "0.014667"),
    // 24 ÷ 1,200, 400 ÷ 1,200, (50 + 30) ÷ (1,000 + 300), 12 ÷ 1,200
    (.followsPerView, "0.02"), (.likesPerView, "0.333333"), (.commentsPerView, "0.061538"),
    (.sharesPerView, "0.01"),
    // 500 + 60, 560 ÷ 3
    (.reportedGMV, "560.00 GBP"), (.reportedGMVPerHour, "186.666667 GBP"),
  ]

  private func figures() throws -> FigureSet {
    let shows = try Shows.all()
    return FigureSet(
      shows: shows, sales: (shows.flatMap(\.sales) + [Shows.uncredited]).byCurrency())
  }

  @Test func `every metric has an answer here`() {
    let totals = Metric.allCases.filter { $0.kind == .runningTotal }.flatMap(\.figures)
    #expect(Set(Self.answers.map(\.0)).union(totals) == Set(ReportMetric.allCases))
  }

  @Test(arguments: Metric.allCases.filter { $0.kind == .runningTotal })
  func `a running total is summed over the shows that have it`(metric: Metric) throws {
    let counts: [Int64?] = [7, nil, 5]
    let shows = try counts.enumerated().map { number, count in
      try Shows.show(
        "s\(number)", starts: "2021-12-08T18:00Z", ends: nil,
        counts: count.map { [metric: $0] } ?? [:])
    }
    let figure = try #require(FigureSet(shows: shows, sales: []).figure(.count(metric)))
    #expect(figure.written == "12")
    #expect(figure.shows == 2)
    #expect(figure.metric.unit == .count)
  }

  @Test func `every counted metric is in the catalogue, by its kind`() {
    for metric in Metric.allCases {
      #expect(metric.figures.allSatisfy(ReportMetric.allCases.contains), "\(metric)")
      switch (metric.kind, metric.definition) {
      case (.gauge, .gauge), (.runningTotal, .runningTotal), (.distinctPeople, .distinctPeople):
        break
      default: Issue.record("\(metric) is defined as another kind of metric")
      }
    }
  }

  @Test func `every case is in the list of all cases`() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/LedgerCore/Metrics/ReportMetric.swift")
    let cases = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter {
      $0.hasPrefix("  case ") && !$0.contains("(")
    }
    let counted = Metric.allCases.flatMap(\.figures)
    #expect(ReportMetric.allCases.count == cases.count + counted.count)
    #expect(Set(ReportMetric.allCases).count == ReportMetric.allCases.count)
  }

  @Test func `a metric has a name of its own, by which it is found`() throws {
    for metric in ReportMetric.allCases {
      #expect(try ReportMetric(name: metric.rawValue) == metric)
      #expect(!metric.definition.pitfall.isEmpty && !metric.definition.source.isEmpty)
    }
    #expect(Set(ReportMetric.allCases.map(\.title)).count == ReportMetric.allCases.count)
  }

  @Test(arguments: answers)
  func `a metric is what its formula says`(metric: ReportMetric, answer: String) throws {
    #expect(try figures()[metric].map(\.written) == [answer])
  }

  @Test func `a figure says how many shows have its parts`() throws {
    let figures = try figures()
    func shows(_ metric: ReportMetric) -> Int? { figures.figure(metric)?.shows }
    #expect(shows(.views) == 3)
    #expect(shows(.clicksPerView) == 2)
    #expect(shows(.commentsPerView) == 2)
    #expect(shows(.hoursLive) == 3)
    #expect(figures.figure(.gmvPerHour, in: gbp)?.shows == 2)
    #expect(figures.figure(.gmvGross, in: gbp)?.shows == nil)
  }

  @Test func `rates over shows are ratios of sums and never means of rates`() throws {
    let (a, b) = (try Shows.a(), try Shows.b())
    for metric in ReportMetric.allCases {
      guard case .showsRatio = metric.definition.computation else { continue }
      func number(_ shows: EventTotals...) -> Double? {
        FigureSet([metric], shows: shows, sales: []).figure(metric, in: gbp)?.number
      }
      // Where the shows differ, the rate of both is nearer to that of the larger one.
      guard let first = number(a), let second = number(b), let both = number(a, b),
        abs(first - second) > 0.000_01
      else { continue }
      #expect(abs(both - (first + second) / 2) > 0.000_01, "\(metric)")
      #expect(abs(both - first) < abs(both - second), "\(metric)")
    }
  }

  @Test func `what is missing is null and not zero`() throws {
    let none = FigureSet(shows: [try Shows.d()], sales: [])
    #expect(none.known.map(\.metric) == [.shows, .hoursLive])
    #expect(FigureSet(shows: [], sales: []).known.map(\.written) == ["0"])
    // c has views and no clicks, orders and no clicks, sales and no end.
    let some = FigureSet(shows: [try Shows.c()], sales: [])
    #expect(
      some.known.map(\.metric) == [
        .shows, .views, .comments, .gmvPerThousandViews, .commentsPerView,
      ])
  }

  @Test func `nothing is divided by 0`() throws {
    let empty = try Shows.show(
      "e", starts: "2021-12-08T18:00Z", ends: nil,
      counts: [
        .views: 0, .uniqueViewers: 0, .likes: 0, .comments: 0, .shares: 0, .newFollowers: 0,
        .productImpressions: 0, .productClicks: 0,
      ], mean: 0, retained: [0, 0, 0], sales: [SaleTotals(currency: gbp)],
      reported: [.gmvGross: 0, .skuOrders: 0, .customers: 0, .watchSeconds: 0])
    let figures = FigureSet(
      shows: [empty], sales: empty.sales, bootstrap: Bootstrap(seed: 1))
    for metric in ReportMetric.allCases {
      switch metric.definition.computation {
      case .salesRatio, .showsRatio, .average:
        #expect(figures[metric].allSatisfy { $0.value == nil && $0.interval == nil }, "\(metric)")
      default:
        #expect(figures[metric].allSatisfy { ($0.number ?? 0) <= 1 }, "\(metric)")
      }
    }
    // Zero is known, where it was counted.
    #expect(figures.figure(.views)?.written == "0")
  }

  @Test func `people are only bounded over several shows`() throws {
    // 600 + 150 would take nobody for a regular.
    #expect(try figures().figure(.uniqueViewers)?.value == .people(lower: 600, upper: 750))
    #expect(
      FigureSet(shows: [try Shows.b()], sales: []).figure(.uniqueViewers)?.written == "150..150")
  }

  @Test func `orders that cost nothing do not lower the order value`() {
    let totals = Shows.sold(3, paid: 2, units: 3, gross: 60)
    let figures = FigureSet(shows: [], sales: [totals])
    #expect(figures.figure(.averageOrderValue, in: gbp)?.written == "30.00 GBP")
    #expect(figures.figure(.averagePrice, in: gbp)?.written == "20.00 GBP")
  }

  @Test func `currencies are never added up`() throws {
    let yen = Shows.sold(1, paid: 1, units: 1, gross: 5000, in: jpy)
    let show = try Shows.show(
      "e", starts: "2021-12-08T18:00Z", ends: "2021-12-08T19:00Z",
      sales: [Shows.sold(1, paid: 1, units: 1, gross: 50), yen])
    let figures = FigureSet(shows: [show], sales: show.sales)
    #expect(figures[.gmvGross].map(\.written) == ["50.00 GBP", "5000 JPY"])
    #expect(figures[.gmvPerHour].map(\.written) == ["50.00 GBP", "5000 JPY"])
  }

  @Test func `of several sources of a reported number the latest observation counts`() throws {
    func total(_ source: String, _ value: Int128, _ at: String) throws -> ReportedTotal {
      try ReportedTotal(
        event: EventKey("e"), measure: .gmvGross, source: source, observedAt: instant(at),
        amount: .money(Money(micros: value * 1_000_000, currency: gbp)))
    }
    let show = EventTotals(
      event: try event("e"), audience: [], sales: [],
      reported: [
        try total("one", 100, "2021-12-10T00:00Z"), try total("two", 90, "2021-12-09T00:00Z"),
      ])
    #expect(FigureSet(shows: [show], sales: [])[.reportedGMV].map(\.written) == ["100.00 GBP"])
  }

  @Test func `a share of people carries Wilson's interval, and retention none`() throws {
    let figures = try figures()
    let clicks = try #require(figures.figure(.clicksPerView))
    #expect(clicks.trials == 1200)
    #expect(clicks.interval == Interval.wilson(successes: 220, trials: 1200))
    // Reported numbers are in millionths.
    #expect(
      figures.figure(.buyersPerViewer)?.interval == Interval.wilson(successes: 11, trials: 750))
    #expect(
      figures.figure(.refundRateByUnits, in: gbp)?.interval
        == Interval.wilson(successes: 3, trials: 30))
    #expect(figures.figure(.retainedAtHalf)?.interval == nil)
    #expect(figures.figure(.likesPerView)?.interval == nil)
  }

  @Test(arguments: [0.0, -1.5, 1e31, -1e300, .infinity, -.infinity, .nan])
  func `a number of any size is shown`(number: Double) {
    let decimal = Decimal(nearest: number)
    #expect(!Decimal(micros: decimal.micros * 100).grouped(decimals: 1).isEmpty)
    #expect(!number.isNaN || decimal.micros == 0)
    if number.magnitude < 10 { #expect(decimal.micros == Int128(number * 1_000_000)) }
  }
}

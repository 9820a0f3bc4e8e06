import LedgerCore
import Testing

/// Figures against numbers that were worked out by hand.
@Suite struct FiguresTests {
  private func totals(
    _ metric: Metric, latest: Int64, peak: Int64? = nil, peakAt: String = "2021-12-08T18:00Z",
    seconds: Int64 = 0, meanTimesTwo: Int64 = 0
  ) throws -> AudienceTotals {
    let first = try instant("2021-12-08T18:00Z")
    let last = try #require(Instant(milliseconds: first.milliseconds + seconds * 1000))
    return AudienceTotals(
      metric: metric, counts: seconds == 0 ? 1 : 2, firstAt: first, lastAt: last, latest: latest,
      peak: peak ?? latest, peakAt: try instant(peakAt), twiceArea: meanTimesTwo * seconds * 1000)
  }

  private func figures(_ audience: [AudienceTotals]...) throws -> FigureSet {
    let keys = ["a", "b", "c"]
    return FigureSet(
      shows: try zip(keys, audience).map { key, audience in
        EventTotals(event: try event(key), audience: audience, sales: [])
      }, sales: [])
  }

  private func value(_ metric: ReportMetric, _ figures: FigureSet) -> Figure.Value? {
    figures.figure(metric)?.value
  }

  // MARK: Audience

  @Test func `what was not counted is missing, not zero`() throws {
    for figures in try [figures(), figures([])] {
      for metric in Metric.allCases.flatMap(\.figures) {
        #expect(value(metric, figures) == nil)
        #expect(figures.figure(metric)?.shows == 0)
        #expect(figures.figure(metric)?.evidence == nil)
      }
    }
  }

  @Test func `a count of nothing is zero, not missing`() throws {
    let figures = try figures([totals(.views, latest: 0), totals(.uniqueViewers, latest: 0)])
    #expect(value(.views, figures) == .count(0))
    #expect(value(.uniqueViewers, figures) == .people(lower: 0, upper: 0))
  }

  @Test func `the average is a ratio of sums and never a mean of means`() throws {
    // 100 people for 10 s and 10 for 80 s: 1,800 viewer seconds in 90 s.
    let figures = try figures(
      [totals(.concurrent, latest: 100, seconds: 10, meanTimesTwo: 200)],
      [totals(.concurrent, latest: 10, seconds: 80, meanTimesTwo: 20)])
    #expect(value(.averageConcurrent, figures) == .decimal(Decimal(micros: 20_000_000)))
    #expect(
      figures.figure(.averageConcurrent)?.evidence == .observed(milliseconds: 90_000, of: 7_200_000)
    )
  }

  @Test func `one count alone has no average`() throws {
    let figures = try figures([totals(.concurrent, latest: 100)])
    #expect(value(.averageConcurrent, figures) == nil)
    #expect(value(.peakConcurrent, figures) == .count(100))
  }

  @Test func `the peak is the largest, and of equal ones the earliest`() throws {
    let figures = try figures(
      [totals(.concurrent, latest: 1, peak: 70, peakAt: "2021-12-08T18:30Z")],
      [totals(.concurrent, latest: 1, peak: 90, peakAt: "2021-12-08T18:20Z")],
      [totals(.concurrent, latest: 1, peak: 90, peakAt: "2021-12-08T18:10Z")])
    #expect(value(.peakConcurrent, figures) == .count(90))
    #expect(
      try figures.figure(.peakConcurrent)?.evidence
        == .peak(event: EventKey("c"), at: instant("2021-12-08T18:10Z")))
  }

  @Test func `running totals are summed over events, unique viewers only bounded`() throws {
    let figures = try figures(
      [totals(.views, latest: 100), totals(.uniqueViewers, latest: 60)],
      [totals(.views, latest: 50), totals(.uniqueViewers, latest: 45), totals(.likes, latest: 7)],
      [])
    #expect(value(.views, figures) == .count(150))
    #expect(value(.likes, figures) == .count(7))
    #expect(value(.uniqueViewers, figures) == .people(lower: 60, upper: 105))
    #expect(figures.figure(.views)?.shows == 2)
    #expect(figures.figure(.uniqueViewers)?.shows == 2)
    #expect(figures.figure(.likes)?.shows == 1)
  }

  @Test func `totals that no integer holds do not trap`() throws {
    let figures = try figures(
      [totals(.views, latest: .max), totals(.uniqueViewers, latest: .max)],
      [totals(.views, latest: .max), totals(.uniqueViewers, latest: .max)])
    #expect(value(.views, figures) == .count(.max))
    #expect(value(.uniqueViewers, figures) == .people(lower: .max, upper: .max))
  }

  @Test func `the unique viewers of one event are known`() throws {
    let figures = try figures([totals(.uniqueViewers, latest: 60)])
    #expect(value(.uniqueViewers, figures) == .people(lower: 60, upper: 60))
  }

  // MARK: Sales

  private let sales = SaleTotals(
    currency: gbp, orders: 4, paidOrders: 3, lines: 6, units: 5, gross: 100_000_000,
    cancelled: -20_000_000,
    refunded: -5_500_000, adjusted: -500_000)

  @Test func `net is the sum of all movements, and what went back is shown as positive`() {
    let figures = SaleFigures(sales)
    #expect(figures.gross == Money(micros: 100_000_000, currency: gbp))
    #expect(figures.cancelled == Money(micros: 20_000_000, currency: gbp))
    #expect(figures.refunded == Money(micros: 5_500_000, currency: gbp))
    #expect(figures.adjusted == Money(micros: -500_000, currency: gbp))
    #expect(figures.net == Money(micros: 74_000_000, currency: gbp))
  }

  @Test func `the average order value is gross by orders that cost something`() {
    #expect(SaleFigures(sales).averageOrderValue == Money(micros: 33_333_333, currency: gbp))
    let none = SaleTotals(currency: gbp, lines: 1, refunded: -1)
    #expect(SaleFigures(none).averageOrderValue == nil)
  }

  // MARK: The market

  private func marketReport(_ totals: MarketTotals, limit: Int? = nil) throws -> MarketReport {
    let market = Market(
      code: Market.Code("UK"), isoCode: "GB", name: "United Kingdom", currency: gbp,
      timeZone: "Europe/London")
    return MarketReport(
      market: market,
      request: MarketReport.Request(
        period: try ReportPeriod(from: nil, to: nil, zone: .utc), now: .latest, limit: limit),
      totals: totals)
  }

  @Test func `a market without facts has a report that says so`() throws {
    let report = try marketReport(MarketTotals(events: [], credited: [], uncredited: []))
    #expect(report.eventCount == 0)
    #expect(report.lines.isEmpty)
    #expect(report.sales.isEmpty)
    #expect(report.missing == ["no shows", "no sales"])
  }

  @Test func `sales are credited, uncredited and both, each currency by itself`() throws {
    let yen = SaleTotals(
      currency: jpy, orders: 1, paidOrders: 1, lines: 1, units: 1, gross: 500_000_000)
    let report = try marketReport(
      MarketTotals(events: [], credited: [sales, yen], uncredited: [sales]))
    #expect(report.sales.map(\.all.currency) == [gbp, jpy])
    #expect(report.sales.map(\.all.orders) == [8, 1])
    #expect(report.sales.map(\.credited.orders) == [4, 1])
    #expect(report.sales.map(\.uncredited.orders) == [4, 0])
    #expect(report.sales[0].all.gross.micros == 200_000_000)
    #expect(report.sales[0].all.net.micros == 148_000_000)
    #expect(report.sales[0].all.averageOrderValue?.micros == 33_333_333)
    #expect(report.sales[1].uncredited.averageOrderValue == nil)
  }

  @Test func `a limit shortens the list and nothing else`() throws {
    let events = try ["a", "b", "c"].map { key in
      EventTotals(event: try event(key), audience: [try totals(.views, latest: 10)], sales: [])
    }
    let all = MarketTotals(events: events, credited: [], uncredited: [])
    let short = try marketReport(all, limit: 1)
    #expect(short.lines.map(\.event.key.description) == ["a"])
    #expect(short.eventCount == 3)
    #expect(value(.views, short.figures) == .count(30))
    #expect(try marketReport(all).lines.count == 3)
  }

  @Test func `what is missing is said of how many events`() throws {
    let events = [
      EventTotals(
        event: try event("a", ends: nil), audience: [try totals(.views, latest: 10)], sales: [sales]
      ),
      EventTotals(event: try event("b"), audience: [], sales: []),
    ]
    let report = try marketReport(MarketTotals(events: events, credited: [sales], uncredited: []))
    #expect(
      report.missing == [
        "no end for 1 of 2 shows", "no audience counts for 1 of 2 shows",
        "no count of concurrent for 1 of 2 shows", "no count of unique_viewers for 1 of 2 shows",
        "no sales for 1 of 2 shows",
      ])
  }

  @Test func `a period is whole days of its zone`() throws {
    let zone = TimeZone(offset: "+01:00")
    let offset = try #require(zone)
    let day = try #require(CalendarDay("2021-12-08"))
    let period = try ReportPeriod(from: day, to: day, zone: offset)
    #expect(
      period.range
        == InstantRange(
          start: try instant("2021-12-07T23:00Z"), end: try instant("2021-12-08T23:00Z")))
    let next = try #require(CalendarDay("2021-12-09"))
    #expect(throws: LedgerError.reversedDays(first: next, last: day)) {
      try ReportPeriod(from: next, to: day, zone: .utc)
    }
  }

  @Test func `a log puts the entries of one file on one line, where its last entry is`() throws {
    func entry(_ number: Int64, file: Int64? = nil) throws -> Entry {
      Entry(
        number: number,
        draft: Entry.Draft(recordedAt: try instant("2021-12-08T18:00Z"), command: "x"),
        counts: Entry.Counts(.sales, Int(number)), firstOfImport: file)
    }
    let entries = try [entry(5), entry(4, file: 2), entry(3), entry(2, file: 2), entry(1)]
    let lines = LogLine.lines(entries)
    #expect(lines.map(\.last.number) == [5, 4, 3, 1])
    #expect(lines.map(\.first.number) == [5, 2, 3, 1])
    #expect(lines.map { $0.counts[.sales] } == [5, 6, 3, 1])
  }
}

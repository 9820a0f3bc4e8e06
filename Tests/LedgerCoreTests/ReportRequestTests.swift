import Testing

@testable import LedgerCore

/// Which shows and sales a question is about: filters, cuts, datings of refunds, credit, periods.
@Suite struct ReportRequestTests {
  private func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

  private func period(_ from: String?, _ to: String?) throws -> ReportPeriod {
    try ReportPeriod(from: from.map(day), to: to.map(day), zone: .utc)
  }

  // MARK: Compared periods

  @Test(
    arguments: [
      // Whole months go back by months, however long they are.
      ("previous", "2021-12-01", "2021-12-31", "2021-11-01", "2021-11-30"),
      ("previous", "2024-03-01", "2024-03-31", "2024-02-01", "2024-02-29"),
      ("previous", "2022-01-01", "2022-03-31", "2021-10-01", "2021-12-31"),
      ("previous", "2024-01-01", "2024-12-31", "2023-01-01", "2023-12-31"),
      // Other days by their number.
      ("previous", "2021-12-08", "2021-12-08", "2021-12-07", "2021-12-07"),
      ("previous", "2021-12-01", "2021-12-30", "2021-11-01", "2021-11-30"),
      ("previous", "2024-03-02", "2024-03-03", "2024-02-29", "2024-03-01"),
      // A leap day has the last of February a year before, and a February all of its days.
      ("last-year", "2024-02-29", "2024-02-29", "2023-02-28", "2023-02-28"),
      ("last-year", "2025-02-01", "2025-02-28", "2024-02-01", "2024-02-29"),
      ("last-year", "2021-12-08", "2022-01-07", "2020-12-08", "2021-01-07"),
      ("2021-01-01..2021-01-02", "2021-12-01", "2021-12-31", "2021-01-01", "2021-01-02"),
    ])
  func `a period is compared with the one that is meant`(
    words: String, from: String, to: String, first: String, last: String
  ) throws {
    let compared = try #require(ComparedPeriod(words))
    #expect(try compared.period(for: period(from, to)) == period(first, last))
  }

  @Test func `what cannot be compared is refused`() throws {
    for words in ["", "next", "2021-01-01", "2021-01-01..", "..2021-01-01", "2021..2022"] {
      #expect(ComparedPeriod(words) == nil)
    }
    for (words, from, to) in [
      ("previous", nil, "2021-12-31"), ("last-year", "2021-12-01", nil),
      ("previous", "0001-01-01", "0001-01-31"), ("last-year", "0001-03-01", "0001-03-02"),
      ("2021-01-02..2021-01-01", "2021-12-01", "2021-12-31"),
    ] as [(String, String?, String?)] {
      let compared = try #require(ComparedPeriod(words))
      #expect(refusedField { _ = try compared.period(for: period(from, to)) } != nil, "\(words)")
    }
  }

  // MARK: Reports of made totals

  private func report(
    _ totals: MarketTotals, _ period: ReportPeriod,
    _ change: (inout MarketReport.Request) -> Void = { _ in }
  ) throws -> MarketReport {
    let market = Market(
      code: Market.Code("UK"), isoCode: "GB", name: "United Kingdom", currency: gbp,
      timeZone: "Europe/London")
    var question = MarketReport.Request(period: period, now: try instant("2022-06-01T00:00Z"))
    change(&question)
    return MarketReport(market: market, request: question, totals: totals)
  }

  /// A show of December that sold for 100, of which 30 came back in January; 7 sold without one.
  private func totals(withShow: Bool = true) throws -> MarketTotals {
    let key = try EventKey("a")
    let all = Shows.sold(2, paid: 2, units: 4, gross: 100, refunded: 30, unitsRefunded: 1)
    let show = try Shows.show(
      "a", starts: "2021-12-08T18:00Z", ends: "2021-12-08T19:00Z", brands: ["X", "Y"], sales: [all])
    func sales(_ at: String, _ totals: SaleTotals, credited: Bool = true) throws
      -> MarketTotals.Sales
    {
      MarketTotals.Sales(
        isCredited: credited, event: credited ? key : nil, at: try instant(at), totals: totals)
    }
    return MarketTotals(
      events: withShow ? [show] : [], others: withShow ? [] : [show.event],
      sales: [
        try sales("2021-12-08T18:15Z", Shows.sold(2, paid: 2, units: 4, gross: 100)),
        try sales(
          "2022-01-05T09:00Z",
          Shows.sold(0, paid: 0, units: 0, gross: 0, refunded: 30, unitsRefunded: 1)),
        try sales("2021-12-20T09:00Z", Shows.sold(1, paid: 1, units: 1, gross: 7), credited: false),
      ])
  }

  private func written(_ report: MarketReport, _ metric: ReportMetric) -> [String] {
    report.figures[metric].map(\.written)
  }

  @Test func `a refund is of the day on which it was processed`() throws {
    let december = try report(totals(), period("2021-12-01", "2021-12-31"))
    #expect(written(december, .gmvGross) == ["107.00 GBP"])
    #expect(written(december, .refunded) == ["0.00 GBP"])
    let january = try report(totals(withShow: false), period("2022-01-01", "2022-01-31"))
    #expect(january.eventCount == 0)
    #expect(written(january, .gmvNet) == ["-30.00 GBP"])
    #expect(written(january, .refundRateByValue) == ["–"])
  }

  @Test func `or of the show that sold, whose cohort it belongs to`() throws {
    let december = try report(totals(), period("2021-12-01", "2021-12-31")) {
      $0.refunds = .cohort
    }
    #expect(written(december, .gmvGross) == ["107.00 GBP"])
    #expect(written(december, .refunded) == ["30.00 GBP"])
    let january = try report(totals(withShow: false), period("2022-01-01", "2022-01-31")) {
      $0.refunds = .cohort
    }
    #expect(written(january, .refunded) == [])
  }

  @Test func `by month, a refund stands in the month of its dating`() throws {
    func rows(_ dating: RefundDating) throws -> [String] {
      try report(totals(), period(nil, nil)) {
        $0.grouping = .month
        $0.refunds = dating
      }.groups.map { group in
        "\(group.key.label) \(group.shows) \(group.figures[.gmvNet].map(\.written).joined())"
      }
    }
    #expect(try rows(.processed) == ["2021-12 1 107.00 GBP", "2022-01 0 -30.00 GBP"])
    #expect(try rows(.cohort) == ["2021-12 1 77.00 GBP"])
  }

  @Test func `a show is provisional until its refund window is over`() throws {
    // The show ends on 8 December at 19:00; 30 days are over on 7 January at 19:00.
    func provisional(_ now: String, days: Int64 = 30) throws -> Int {
      try report(totals(), period(nil, nil)) {
        $0.now = (try? instant(now)) ?? .latest
        $0.refundDays = days
      }.provisional
    }
    #expect(try provisional("2022-01-07T18:59:59.999Z") == 1)
    #expect(try provisional("2022-01-07T19:00Z") == 0)
    #expect(try provisional("2021-12-08T19:00Z", days: 0) == 0)
    #expect(try provisional("2021-12-15T18:00Z", days: 7) == 1)
  }

  @Test func `sales of the shows of both brands are in both groups, those of none apart`() throws {
    let groups = try report(totals(), period(nil, nil)) { $0.grouping = .brand }.groups
    #expect(groups.map(\.key.label) == ["X", "Y", "(no brand)"])
    #expect(
      groups.map { $0.figures[.gmvGross].map(\.written) }
        == [["100.00 GBP"], ["100.00 GBP"], ["7.00 GBP"]])
  }

  @Test func `a filter leaves out other shows, and what no show sold`() throws {
    func gross(_ filter: EventFilter) throws -> [String] {
      written(try report(totals(), period(nil, nil)) { $0.filter = filter }, .gmvGross)
    }
    #expect(try gross(EventFilter()) == ["107.00 GBP"])
    #expect(try gross(EventFilter(brands: ["x"])) == ["100.00 GBP"])
    #expect(
      try gross(EventFilter(events: [EventKey("a")], platforms: ["TikTok"])) == ["100.00 GBP"])
    #expect(try gross(EventFilter(brands: ["z"])) == [])
    #expect(try gross(EventFilter(platforms: ["shopee"])) == [])
    #expect(try gross(EventFilter(creators: ["x"])) == [])
  }

  @Test func `groups are sorted by a metric, those without it last`() throws {
    let totals = MarketTotals(events: try Shows.all(), sales: [])
    let groups = try report(totals, period(nil, nil)) {
      $0.grouping = .event
      $0.sort = .views
    }.groups
    #expect(groups.map(\.key.label) == ["a", "c", "b", "d"])
  }

  // MARK: Credit

  @Test(
    arguments: [
      ("window:24h", 86_400_000), ("window:90m", 5_400_000), ("window:7d", 604_800_000),
      ("window:0h", 0), ("window:1h,platform=TikTok,creator=Ann", 3_600_000),
    ] as [(String, Int64)])
  func `a rule says how long a show may cause sales`(text: String, window: Int64) throws {
    let rule = try CreditRule(text)
    #expect(rule.window == window)
    #expect(rule.description == text)
    #expect(rule.candidates.isAll == !text.contains(","))
  }

  @Test(
    arguments: [
      "", "window", "window:", "window:h", "window:24", "window:24x", "window:-1h", "24h",
      "window:99999999999999999999h", "window:3660001d", "window:1h,", "window:1h,platform",
      "window:1h,brand=X", "window:é",
    ])
  func `what is no rule is refused`(text: String) {
    #expect(refusedField { _ = try CreditRule(text) } == "credit")
  }

  @Test func `a rule reaches from the start of a show to its end and the window, both included`()
    throws
  {
    let rule = try CreditRule("window:1h")
    let show = try Shows.a().event
    let open = try Shows.c().event
    for (at, show, isReached) in [
      ("2021-12-08T17:59:59.999Z", show, false), ("2021-12-08T18:00Z", show, true),
      ("2021-12-08T21:00Z", show, true), ("2021-12-08T21:00:00.001Z", show, false),
      ("2021-12-10T19:00Z", open, true), ("2021-12-10T19:00:00.001Z", open, false),
    ] {
      #expect(try rule.reaches(instant(at), from: show) == isReached, "\(at)")
    }
  }
}

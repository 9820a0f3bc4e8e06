import Testing

@testable import LedgerCore

/// Reports in one currency: each movement at the rate of its day.
@Suite struct ConversionTests {
  private let eur = Currency(code: "EUR", digits: 2)
  private let usd = Currency(code: "USD", digits: 2)

  private func rate(_ value: String, _ currency: Currency, on day: String) throws -> ExchangeRate {
    try ExchangeRate(
      base: eur, currency: currency, day: #require(CalendarDay(day)), value: RateValue(value),
      source: "European Central Bank")
  }

  private func sold(
    _ gross: Int128, _ currency: Currency, at: String, refunded: Int128 = 0, by event: String? = "a"
  ) throws -> MarketTotals.Sales {
    MarketTotals.Sales(
      isCredited: event != nil, event: try event.map(EventKey.init), at: try instant(at),
      totals: Shows.sold(
        1, paid: 1, units: 1, gross: gross, refunded: refunded, in: currency))
  }

  private func report(
    _ sales: [MarketTotals.Sales], _ rates: [ExchangeRate], reported: [Measure: Int128] = [:]
  ) throws -> MarketReport {
    let market = Market(
      code: Market.Code("UK"), isoCode: "GB", name: "United Kingdom", currency: gbp,
      timeZone: "Europe/London")
    let show = try Shows.show(
      "a", starts: "2021-12-08T18:00Z", ends: "2021-12-08T19:00Z",
      sales: [Shows.sold(1, paid: 1, units: 1, gross: 1)], reported: reported)
    let period = try ReportPeriod(from: nil, to: nil, zone: .utc)
    return MarketReport(
      market: market, request: MarketReport.Request(period: period, currency: eur, now: .latest),
      totals: MarketTotals(events: [show], sales: sales), rates: ExchangeRates(rates))
  }

  @Test func `each movement is converted at the rate of its own day`() throws {
    let rates = [
      try rate("0.8", gbp, on: "2021-12-08"), try rate("0.5", gbp, on: "2022-01-05"),
    ]
    let report = try report(
      [
        sold(100, gbp, at: "2021-12-08T18:15Z"),
        // Refunded for 20 a month later, when a pound was worth 2 euros.
        sold(0, gbp, at: "2022-01-05T09:00Z", refunded: 20),
        sold(7, eur, at: "2021-12-20T09:00Z", by: nil),
      ], rates)
    // 100 ÷ 0.8 = 125 and 7; 20 ÷ 0.5 = 40; at one rate it would be 25 or 40 of 125 or 200.
    #expect(report.figures[.gmvGross].map(\.written) == ["132.00 EUR"])
    #expect(report.figures[.refunded].map(\.written) == ["40.00 EUR"])
    // The show's own are those that it is credited with.
    #expect(report.lines[0].sales.map(\.gross.exactText) == ["125.00"])
    #expect(report.figures[.gmvPerHour].map(\.written) == ["125.00 EUR"])
    let conversion = try #require(report.conversion)
    #expect(conversion.sources == ["European Central Bank"])
    #expect(conversion.firstDay?.description == "2021-12-08")
    #expect(conversion.lastDay?.description == "2022-01-05")
    #expect(conversion.gaps.isEmpty)
  }

  @Test func `what has no rate is left out and named, whole`() throws {
    let rates = [try rate("0.8", gbp, on: "2021-12-08")]
    let report = try report(
      [
        sold(100, gbp, at: "2021-12-08T18:15Z"), sold(50, gbp, at: "2021-12-16T00:00Z"),
        sold(9, usd, at: "2021-12-08T18:15Z"), sold(8, usd, at: "2021-12-08T18:30Z"),
      ], rates)
    // A rate of the 8th holds up to the 15th.
    #expect(report.figures[.gmvGross].map(\.written) == ["≥ 125.00 EUR"])
    #expect(report.figures[.gmvGross].first?.bounds?.reasons == [.rates(movements: 3)])
    #expect(report.figures[.orders].map(\.written) == ["4"])
    let gaps = try #require(report.conversion?.gaps)
    #expect(gaps.map(\.totals.currency.code) == ["GBP", "USD"])
    #expect(gaps.map(\.totals.gross) == [50_000_000, 17_000_000])
    #expect(gaps[0].reason.contains("the last one is of 2021-12-08"))
    #expect(
      gaps[1].reason == "no exchange rate of USD in EUR on 2021-12-08 or in the 7 days before")
  }

  @Test func `what platforms report is converted at the rate of the day on which it was seen`()
    throws
  {
    let rates = [try rate("0.8", gbp, on: "2021-12-08")]
    let report = try report([], rates, reported: [.gmvGross: 100, .customers: 3])
    #expect(report.figures[.reportedGMV].map(\.written) == ["125.00 EUR"])
  }

  @Test func `an amount that grows too large is left out and does not stop the report`() throws {
    let rates = [try rate("0.000000000001", gbp, on: "2021-12-08")]
    let report = try report(
      (0..<40).map { _ in try sold(9_000_000_000_000, gbp, at: "2021-12-08T18:15Z") }, rates)
    #expect(report.figures[.gmvGross].map(\.written) == ["≥ 0.00 EUR"])
    #expect(report.figures[.orders].map(\.written) == ["40"])
    #expect(report.conversion?.gaps.map(\.reason) == [ConversionFailure.tooLarge.description])
  }

  // MARK: Missing rates

  /// Two shows of an hour with 100 clicks and two orders of 100 pounds each; one is refunded later.
  ///
  /// There is no rate on the day of the first.
  private func halfConverted(
    by grouping: Grouping? = nil, sort: ReportMetric? = nil
  ) throws -> MarketReport {
    let market = Market(
      code: Market.Code("UK"), isoCode: "GB", name: "United Kingdom", currency: gbp,
      timeZone: "Europe/London")
    let shows = try ["2022-01-03", "2022-03-03"].enumerated().map { place, day in
      try Shows.show(
        ["a", "b"][place], starts: "\(day)T18:00Z", ends: "\(day)T19:00Z",
        counts: [.productClicks: 100], sales: [Shows.sold(2, paid: 2, units: 2, gross: 200)])
    }
    func sales(_ event: String, _ at: String, _ totals: SaleTotals) throws -> MarketTotals.Sales {
      MarketTotals.Sales(
        isCredited: true, event: try EventKey(event), at: try instant(at), totals: totals)
    }
    let sold = Shows.sold(2, paid: 2, units: 2, gross: 200)
    return MarketReport(
      market: market,
      request: MarketReport.Request(
        period: try ReportPeriod(from: nil, to: nil, zone: .utc), grouping: grouping,
        currency: eur, now: .latest, sort: sort),
      totals: MarketTotals(
        events: shows.reversed(),
        sales: [
          try sales("a", "2022-01-03T18:30Z", sold), try sales("b", "2022-03-03T18:30Z", sold),
          try sales(
            "a", "2022-03-10T18:30Z", Shows.sold(0, paid: 0, units: 0, gross: 0, refunded: 100)),
        ]),
      rates: ExchangeRates([
        try rate("0.84", gbp, on: "2022-03-03"), try rate("0.84", gbp, on: "2022-03-10"),
      ]))
  }

  @Test func `what needs no rate stays whole, and a sum of amounts is at least what is known`()
    throws
  {
    let figures = try halfConverted().figures
    func written(_ metric: ReportMetric) -> [String] { figures[metric].map(\.written) }
    #expect(written(.orders) == ["4"])
    #expect(written(.units) == ["4"])
    #expect(written(.hoursLive) == ["2"])
    #expect(written(.ordersPerClick) == ["0.02"])
    #expect(figures[.ordersPerClick].first?.shows == 2)
    #expect(written(.gmvGross) == ["≥ 238.095238 EUR"])
    #expect(written(.refunded) == ["119.047619 EUR"])
    #expect(written(.gmvNet) == ["≥ 119.047619 EUR"])
    #expect(written(.averageOrderValue) == ["≥ 59.52381 EUR"])
    // At most: what was sold is at least as much.
    #expect(written(.refundRateByValue) == ["≤ 0.5"])
  }

  @Test func `a refund without a rate is at least as much as is known, and the net at most`() throws
  {
    let rates = [try rate("0.8", gbp, on: "2021-12-08")]
    let figures = try report(
      [
        sold(100, gbp, at: "2021-12-08T18:15Z"),
        sold(0, gbp, at: "2022-03-01T09:00Z", refunded: 20),
      ], rates
    ).figures
    #expect(figures[.refunded].map(\.written) == ["≥ 0.00 EUR"])
    #expect(figures[.gmvNet].map(\.written) == ["≤ 125.00 EUR"])
    #expect(figures[.refundRateByValue].map(\.written) == ["≥ 0"])
  }

  @Test func `a show of which a part has no rate is not among those that differ`() throws {
    let spreads = try halfConverted().spreads
    #expect(spreads.first { $0.metric == .gmvGross }?.spread.shows == 1)
    #expect(spreads.first { $0.metric == .orders }?.spread.shows == 2)
  }

  /// The total that has a rate is older, or of another source, and not that of the show.
  @Test
  func `a reported total without a rate leaves the show out, whatever else is reported of it`()
    throws
  {
    func total(_ event: String, _ source: String, _ money: Currency) throws -> ReportedTotal {
      try ReportedTotal(
        event: EventKey(event), measure: .gmvGross, source: source,
        observedAt: instant("2021-12-09T09:00Z"),
        amount: .money(Money(micros: 80_000_000, currency: money)))
    }
    let shows = try [("a", [gbp]), ("b", [gbp, usd])].map { key, currencies in
      let show = try Shows.show(key, starts: "2021-12-08T18:00Z", ends: "2021-12-08T19:00Z")
      return EventTotals(
        event: show.event, audience: [], sales: [],
        reported: try currencies.map { try total(key, $0.code, $0) })
    }
    let market = Market(
      code: Market.Code("UK"), isoCode: "GB", name: "United Kingdom", currency: gbp,
      timeZone: "Europe/London")
    let figures = MarketReport(
      market: market,
      request: MarketReport.Request(
        period: try ReportPeriod(from: nil, to: nil, zone: .utc), currency: eur, now: .latest),
      totals: MarketTotals(events: shows, sales: []),
      rates: ExchangeRates([try rate("0.8", gbp, on: "2021-12-08")])
    ).figures
    #expect(figures[.reportedGMV].map(\.written) == ["≥ 100.00 EUR"])
    #expect(figures[.reportedGMVPerHour].map(\.written) == ["100.00 EUR"])
    #expect(figures[.reportedGMVPerHour].first?.shows == 1)
  }

  @Test func `a ratio of amounts leaves out both sides of a show that has no rate`() throws {
    let figure = try #require(try halfConverted().figures[.gmvPerHour].first)
    #expect(figure.written == "238.095238 EUR")
    #expect(figure.shows == 1)
  }

  @Test func `a group of which a part has no rate is not sorted as if it were whole`() throws {
    let groups = try halfConverted(by: .event, sort: .gmvGross).groups
    #expect(groups.map(\.key.label) == ["b", "a"])
    #expect(
      groups.flatMap { $0.figures[.gmvGross] }.map(\.written) == ["238.095238 EUR", "≥ 0.00 EUR"])
    let nets = groups.flatMap { $0.figures[.gmvNet] }.map(\.written)
    #expect(nets == ["238.095238 EUR", "≥ -119.047619 EUR"])
  }

  @Test func `amounts are rounded once, at the end`() throws {
    func amounts(gross: Int128 = 0, refunded: Int128 = 0, at: String) throws -> MarketTotals.Sales {
      MarketTotals.Sales(
        isCredited: true, event: try EventKey("a"), at: try instant(at),
        totals: SaleTotals(currency: gbp, lines: 1, gross: gross, refunded: refunded))
    }
    // A millionth of a pound is 1.25 millionths of a euro.
    let rates = [try rate("0.8", gbp, on: "2021-12-08")]
    let quarters = try (0..<4).map {
      try amounts(gross: 1, at: "2021-12-08T18:\(15 * $0 + 10):00Z")
    }
    #expect(try report(quarters, rates).figures[.gmvGross].map(\.written) == ["0.000005 EUR"])
    let report = try report(
      [
        try amounts(gross: 1, at: "2021-12-08T18:15Z"),
        try amounts(refunded: -3, at: "2021-12-08T18:30Z"),
      ], rates)
    // 1.25 − 3.75 = −2.5, although 1 − 4 is −3.
    #expect(report.figures[.gmvNet].map(\.written) == ["-0.000002 EUR"])
    #expect(report.lines[0].sales.map(\.net.exactText) == ["-0.000002"])
  }
}

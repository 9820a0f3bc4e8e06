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
      "a", starts: "2021-12-08T18:00Z", ends: "2021-12-08T19:00Z", reported: reported)
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
    #expect(report.figures[.gmvGross].map(\.written) == ["125.00 EUR"])
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
    #expect(report.figures[.gmvGross].isEmpty)
    #expect(report.conversion?.gaps.map(\.reason) == [ConversionFailure.tooLarge.description])
  }
}

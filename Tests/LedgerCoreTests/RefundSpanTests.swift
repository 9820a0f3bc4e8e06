import LedgerCore
import Testing

/// Refunds of which only bounds of their time are known, in the figures of a report.
struct RefundSpanTests {
  private static let market = Market(
    code: Market.Code("UK"), isoCode: "GB", name: "United Kingdom", currency: gbp, timeZone: nil)

  private func instant(_ text: String) throws -> Instant {
    try TimeFormat.iso8601.instant(text, zone: .utc)
  }

  private func refund(
    _ micros: Int128, units: Int64, from: String, to: String
  ) throws -> RefundSpan {
    RefundSpan(
      isCredited: false, notBefore: try instant(from), at: try instant(to),
      totals: SaleTotals(currency: gbp, lines: 1, unitsRefunded: -units, refunded: -micros))
  }

  /// The report on September of sales of 100.00 and 10 units, refunds of 10.00 and one unit on the
  /// 5th, and some with bounds.
  private func report(
    _ spans: [RefundSpan], by grouping: Grouping?, withoutUnits: Int64 = 0
  ) throws -> MarketReport {
    var sold = SaleTotals(
      currency: gbp, orders: 10, paidOrders: 10, lines: 11, units: 10, unitsRefunded: -1,
      gross: 100_000_000, refunded: -10_000_000)
    sold.refundsWithoutUnits = withoutUnits
    let sales = MarketTotals.Sales(
      isCredited: false, at: try instant("2026-09-05T12:00Z"), totals: sold)
    return MarketReport(
      market: Self.market,
      request: MarketReport.Request(
        period: try ReportPeriod(
          from: CalendarDay("2026-09-01"), to: CalendarDay("2026-09-30"), zone: .utc),
        grouping: grouping, now: .latest),
      totals: MarketTotals(events: [], sales: [sales], spans: spans))
  }

  private func money(_ report: MarketReport, _ metric: ReportMetric) -> [String] {
    report.figures[metric].map(text)
  }

  private func text(_ figure: Figure) -> String {
    func text(_ value: Figure.Value?) -> String {
      switch value {
      case .money(let money)?: money.exactText
      case .decimal(let decimal)?: decimal.text()
      case .count(let count)?: "\(count)"
      default: "–"
      }
    }
    guard let bounds = figure.bounds else { return text(figure.value) }
    #expect(figure.value == nil)
    return "\(text(bounds.lower)) to \(text(bounds.upper))"
  }

  @Test func `a refund counts where its whole span lies, and makes a range where it crosses`()
    throws
  {
    let inside = try refund(5_000_000, units: 1, from: "2026-09-10T00:00Z", to: "2026-09-20T00:00Z")
    let crossing = try refund(
      20_000_000, units: 2, from: "2026-09-20T00:00Z", to: "2026-10-02T00:00Z")
    let before = try refund(
      7_000_000, units: 1, from: "2026-08-20T00:00Z", to: "2026-08-31T23:59:59.999Z")
    let after = try refund(
      7_000_000, units: 1, from: "2026-10-01T00:00Z", to: "2026-10-09T00:00Z")
    let report = try report([inside, crossing, before, after], by: nil)
    #expect(money(report, .refunded) == ["15.00 to 35.00"])
    #expect(money(report, .gmvNet) == ["65.00 to 85.00"])
    #expect(money(report, .gmvGross) == ["100.00"])
    #expect(money(report, .refundRateByValue) == ["0.15 to 0.35"])
    #expect(money(report, .refundRateByUnits) == ["0.2 to 0.4"])
    #expect(report.figures[.refunded].first?.bounds?.reasons == [.days(movements: 1)])
    let sales = try #require(report.sales.first?.all)
    #expect(sales.refundedExactly.exactText == "10.00")
    #expect(sales.refundedWithin.exactText == "5.00")
    #expect(sales.refundedAtMost.exactText == "35.00")
    #expect(sales.netAtLeast.exactText == "65.00")
    // One that began before the period may have been in it just as well.
    let early = try refund(20_000_000, units: 2, from: "2026-08-20T00:00Z", to: "2026-09-02T00:00Z")
    let whole = try refund(20_000_000, units: 2, from: "2026-08-20T00:00Z", to: "2026-10-02T00:00Z")
    for span in [early, whole] {
      #expect(money(try self.report([span], by: nil), .refunded) == ["10.00 to 30.00"])
    }
    // All are in the period: nothing is a range.
    let exact = try self.report([inside], by: nil)
    #expect(money(exact, .refunded) == ["15.00"])
    #expect(exact.figures[.refundRateByUnits].first?.interval != nil)
    // What is not known exactly does not differ from what the shows add up to.
    #expect(report.netOfShows.isEmpty)
    #expect(exact.netOfShows.map(\.report.exactText) == ["85.00"])
  }

  @Test func `in groups of time, it is whole in the only one that it can be of`() throws {
    let spans = try [
      refund(5_000_000, units: 1, from: "2026-09-10T01:00Z", to: "2026-09-10T20:00Z"),
      refund(20_000_000, units: 2, from: "2026-09-20T00:00Z", to: "2026-09-21T00:00Z"),
    ]
    let days = try report(spans, by: .day)
    let known = days.groups.filter { !$0.figures[.refunded].isEmpty }
    #expect(
      known.map { "\($0.key.label): \($0.figures[.refunded].map(text))" } == [
        "2026-09-05: [\"10.00\"]", "2026-09-10: [\"5.00\"]",
        "2026-09-20: [\"0.00 to 20.00\"]", "2026-09-21: [\"0.00 to 20.00\"]",
      ])
    #expect(money(days, .refunded) == ["35.00"])
    let hours = try report([spans[0]], by: .hour).groups
    #expect(hours.count { $0.figures[.refunded].map(text) == ["0.00 to 5.00"] } == 19)
    let weekdays = try report([spans[1]], by: .weekday)
    let touched = weekdays.groups.filter { $0.figures[.refunded].contains { $0.bounds != nil } }
    #expect(touched.map(\.key.label) == ["Monday", "Sunday"])
  }

  @Test func `units that nobody knows, of a refund that may be of the period, leave a rate open`()
    throws
  {
    var totals = SaleTotals(currency: gbp, lines: 1, refunded: -20_000_000)
    totals.refundsWithoutUnits = 1
    let open = RefundSpan(
      isCredited: false, notBefore: try instant("2026-09-20T00:00Z"),
      at: try instant("2026-10-02T00:00Z"), totals: totals)
    let known = try refund(1_000_000, units: 2, from: "2026-09-20T00:00Z", to: "2026-10-02T00:00Z")
    for (spans, movements) in [([open], 1), ([open, known], 2)] as [([RefundSpan], Int64)] {
      let report = try report(spans, by: nil)
      #expect(money(report, .refundRateByUnits) == ["0.1 to –"])
      #expect(
        report.figures[.refundRateByUnits].first?.bounds?.reasons == [.days(movements: movements)])
    }
  }

  @Test func `units that are not known leave a rate open at the top`() throws {
    let report = try report([], by: nil, withoutUnits: 2)
    #expect(money(report, .refundRateByUnits) == ["0.1 to –"])
    #expect(report.figures[.refundRateByUnits].first?.interval == nil)
    #expect(report.figures[.refundRateByUnits].first?.bounds?.reasons == [.units(movements: 2)])
    #expect(money(report, .refundRateByValue) == ["0.1"])
    #expect(money(report, .units) == ["10"])
  }

  @Test func `units sold that are not known leave prices and rates with bounds`() {
    var sold = SaleTotals(
      currency: gbp, orders: 4, paidOrders: 4, lines: 4, units: 8, unitsRefunded: -2,
      gross: 80_000_000)
    sold.salesWithoutUnits = 1
    let figures = FigureSet(shows: [], sales: [sold])
    #expect(figures[.units].map(text) == ["8 to –"])
    #expect(figures[.averagePrice].map(text) == ["– to 10.00"])
    #expect(figures[.unitsPerOrder].map(text) == ["2 to –"])
    #expect(figures[.refundRateByUnits].map(text) == ["– to 0.25"])
  }
}

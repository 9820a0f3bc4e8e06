import Testing

@testable import LedgerCore

/// Figures and criteria over shows of which it is not known what they sold.
@Suite struct UnknownSalesTests {
  /// Twenty shows of an hour with 1,000 clicks, of which every fourth sold 30 orders of 20.
  private func shows(_ knowledge: SalesKnowledge?, refunded: Int128 = 0) throws -> [EventTotals] {
    try (1...20).map { number in
      let hasSold = number % 4 == 0
      let day = number < 10 ? "0\(number)" : "\(number)"
      let show = try Shows.show(
        "s\(number)", starts: "2022-01-\(day)T18:00Z", ends: "2022-01-\(day)T19:00Z",
        counts: [.productClicks: 1000],
        sales: hasSold
          ? [Shows.sold(30, paid: 30, units: 30, gross: 600, refunded: 60)]
          : refunded == 0 ? [] : [Shows.sold(0, paid: 0, units: 0, gross: 0, refunded: refunded)])
      guard !hasSold, let knowledge else { return show }
      return show.with(knowledge: knowledge)
    }
  }

  private func figure(
    _ metric: ReportMetric, _ shows: [EventTotals]
  ) throws -> Figure {
    try #require(
      FigureSet(
        shows: shows, sales: shows.flatMap(\.sales).byCurrency(), bootstrap: Bootstrap(seed: 1)
      ).figure(metric, in: gbp))
  }

  private func money(_ units: Int128) -> Figure.Value {
    .money(Money(micros: units * 1_000_000, currency: gbp))
  }

  @Test func `a ratio over shows has bounds where shows of unknown sales have a part in it`() throws
  {
    let figure = try figure(.gmvPerHour, shows(nil))
    #expect(figure.value == nil)
    #expect(figure.intervalOverShows == nil)
    #expect(figure.shows == 5)
    #expect(
      figure.bounds
        == Figure.Bounds(
          lower: money(150), upper: nil, overKnown: money(600), [.salesOfShows(15)]))
    let clicks = try self.figure(.ordersPerClick, shows(nil))
    #expect(clicks.value == nil && clicks.interval == nil)
    #expect(clicks.bounds?.lower == .decimal(Decimal(micros: 7500)))
    #expect(clicks.bounds?.overKnown == .decimal(Decimal(micros: 30_000)))
  }

  @Test func `shows that sold nothing count with 0`() throws {
    let shows = try shows(.soldNothing(gbp))
    #expect(try figure(.gmvPerHour, shows).value == money(150))
    #expect(try figure(.gmvPerHour, shows).shows == 20)
    #expect(try figure(.ordersPerClick, shows).value == .decimal(Decimal(micros: 7500)))
    let nothing = shows.filter { $0.hasSoldNothing }
    #expect(try figure(.gmvPerHour, nothing).value == money(0))
    let spread = ShowSpread.spreads(shows).first { $0.metric == .gmvGross }
    #expect(spread?.spread.shows == 20)
    #expect(spread?.spread.median == 0)
  }

  /// A refund or an adjustment of 0 says no more of what was sold than nothing at all.
  @Test func `a show with only a refund is no other case than its neighbours`() throws {
    #expect(try figure(.gmvPerHour, shows(nil, refunded: 1)).bounds?.lower == money(150))
    let zero = try Shows.show(
      "z", starts: "2022-01-01T18:00Z", ends: "2022-01-01T19:00Z",
      sales: [Shows.sold(0, paid: 0, units: 0, gross: 0)])
    #expect(zero.isOfUnknownSales)
    #expect(try figure(.gmvPerHour, shows(nil) + [zero]).bounds?.reasons == [.salesOfShows(16)])
    let refund = SaleTotals(currency: gbp, lines: 1, unitsRefunded: -1, refunded: -1_000_000)
    #expect(
      EventTotals(event: zero.event, audience: [], sales: [refund]).knowledge
        == .unknown(.notCovered))
    // Its orders and its gross are not 0, but not known.
    for metric in [ReportMetric.orders, .gmvGross] {
      let spread = try ShowSpread.spreads(shows(nil, refunded: 1)).first { $0.metric == metric }
      #expect(spread?.spread.shows == 5)
    }
  }

  @Test
  func `a show that sold nothing is listed with sales of 0, and one of unknown sales with none`()
    throws
  {
    func lines(_ knowledge: SalesKnowledge?) throws -> [[String]] {
      let shows = try shows(knowledge).suffix(4)
      let market = Market(
        code: Market.Code("UK"), isoCode: "GB", name: "United Kingdom", currency: gbp,
        timeZone: nil)
      let request = MarketReport.Request(
        period: try ReportPeriod(from: nil, to: nil, zone: .utc), now: .latest)
      return MarketReport(
        market: market, request: request,
        totals: MarketTotals(events: Array(shows), credited: [], uncredited: [])
      ).lines.map { $0.sales.map(\.gross.exactText) }
    }
    #expect(try lines(.soldNothing(gbp)) == [["0.00"], ["0.00"], ["0.00"], ["600.00"]])
    #expect(try lines(nil) == [[], [], [], ["600.00"]])
  }

  /// 5 × 60 of 3,000, and 15 × 4 of what is not known.
  @Test func `refunds of shows of unknown sales leave the most that the rate may be`() throws {
    let rate = try figure(.refundRateByValue, shows(nil, refunded: 4))
    #expect(rate.value == nil)
    #expect(rate.bounds?.upper == .decimal(Decimal(micros: 120_000)))
    #expect(rate.bounds?.reasons == [.salesOfShows(15)])
    #expect(
      try figure(.refundRateByValue, shows(nil)).value == .decimal(Decimal(micros: 100_000)))
    #expect(
      try figure(.refundRateByValue, shows(.soldNothing(gbp), refunded: 4)).value
        == .decimal(Decimal(micros: 120_000)))
  }

  // MARK: Readiness

  private func judge(
    _ shows: [EventTotals], _ measure: ReadinessCriterion.Measure, pass: Double
  ) throws -> ReadinessFinding {
    // The newest first, as evidence has them.
    let shows = Array(shows.reversed())
    return ReadinessEvidence(
      shows: shows, settledShows: shows, memberships: [], targets: [], awareness: nil,
      adoption: nil, today: try #require(CalendarDay("2022-06-01"))
    ).finding(
      try ReadinessCriterion(measure: measure, pass: pass, stop: nil, reason: nil), in: gbp,
      bootstrap: Bootstrap(seed: 1))
  }

  @Test(
    arguments: [
      (.gmvPerHour, 400, 150, 600), (.clickToOrder, 0.02, 0.0075, 0.03),
    ] as [(ReadinessCriterion.Measure, Double, Double, Double)])
  func `a criterion passes only if it also passes when the unknown shows sold nothing`(
    measure: ReadinessCriterion.Measure, pass: Double, least: Double, overKnown: Double
  ) throws {
    let unknown = try judge(shows(nil), measure, pass: pass)
    #expect(unknown.result == .notEnoughData)
    #expect(unknown.value == nil)
    #expect(unknown.atLeast == least)
    #expect(unknown.doubt?.overKnown == overKnown)
    #expect(unknown.doubt?.shows.shows == 15)
    #expect(unknown.doubt?.shows.reasons == [.notCovered])
    #expect(unknown.doubt?.shows.first == CalendarDay("2022-01-01"))
    #expect(unknown.doubt?.shows.last == CalendarDay("2022-01-19"))
    let known = try judge(shows(.soldNothing(gbp)), measure, pass: pass)
    #expect(known.value == least)
    #expect(known.doubt == nil)
    #expect(known.result == .fail)
    // A threshold that both clear.
    #expect(try judge(shows(nil), measure, pass: least / 100).result == .pass)
  }

  @Test func `refunds of shows of unknown sales count against the market`() throws {
    #expect(try judge(shows(nil), .refundRate, pass: 0.11).result == .pass)
    let doubtful = try judge(shows(nil, refunded: 4), .refundRate, pass: 0.11)
    #expect(doubtful.result == .notEnoughData)
    #expect(doubtful.atMost == 0.12)
  }
}

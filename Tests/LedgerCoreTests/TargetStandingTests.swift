import Testing

@testable import LedgerCore

/// What can be said of a target before and after its period is over.
@Suite struct TargetStandingTests {
  /// A target of the first half of 2022, which has 181 days.
  private func standing(
    _ metric: ReportMetric = .orders, wanted: Int128, today: String = "2022-04-01",
    _ shows: [EventTotals]? = nil
  ) throws -> TargetStanding {
    let amount: Target.Amount =
      metric.unit == .money
      ? .money(Money(micros: wanted, currency: gbp)) : .number(Decimal(micros: wanted))
    let target = try Target(
      scope: .market(Market.Code("UK")), metric: metric, period: Period("2022-H1"), amount: amount)
    let shows = try shows ?? Shows.all()
    let figures = FigureSet(shows: shows, sales: shows.flatMap(\.sales).byCurrency())
    return TargetStanding(
      target, actual: figures.figure(metric, in: gbp),
      now: TimeZone.utc.start(of: try #require(CalendarDay(today))), zone: .utc, isEventOver: false)
  }

  /// 16 orders are credited to the shows.
  @Test(
    arguments: [
      (16, "2022-04-01", .met), (17, "2022-06-30", .behind), (17, "2022-07-01", .missed),
      (16, "2022-07-01", .met),
      // 1 April is day 91 of 181: 90 are over, and 16 of 32 is half and more than 90 ÷ 181.
      (32, "2022-04-01", .onPace), (33, "2022-04-01", .behind),
      // Nothing of the period has passed.
      (17, "2022-01-01", .open), (17, "2021-12-01", .open),
    ] as [(Int128, String, TargetStanding.State)])
  func `a sum is met, on pace or behind, and missed only when the period is over`(
    wanted: Int128, today: String, state: TargetStanding.State
  ) throws {
    #expect(try standing(wanted: wanted * 1_000_000, today: today).state == state)
  }

  @Test func `pace is attainment by the share of the time that has passed`() throws {
    let standing = try standing(wanted: 32_000_000)
    #expect(standing.attainment == 0.5)
    #expect(standing.elapsed == 90.0 / 181)
    #expect(standing.pace == 0.5 / (90.0 / 181))
    #expect(try self.standing(wanted: 32_000_000, today: "2022-07-01").pace == nil)
  }

  @Test func `pace counts the time of the day that is running`() throws {
    let target = try Target(
      scope: .market(Market.Code("UK")), metric: .orders,
      period: Period("2022-06-01..2022-06-03"), amount: .number(Decimal(micros: 16_000_000)))
    func standing(_ now: String, _ zone: TimeZone) throws -> TargetStanding {
      let figures = FigureSet(
        shows: [], sales: [SaleTotals(currency: gbp, orders: 8)])
      return TargetStanding(
        target, actual: figures.figure(.orders, in: gbp), now: try instant(now), zone: zone,
        isEventOver: false)
    }
    // Half of the three days, and half of the orders.
    #expect(try standing("2022-06-02T12:00Z", .utc).elapsed == 0.5)
    #expect(try standing("2022-06-02T12:00Z", .utc).pace == 1)
    #expect(try standing("2022-06-02T12:00Z", .utc).state == .onPace)
    #expect(try standing("2022-06-02T12:01Z", .utc).state == .behind)
    // A day begins and ends four hours later there.
    let west = try #require(TimeZone(offset: -4 * 3600))
    #expect(try standing("2022-06-02T16:00Z", west).elapsed == 0.5)
    #expect(try !standing("2022-06-04T03:59Z", west).isOver)
    #expect(try standing("2022-06-04T04:00Z", west).isOver)
    #expect(try standing("2022-06-04T04:00Z", west).state == .missed)
  }

  @Test func `a rate has no pace, and is met only when its period is over`() throws {
    // 220 ÷ 1,200.
    let running = try standing(.clicksPerView, wanted: 100_000)
    #expect(running.state == .open)
    #expect(running.pace == nil)
    #expect(try standing(.clicksPerView, wanted: 100_000, today: "2022-07-01").state == .met)
    #expect(try standing(.clicksPerView, wanted: 200_000, today: "2022-07-01").state == .missed)
  }

  @Test func `less is better of what comes back`() throws {
    // 50 of 550.
    #expect(try standing(.refundRateByValue, wanted: 100_000, today: "2022-07-01").state == .met)
    #expect(try standing(.refundRateByValue, wanted: 90_000, today: "2022-07-01").state == .missed)
    #expect(try standing(.refunded, wanted: 60_000_000).state == .open)
  }

  @Test func `a ceiling is attained in full at its value, and less above it`() throws {
    // 50 of 550.
    #expect(try standing(.refundRateByValue, wanted: 90_909).attainment == 90_909.0 / 90_909)
    #expect(try standing(.refunded, wanted: 25_000_000).attainment == 0.5)
    #expect(try standing(.refunded, wanted: 100_000_000).attainment == 2)
    #expect(try standing(.refunded, wanted: 0, today: "2022-07-01").attainment == 0)
    let none = try standing(.refunded, wanted: 0, today: "2022-07-01", [Shows.b()])
    #expect(none.attainment == nil)
    #expect(none.state == .met)
  }

  @Test func `what is not recorded is neither met nor missed`() throws {
    let unknown = try standing(.clicksPerView, wanted: 1, today: "2022-07-01", [Shows.d()])
    #expect(unknown.state == .unknown)
    #expect(unknown.attainment == nil)
  }

  @Test func `a target of 0 has no attainment`() throws {
    let none = try standing(wanted: 0)
    #expect(none.attainment == nil)
    #expect(none.state == .met)
  }
}

import LedgerCore
import Testing

/// What a report says of creators, against answers worked out by hand.
@Suite struct CreatorReportTests {
  private let uk = Market(
    code: Market.Code("UK"), isoCode: "GB", name: "United Kingdom",
    currency: Currency(code: "GBP", digits: 2), timeZone: nil)
  private let gbp = Currency(code: "GBP", digits: 2)

  private func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

  private func member(
    _ creator: String, _ joined: String, left: String? = nil, reason: String? = nil,
    platform: String? = nil
  ) throws -> Membership {
    try Membership(
      market: uk.code, creator: creator, platform: platform, joined: day(joined),
      left: left.map(day), reason: reason)
  }

  private func show(
    _ key: String, _ creators: [String], gross: Int128? = nil, refunded: Int128 = 0,
    views: Int64? = nil
  ) throws -> EventTotals {
    let at = try TimeFormat.iso8601.instant("2021-12-08T18:00Z", zone: nil)
    let audience = views.map { views in
      AudienceTotals(
        metric: .views, counts: 1, firstAt: at, lastAt: at, latest: views, peak: views, peakAt: at,
        twiceArea: 0)
    }
    return EventTotals(
      event: try Event(
        key: EventKey(key), market: uk.code, platform: "tiktok", title: key, startsAt: at,
        creators: creators.map { try Creator(name: $0, role: .creator) }),
      audience: audience.map { [$0] } ?? [],
      sales: gross.map {
        [SaleTotals(currency: gbp, orders: 1, lines: 1, units: 1, gross: $0, refunded: -refunded)]
      } ?? [])
  }

  private func report(
    _ memberships: [Membership], _ events: [EventTotals] = [], from: String? = nil,
    through: String = "2022-12-31", limit: Int? = nil
  ) throws -> CreatorReport {
    CreatorReport(
      market: uk,
      period: try ReportPeriod(from: from.map(day), to: day(through), zone: .utc),
      through: try day(through), memberships: memberships, events: events, limit: limit)
  }

  @Test func `active, joined and left are different people`() throws {
    let memberships = [
      try member("Amy", "2021-11-30", platform: "tiktok"),
      try member("Amy", "2021-12-01", platform: "instagram"),
      try member("Bob", "2021-12-05", left: "2022-01-10"),
      try member("Bob", "2022-02-01", left: "2022-03-31"), try member("Cat", "2022-04-01"),
    ]
    let all = try report(memberships)
    #expect([all.active, all.joined, all.left] == [2, 3, 1])
    let quarter = try report(memberships, from: "2021-12-01", through: "2022-03-31")
    // Bob is no member on the day on which he left; Cat has not joined yet.
    // Amy joined before, and only added a platform.
    #expect([quarter.active, quarter.joined, quarter.left] == [1, 1, 1])
    let dayBefore = try report(memberships, from: "2021-12-01", through: "2022-03-30")
    #expect([dayBefore.active, dayBefore.joined, dayBefore.left] == [2, 1, 1])
  }

  @Test func `contracts without a gap between them are one time as a member`() throws {
    let renewed = [
      try member("Ann", "2021-01-01", left: "2021-03-01", reason: "renewal"),
      try member("Ann", "2021-03-01", left: "2021-05-01", reason: "renewal"),
      try member("Ann", "2021-05-01"),
    ]
    let event = try show("a", ["Ann"])
    let report = try report(renewed, [event])
    #expect([report.active, report.joined, report.left] == [1, 1, 0])
    #expect(report.reasons == [])
    #expect(report.lines.map(\.standing) == [.member(since: try day("2021-01-01"))])
    let later = try self.report(renewed, [event], from: "2021-03-01")
    #expect([later.active, later.joined, later.left] == [1, 0, 0])
  }

  @Test func `retention is told by month of first joining, as far as time has passed`() throws {
    let memberships = [
      try member("Amy", "2021-12-01"),
      try member("Bob", "2021-12-31", left: "2022-01-31"),
      try member("Cat", "2021-12-15", left: "2022-01-20"), try member("Cat", "2022-02-01"),
      try member("Dan", "2022-02-10"),
    ]
    let cohorts = try report(memberships, through: "2022-03-31").cohorts
    #expect(cohorts.map(\.month.description) == ["2021-12", "2022-02"])
    #expect(cohorts.map(\.size) == [3, 1])
    // Bob's month after 31 December ends on 31 January, the day he left; Cat came back on 1 February.
    #expect(cohorts[0].retention.map(\.active) == [2, 2, 2, nil, nil])
    #expect(cohorts[1].retention.map(\.active) == [1, nil, nil, nil, nil])
    #expect(cohorts[0].share(cohorts[0].retention[0])?.text() == "0.666667")
    // Bob's third month ends on 31 March: a day before it is not known of all three.
    let early = try report(memberships, through: "2022-03-30").cohorts
    #expect(early[0].retention.map(\.active) == [2, 2, nil, nil, nil])
    #expect(try report(memberships, from: "2022-01-01").cohorts.map(\.size) == [1])
  }

  @Test func `reasons are counted, and none stated comes last`() throws {
    let reasons = try report([
      member("A", "2022-01-01", left: "2022-02-01"), member("B", "2022-01-01", left: "2022-02-01"),
      member("C", "2022-01-01", left: "2022-02-01", reason: "sales"),
      member("D", "2022-01-01", left: "2022-02-01", reason: "hours"),
      member("E", "2022-01-01", left: "2022-02-01", reason: "sales"), member("F", "2022-01-01"),
    ]).reasons
    #expect(reasons.map(\.text) == ["sales", "hours", nil])
    #expect(reasons.map(\.count) == [2, 1, 2])
    // Who left twice for one reason is one person.
    let twice = try report([
      member("A", "2022-01-01", left: "2022-02-01", reason: "hours"),
      member("A", "2022-04-01", left: "2022-05-01", reason: "hours"),
      member("A", "2022-06-01", left: "2022-07-01", reason: "sales"),
      member("B", "2022-01-01", left: "2022-02-01", reason: "sales"),
    ]).reasons
    #expect(twice.map(\.text) == ["sales", "hours"])
    #expect(twice.map(\.count) == [2, 1])
  }

  @Test func `views count in full, sales in equal parts that add up`() throws {
    let events = [
      try show("a", ["Amy", "Bob", "Cat"], gross: 100_000_000, refunded: 20_000_000, views: 600),
      try show("b", ["Amy"], gross: 50_000_000, views: 300), try show("c", [], gross: 50_000_000),
      try show("d", ["Dan"], views: 100),
    ]
    let report = try report([member("Amy", "2021-12-01")], events)
    #expect(report.lines.map(\.creator) == ["Amy", "Bob", "Cat", "Dan"])
    #expect(
      report.lines.map { $0.sales.first?.gross.micros } == [
        83_333_334, 33_333_333, 33_333_333, nil,
      ])
    #expect(
      report.lines.map { $0.sales.first?.net.micros } == [76_666_667, 26_666_667, 26_666_666, nil])
    #expect(report.lines.map(\.views) == [900, 600, 600, 100])
    #expect(report.lines.map { $0.viewShare?.text() } == ["0.9", "0.6", "0.6", "0.1"])
    // Of all 200, with what no creator has.
    #expect(report.lines[0].sales[0].share?.text() == "0.416667")
    #expect(report.lines.map(\.events.count) == [2, 1, 1, 1])
    #expect(report.lines[0].standing == .member(since: try day("2021-12-01")))
    #expect(report.strangers == ["Bob", "Cat", "Dan"])
    #expect([report.eventCount, report.eventsWithoutCreator] == [4, 1])
  }

  @Test func `the first few have together what counts once`() throws {
    let events = [
      try show("a", ["Amy", "Bob"], gross: 60_000_000, views: 600),
      try show("b", ["Cat"], gross: 20_000_000, views: 300),
      try show("c", ["Dan"], gross: 20_000_000, views: 100),
    ]
    let top = try report([], events, limit: 1).top
    #expect(top.map(\.count) == [1, 3])
    #expect(top[0].sales.map { $0.share.text() } == ["0.3"])
    #expect(top[1].sales.map { $0.share.text() } == ["0.8"])
    // Amy's and Bob's 600 views are the same ones, and Cat's 300.
    #expect(top.map { $0.viewShare?.text() } == ["0.6", "0.9"])
  }

  @Test func `a book without facts makes an empty report`() throws {
    let report = try report([])
    #expect([report.active, report.joined, report.left, report.creatorCount] == [0, 0, 0, 0])
    #expect(report.cohorts.isEmpty && report.reasons.isEmpty && report.top.isEmpty)
  }

  @Test(
    arguments: [
      ("2021-12-31", 1, "2022-01-31"), ("2021-12-31", 2, "2022-02-28"),
      ("2023-12-31", 2, "2024-02-29"), ("2021-12-01", 12, "2022-12-01"),
      ("2021-01-15", 0, "2021-01-15"),
    ])
  func `months are added by the calendar`(from: String, months: Int, to: String) throws {
    #expect(try day(from).adding(months: months)?.description == to)
  }

  @Test func `there is no month after the last year`() throws {
    #expect(try day("9999-12-01").adding(months: 1) == nil)
  }
}

import Testing

@testable import LedgerCore

/// Days, weeks and hours of a market's zone, also on nights when its clock changes.
@Suite(.enabled(if: TimeZoneDatabase.isPresent, Comment(rawValue: TimeZoneDatabase.absence)))
struct GroupingTests {
  private func label(_ grouping: Grouping, _ at: String) throws -> String {
    grouping.key(at: try instant(at), try TimeZoneDatabase.zone("Europe/London")).label
  }

  /// In 2021 the UK's clock went from 01:00 to 02:00 on 28 March, and from 02:00 back to 01:00 on
  /// 31 October.
  @Test(
    arguments: [
      ("2021-03-27T23:59Z", "2021-03-27", "23:00"), ("2021-03-28T00:00Z", "2021-03-28", "00:00"),
      ("2021-03-28T00:59Z", "2021-03-28", "00:00"), ("2021-03-28T01:00Z", "2021-03-28", "02:00"),
      ("2021-03-28T22:59Z", "2021-03-28", "23:00"), ("2021-03-28T23:00Z", "2021-03-29", "00:00"),
      ("2021-10-30T22:59Z", "2021-10-30", "23:00"), ("2021-10-30T23:00Z", "2021-10-31", "00:00"),
      ("2021-10-31T00:30Z", "2021-10-31", "01:00"), ("2021-10-31T01:30Z", "2021-10-31", "01:00"),
      ("2021-10-31T23:59Z", "2021-10-31", "23:00"), ("2021-11-01T00:00Z", "2021-11-01", "00:00"),
    ])
  func `a day of 23 or 25 hours begins and ends at midnight of the market`(
    at: String, day: String, hour: String
  ) throws {
    #expect(try label(.day, at) == day)
    #expect(try label(.hour, at) == hour)
  }

  @Test(
    arguments: [("2021-03-28", 23), ("2021-10-31", 25), ("2021-12-08", 24)] as [(String, Int64)])
  func `a day of a report has as many hours as the clock shows`(text: String, hours: Int64) throws {
    let day = try #require(CalendarDay(text))
    let range = try ReportPeriod(
      from: day, to: day, zone: TimeZoneDatabase.zone("Europe/London")
    ).range
    let start = try #require(range.start)
    #expect(try #require(range.end).milliseconds - start.milliseconds == hours * 3_600_000)
  }

  @Test func `a show over midnight is of the day on which it starts`() throws {
    let show = try Shows.show("n", starts: "2021-07-01T22:30Z", ends: "2021-07-02T01:00Z").event
    let zone = try TimeZoneDatabase.zone("Europe/London")
    // 23:30 on the clock of London, 22:30 of UTC.
    #expect(Grouping.day.keys(of: show, zone).map(\.label) == ["2021-07-01"])
    #expect(Grouping.hour.keys(of: show, zone).map(\.label) == ["23:00"])
    let late = try Shows.show("l", starts: "2021-07-01T23:30Z", ends: nil).event
    #expect(Grouping.day.keys(of: late, zone).map(\.label) == ["2021-07-02"])
    #expect(Grouping.month.keys(of: late, .utc).map(\.label) == ["2021-07"])
  }

  /// ISO 8601: week 1 is the one with the year's first Thursday.
  @Test(
    arguments: [
      ("2021-01-03T12:00Z", "2020-W53"), ("2021-01-04T12:00Z", "2021-W01"),
      ("2022-01-01T12:00Z", "2021-W52"), ("2024-12-29T12:00Z", "2024-W52"),
      ("2024-12-30T12:00Z", "2025-W01"), ("2027-01-01T12:00Z", "2026-W53"),
      ("2027-01-03T12:00Z", "2026-W53"), ("2027-01-04T12:00Z", "2027-W01"),
    ])
  func `a week at the end of a year is of the year of its Thursday`(at: String, week: String)
    throws
  {
    #expect(try label(.week, at) == week)
  }

  @Test(
    arguments: [
      (.month, "2021-12"), (.quarter, "2021-Q4"), (.year, "2021"), (.weekday, "Friday"),
      (.day, "2021-12-31"), (.week, "2021-W52"), (.hour, "23:00"),
    ] as [(Grouping, String)])
  func `a last night of the year is in its month, quarter and year`(
    grouping: Grouping, expected: String
  )
    throws
  {
    #expect(try label(grouping, "2021-12-31T23:59:59.999Z") == expected)
  }

  @Test func `a first night of a month in summer is not of the month before`() throws {
    #expect(try label(.month, "2021-06-30T23:30Z") == "2021-07")
    #expect(try label(.quarter, "2021-06-30T23:30Z") == "2021-Q3")
    #expect(try label(.weekday, "2021-06-30T23:30Z") == "Thursday")
  }

  @Test func `weekdays stand from Monday on, hours from midnight on, shows newest first`() throws {
    // 6 to 12 December 2021 is Monday to Sunday.
    let weekdays = try (6...12).reversed().map { day in
      Grouping.weekday.key(at: try instant("2021-12-\(day < 10 ? "0" : "")\(day)T12:00Z"), .utc)
    }
    #expect(
      weekdays.sorted().map(\.label) == [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
      ])
    let shows = try Shows.all().flatMap { Grouping.event.keys(of: $0.event, .utc) }
    #expect(shows.sorted().map(\.label) == ["d", "c", "b", "a"])
  }

  @Test func `a show of two brands is in both groups, and one of none in a group of its own`()
    throws
  {
    let two = try Shows.show("t", starts: "2021-12-08T18:00Z", ends: nil, brands: ["Y", "X"]).event
    #expect(Set(Grouping.brand.keys(of: two, .utc).map(\.label)) == ["X", "Y"])
    #expect(Grouping.creator.keys(of: two, .utc).map(\.label) == ["(no creator)"])
    #expect(Grouping.platform.keys(of: two, .utc).map(\.label) == ["tiktok"])
  }

  @Test func `groups of time have their empty stretches`() throws {
    func keys(_ grouping: Grouping, _ starts: String...) throws -> [String] {
      let shows = try starts.enumerated().map { index, at in
        try Shows.show("s\(index)", starts: at, ends: nil)
      }
      let request = MarketReport.Request(
        period: try ReportPeriod(from: nil, to: nil, zone: .utc), grouping: grouping, now: .latest)
      let totals = MarketTotals(events: shows, sales: [])
      return ReportGroup.groups(
        request, shows: shows, sales: DatedSales(request, totals, shows: shows)
      ).map { "\($0.key.label) \($0.shows)" }
    }
    #expect(
      try keys(.month, "2021-11-30T12:00Z", "2022-02-01T12:00Z")
        == ["2021-11 1", "2021-12 0", "2022-01 0", "2022-02 1"])
    #expect(
      try keys(.week, "2020-12-28T12:00Z", "2021-01-11T12:00Z")
        == ["2020-W53 1", "2021-W01 0", "2021-W02 1"])
    #expect(
      try keys(.day, "2021-02-27T12:00Z", "2021-03-01T12:00Z")
        == ["2021-02-27 1", "2021-02-28 0", "2021-03-01 1"])
    #expect(
      try keys(.quarter, "2021-12-31T12:00Z", "2022-04-01T12:00Z")
        == ["2021-Q4 1", "2022-Q1 0", "2022-Q2 1"])
    #expect(
      try keys(.hour, "2021-12-31T20:30Z", "2022-04-01T22:00Z")
        == ["20:00 1", "21:00 0", "22:00 1"])
    #expect(try keys(.platform, "2021-12-31T20:30Z", "2022-04-01T22:00Z").count == 1)
    // Too many days to list them all.
    #expect(try keys(.day, "1900-01-01T12:00Z", "2022-04-01T22:00Z").count == 2)
  }
}

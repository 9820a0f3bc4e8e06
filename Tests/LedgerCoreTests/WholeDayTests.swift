import Testing

@testable import LedgerCore

/// Which days of UTC a grouping may leave whole.
@Suite struct WholeDayTests {
  @Test(arguments: [
    // 2021-12-31 is a Friday.
    (Grouping.day, "Z", "2021-12-31", true), (.day, "+01:00", "2021-12-31", false),
    (.weekday, "Z", "2021-12-31", true), (.weekday, "-00:15", "2021-12-31", false),
    (.hour, "Z", "2021-12-31", false), (.event, "Z", "2021-12-31", false),
    (.week, "+01:00", "2021-12-31", true), (.week, "+01:00", "2022-01-02", false),
    (.month, "+01:00", "2021-12-30", true), (.month, "+01:00", "2021-12-31", false),
    (.quarter, "+01:00", "2021-11-30", true), (.quarter, "+01:00", "2021-09-30", false),
    (.year, "-01:00", "2021-12-01", true), (.year, "-01:00", "2022-01-01", false),
  ])
  func `a day is whole where its first and last instants are of one group`(
    grouping: Grouping, offset: String, date: String, isWhole: Bool
  ) throws {
    let zone = try #require(TimeZone(offset: offset))
    #expect(grouping.hasInOneGroup(utcDay: try day(date), zone) == isWhole)
  }

  @Test func `a day on which the clock is changed is not whole`() throws {
    let london = try TimeZoneDatabase.zone("Europe/London")
    let change = try day("2022-03-27")
    #expect(!Grouping.month.hasInOneGroup(utcDay: change, london))
    #expect(Grouping.month.hasInOneGroup(utcDay: change + 1, london))
  }

  private func day(_ date: String) throws -> Int64 {
    try TimeFormat.iso8601.instant("\(date)T00:00Z", zone: nil).milliseconds / 86_400_000
  }
}

import LedgerCore
import Testing

@Suite struct TimeCalendarDayTests {
  @Test func `for four centuries each day follows the one before`() throws {
    // The calendar repeats itself after 400 years.
    var expected = (year: 1, month: 1, day: 1)
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    let first = try #require(CalendarDay(year: 1, month: 1, day: 1))
    let last = try #require(CalendarDay(year: 401, month: 1, day: 1))
    for number in first.daysSince1970..<last.daysSince1970 {
      let day = try #require(CalendarDay(daysSince1970: number))
      guard (day.year, day.month, day.day) == expected,
        CalendarDay(year: day.year, month: day.month, day: day.day) == day
      else {
        Issue.record("day \(number) is \(day), expected \(expected)")
        return
      }
      let isLeap =
        expected.year % 4 == 0 && (expected.year % 100 != 0 || expected.year % 400 == 0)
      let length = expected.month == 2 && isLeap ? 29 : lengths[expected.month - 1]
      expected.day += 1
      if expected.day > length { (expected.day, expected.month) = (1, expected.month + 1) }
      if expected.month > 12 { (expected.month, expected.year) = (1, expected.year + 1) }
    }
  }

  @Test(
    arguments: [
      ("1970-01-01", 0, Weekday.thursday), ("2021-12-08", 18_969, .wednesday),
      ("1969-12-31", -1, .wednesday), ("2000-02-29", 11_016, .tuesday),
      ("0001-01-01", -719_162, .monday), ("9999-12-31", 2_932_896, .friday),
    ] as [(String, Int64, Weekday)])
  func `a day knows its number, its text and its weekday`(
    text: String, number: Int64, weekday: Weekday
  ) throws {
    let day = try #require(CalendarDay(text))
    #expect(day.daysSince1970 == number)
    #expect(day.description == text)
    #expect(day.weekday == weekday)
  }

  @Test(arguments: [
    (2021, 2, 29), (1900, 2, 29), (2021, 4, 31), (2021, 13, 1), (2021, 0, 1), (2021, 1, 0),
    (0, 1, 1), (10_000, 1, 1), (.min, .min, .min), (.max, .max, .max),
  ])
  func `a date that does not exist is refused`(year: Int, month: Int, day: Int) {
    #expect(CalendarDay(year: year, month: month, day: day) == nil)
  }

  @Test func `a day outside the years 0001 to 9999 is refused`() {
    #expect(CalendarDay(daysSince1970: -719_163) == nil)
    #expect(CalendarDay(daysSince1970: 2_932_897) == nil)
  }

  @Test(arguments: [
    "", "2021-12-8", "2021-12-08 ", " 2021-12-08", "2021/12/08", "20211208", "2021-02-30",
    "+021-12-08", "２０２１-12-08", "2021-12-08T", "0000-01-01",
  ])
  func `a day's text is YYYY-MM-DD and nothing else`(text: String) {
    #expect(CalendarDay(text) == nil)
  }

  @Test func `a clock's reading is shown as short as it can be`() throws {
    #expect(try civil("2021-12-08 17:00").description == "2021-12-08 17:00")
    #expect(try civil("2021-12-08 17:00:05").description == "2021-12-08 17:00:05")
    #expect(try civil("2021-12-08 17:00:00.050").description == "2021-12-08 17:00:00.050")
    let day = try #require(CalendarDay("2021-12-08"))
    #expect(CivilTime(day: day, millisecondOfDay: 86_400_000) == nil)
    #expect(CivilTime(day: day, hour: 24, minute: 0) == nil)
  }
}

import LedgerCore
import Testing

@Suite struct TimeFormatTests {
  @Test(arguments: [
    ("dd/MM/yyyy HH:mm:ss", "08/12/2021 17:00:00"),
    ("MM/dd/yyyy h:mm:ss a", "12/08/2021 5:00:00 PM"),
    ("MM/dd/yyyy hh:mm a", "12/08/2021 05:00 pm"),
    ("d/M/yy H:mm", "8/12/21 17:00"),
    ("yyyyMMddHHmmss", "20211208170000"),
    ("yyyy-MM-dd HH:mm:ss XXX", "2021-12-08 18:00:00 +0100"),
    ("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", "2021-12-08T17:00:00.000Z"),
    ("yyyy/MM/dd/ HH:mm", "2021/12/08/ 17:00"),
    ("EEEE d MMMM yyyy 'at' HH 'o''clock'", "wednesday 8 DECEMBER 2021 at 17 o'clock"),
    ("EEE, dd MMM yyyy HH:mm XXX", "Wed, 08 Dec 2021 12:00 -05"),
    ("dd.MM.yyyy 'à' HH'h'mm", "08.12.2021 à 17h00"),
    ("d. M. yyyy H:m:s", "8. 12. 2021 17:0:0"),
    ("unix", "1638982800"), ("unix", "1638982800.000"), ("unix-ms", "1638982800000"),
  ])
  func `a text is read as its pattern says`(pattern: String, text: String) throws {
    let format = try TimeFormat(pattern)
    #expect(try format.instant(text, zone: .utc).description == "2021-12-08T17:00:00Z")
    #expect(format.description == pattern)
  }

  @Test(arguments: [
    ("12", "AM", 0), ("1", "am", 1), ("11", "AM", 11), ("12", "PM", 12), ("1", "pm", 13),
  ])
  func `noon is 12 PM and midnight is 12 AM`(hour: String, marker: String, expected: Int) throws {
    let format = try TimeFormat("yyyy-MM-dd h a")
    let midnight = try instant("2021-12-08T00:00Z").milliseconds
    let read = try format.instant("2021-12-08 \(hour) \(marker)", zone: .utc)
    #expect(read.milliseconds - midnight == Int64(expected) * 3_600_000)
  }

  @Test func `two digits of a year mean 1970 to 2069`() throws {
    let format = try TimeFormat("dd.MM.yy HH:mm")
    #expect(try format.instant("01.01.70 00:00", zone: .utc) == instant("1970-01-01T00:00Z"))
    #expect(try format.instant("01.01.99 00:00", zone: .utc) == instant("1999-01-01T00:00Z"))
    #expect(try format.instant("01.01.69 00:00", zone: .utc) == instant("2069-01-01T00:00Z"))
  }

  @Test func `Unix times before 1970 and with decimals are read`() throws {
    #expect(try TimeFormat("unix").instant("-0.5", zone: nil).milliseconds == -500)
    #expect(try TimeFormat("unix").instant("12.345", zone: nil).milliseconds == 12_345)
    #expect(try TimeFormat("unix-ms").instant("-1", zone: nil).milliseconds == -1)
  }

  @Test(arguments: [
    (
      "dd/MM/yyyy HH:mm", "12/25/2021 17:00",
      "month 25 does not exist: check the order of day and month"
    ),
    ("dd/MM/yyyy HH:mm", "30/02/2021 17:00", "30 February does not exist"),
    (
      "dd/MM/yyyy HH:mm", "8/12/2021 17:00",
      """
      "8/12/2021 17:00" does not fit "dd/MM/yyyy HH:mm": \
      expected a day of 2 digits at character 1
      """
    ),
    (
      "dd/MM/yyyy HH:mm", "08-12-2021 17:00",
      "\"08-12-2021 17:00\" does not fit \"dd/MM/yyyy HH:mm\": expected \"/\" at character 3"
    ),
    (
      "dd/MM/yyyy HH:mm", "08/12/2021 17:00\t",
      "\"08/12/2021 17:00\\t\" does not fit \"dd/MM/yyyy HH:mm\": expected the end at character 17"
    ),
    (
      "d/M/yyyy h:mm a", "8/12/2021 17:00 PM",
      "hour 17 does not exist next to AM or PM: hours go from 1 to 12"
    ),
    (
      "d/M/yyyy h:mm a", "8/12/2021 0:00 AM",
      "hour 0 does not exist next to AM or PM: hours go from 1 to 12"
    ),
    (
      "EEE d/M/yyyy H:mm", "Thu 8/12/2021 17:00",
      "2021-12-08 was a Wednesday, not a Thursday: check the date"
    ),
    ("dd/MM/yyyy HH:mm", "08/12/2021 24:00", "24:00 does not exist: write 00:00 of the next day"),
    ("unix", "1e9", "\"1e9\" does not fit \"unix\": expected the end at character 2"),
    ("unix", "", "\"\" does not fit \"unix\": expected a digit at character 1"),
    ("unix", "+1", "\"+1\" does not fit \"unix\": expected a digit at character 1"),
    ("unix", "1.", "\"1.\" does not fit \"unix\": expected decimals at character 3"),
    (
      "unix", "1638982800000",
      """
      "1638982800000" is outside the years 0001 to 9999: \
      check the year, or the unit it counts in
      """
    ),
    (
      "unix-ms", "99999999999999999999",
      """
      "99999999999999999999" is outside the years 0001 to 9999: \
      check the year, or the unit it counts in
      """
    ),
    ("unix-ms", "12.5", "\"12.5\" does not fit \"unix-ms\": expected the end at character 3"),
  ])
  func `a text that does not fit is refused with advice`(
    pattern: String, text: String, advice: String
  ) throws {
    let format = try TimeFormat(pattern)
    let error = #expect(throws: TimeError.self) { try format.instant(text, zone: .utc) }
    #expect(error?.description == advice)
  }

  @Test func `without an offset in the pattern only who reads it can say the zone`() throws {
    let format = try TimeFormat("dd/MM/yyyy HH:mm")
    let error = #expect(throws: TimeError.self) {
      try format.instant("08/12/2021 17:00", zone: nil)
    }
    #expect(
      error?.description == "\"08/12/2021 17:00\" has no zone: state it")
  }

  @Test(
    arguments: [
      ("", TimeFormatError.empty),
      ("iso", .unknownToken("i", position: 1)),
      ("dd/MM/yyyyTHH:mm", .unknownToken("T", position: 11)),
      ("dd/MM/yyy HH:mm", .unknownToken("yyy", position: 7)),
      ("DD/MM/yyyy HH:mm", .unknownToken("DD", position: 1)),
      ("dd/MM/yyyy HH:mm 'h", .openQuote(position: 18)),
      ("dd/MM/yyyy HH:mm:mm", .repeatedField("mm", position: 18)),
      ("dd/MM/yyyy yy HH:mm", .repeatedField("yy", position: 12)),
      ("MM/yyyy HH:mm", .missing("day")),
      ("dd/yyyy HH:mm", .missing("month")),
      ("dd/MM HH:mm", .missing("year")),
      ("dd/MM/yyyy", .missing("hour")),
      ("dd/MM/yyyy hh:mm", .twelveHoursWithoutMarker(position: 12)),
      ("dd/MM/yyyy HH:mm a", .markerWithoutTwelveHours(position: 18)),
      ("dd/MM/yyyy HH ss", .finerWithout("ss", missing: "minute")),
      ("dd/MM/yyyy HH:mm.SSS", .finerWithout("SSS", missing: "second")),
      ("dM/yyyy HH:mm", .runsTogether("d", position: 1)),
      ("yyyy-MM-d'1' HH:mm", .runsTogether("d", position: 9)),
      ("XXXyyyy-MM-dd HH:mm", .runsTogether("XXX", position: 1)),
    ] as [(String, TimeFormatError)])
  func `a pattern that leaves something open is refused`(
    pattern: String, expected: TimeFormatError
  ) {
    let error = #expect(throws: expected) { try TimeFormat(pattern) }
    #expect(error?.description.contains(": ") == true)
  }

  @Test func `a pattern's error says what is wrong, where, and what to write`() {
    let error = #expect(throws: TimeFormatError.self) { try TimeFormat("dd/MM/yyyy hh:mm") }
    #expect(
      error?.description == """
        the 12-hour clock at character 12 of the time format has no AM or PM: \
        add a, or write HH for a 24-hour clock
        """)
  }
}

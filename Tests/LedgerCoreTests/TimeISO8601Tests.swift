import LedgerCore
import TestSupport
import Testing

@Suite struct TimeISO8601Tests {
  @Test(arguments: [
    "2021-12-08T17:00:00Z", "2021-12-08t17:00:00z", "2021-12-08 17:00:00Z", "2021-12-08T17:00Z",
    "2021-12-08T17:00:00.0Z", "2021-12-08T17:00:00.000000000Z", "2021-12-08T17:00:00+00",
    "2021-12-08T17:00:00-00:00", "2021-12-08T18:00+01", "2021-12-08T18:00:00+0100",
    "2021-12-08 18:00:00.000+01:00", "2021-12-08T12:00-05:00", "2021-12-09T08:59+15:59",
    "2021-12-08T01:01-15:59",
  ])
  func `the forms of ISO 8601 with a zone are read`(text: String) throws {
    #expect(try instant(text).description == "2021-12-08T17:00:00Z")
  }

  @Test func `decimals are read to the millisecond`() throws {
    #expect(try instant("2021-12-08T17:00:00.5Z").milliseconds == 1_638_982_800_500)
    #expect(try instant("2021-12-08T17:00:00.120000000+00:00").milliseconds == 1_638_982_800_120)
    #expect(try instant("1969-12-31T23:59:59.999Z").milliseconds == -1)
  }

  @Test(arguments: [
    "", "x", "2021-12-08", "2021-12-08T", "2021-12-08T17", "2021-12-08T17Z", "20211208T170000Z",
    "2021-12-08  17:00:00Z", "2021-12-08_17:00:00Z", "2021-12-08T17:00:00 Z",
    "2021-12-08T17:00:00Z ", " 2021-12-08T17:00:00Z", "2021-12-08T17:00:00ZZ",
    "2021-12-08T17:00:00.Z", "2021-12-08T17:00:00,5Z",
    "2021-12-08T17:00.5Z", "2021-12-08T17:00:0Z", "2021-12-08T17:0:00Z", "2021-12-8T17:00:00Z",
    "2021-12-08T17:00:00+1", "2021-12-08T17:00:00+01:", "2021-12-08T17:00:00+01:0",
    "2021-12-08T17:00:00+01:00:00", "2021-12-08T17:00:00 +01:00", "2021-12-08T17:00:00GMT",
    "+2021-12-08T17:00:00Z", "2021-12-08T-7:00:00Z", "２０２１-12-08T17:00:00Z",
    "2021-12-08T17:00:0٠Z", "08/12/2021 17:00:00", "2021-W49-3T17:00:00Z", "now",
  ])
  func `anything else is refused, with a form to copy`(text: String) {
    #expect(throws: TimeError.notISO8601(text)) { try instant(text) }
  }

  @Test(arguments: [
    (
      "2021-12-08 17:00",
      """
      "2021-12-08 17:00" has no zone: add Z or an offset such as +00:00, \
      or state its zone
      """
    ),
    ("8 Dec", "\"8 Dec\" is not a time: write it as 2021-12-08T17:00:00Z"),
    ("2021-02-30T17:00Z", "30 February does not exist"),
    ("2021-02-29T17:00Z", "29 February 2021 does not exist: 2021 is not a leap year"),
    ("2021-04-31T17:00Z", "31 April does not exist"),
    ("2021-25-12T17:00Z", "month 25 does not exist: check the order of day and month"),
    ("2021-12-08T24:00Z", "24:00 does not exist: write 00:00 of the next day"),
    ("2021-12-08T24:01Z", "hour 24 does not exist: hours go from 00 to 23"),
    ("2021-12-08T17:60Z", "minute 60 does not exist: minutes go from 00 to 59"),
    ("2016-12-31T23:59:60Z", "second 60 is a leap second, which no ledger counts: write :59"),
    ("2021-12-08T17:00:61Z", "second 61 does not exist: seconds go from 00 to 59"),
    (
      "2021-12-08T17:00+16:00",
      """
      "2021-12-08T17:00+16:00" has an offset that does not exist: \
      offsets go from -15:59 to +15:59
      """
    ),
    (
      "0001-01-01T00:00+01:00",
      """
      "0001-01-01T00:00+01:00" is outside the years 0001 to 9999: \
      check the year, or the unit it counts in
      """
    ),
    (
      "0000-12-31T00:00Z",
      """
      "0000-12-31T00:00Z" is outside the years 0001 to 9999: \
      check the year, or the unit it counts in
      """
    ),
  ])
  func `an error reads like advice`(text: String, advice: String) {
    let error = #expect(throws: TimeError.self) { try instant(text) }
    #expect(error?.description == advice)
  }

  @Test func `an offset in the text wins over the zone`() throws {
    let west = try #require(TimeZone(offset: -5 * 3600))
    let format = TimeFormat.iso8601
    #expect(try format.instant("2021-12-08T17:00Z", zone: west) == instant("2021-12-08T17:00Z"))
    #expect(try format.instant("2021-12-08T17:00", zone: west) == instant("2021-12-08T22:00Z"))
    #expect(
      try format.instant("2021-12-08 17:00:00", zone: west) == instant("2021-12-08T22:00Z"))
  }

  @Test func `a message shows the beginning of a long text, and control characters as codes`() {
    let long = String(repeating: "é", count: 500)
    let error = #expect(throws: TimeError.self) { try instant(long) }
    #expect(error == .notISO8601(String(repeating: "é", count: 30) + "…"))
    #expect(throws: TimeError.notISO8601("\\u{1B}[2J\\n")) { try instant("\u{1B}[2J\n") }
  }

  @Test func `bytes that are no text are refused without a trap`() {
    var generator = SeededGenerator(for: "random bytes as ISO 8601")
    let alphabet = Array("0123456789-:TZ+. ".utf8) + [0, 0x80, 0xFF]
    for _ in 0..<20_000 {
      var bytes = Array("2021-12-08T17:00:00.123+01:00".utf8)
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[index] = alphabet.randomElement(using: &generator) ?? 0
      }
      bytes.removeLast(Int.random(in: 0...bytes.count, using: &generator))
      let read = Result { () throws(TimeError) in
        try TimeFormat.iso8601.instant(bytes.span, zone: .utc)
      }
      if case .failure(let error) = read { #expect(!error.description.isEmpty) }
    }
  }
}

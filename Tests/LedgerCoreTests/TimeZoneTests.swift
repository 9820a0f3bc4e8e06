import LedgerCore
import Testing

@Suite struct TimeZoneTests {
  @Test func `a fixed zone has one offset for ever`() throws {
    let zone = try #require(TimeZone(offset: 20_700))
    #expect(zone.name == "+05:45")
    #expect(try zone.civil(instant("2021-12-08T17:00Z")) == civil("2021-12-08 22:45"))
    #expect(try zone.instant(of: civil("2021-12-08 22:45")) == instant("2021-12-08T17:00Z"))
    let day = try #require(CalendarDay("2021-12-09"))
    #expect(try zone.start(of: day) == instant("2021-12-08T18:15Z"))
    #expect(TimeZone(offset: 57_600) == nil)
    #expect(TimeZone(offset: .min) == nil)
  }

  @Test func `a fixed zone is read as an offset is written`() throws {
    #expect(TimeZone(offset: "Z") == .utc)
    #expect(TimeZone(offset: "-0330")?.name == "-03:30")
    #expect(TimeZone(offset: "+01") == TimeZone(offset: 3600))
    for text in ["", "1", "+1", "+16", "+01:60", "+01:00 ", "UTC", "+010"] {
      #expect(TimeZone(offset: text) == nil)
    }
  }

  @Test func `the outermost instants have a day in every zone`() throws {
    let west = try #require(TimeZone(offset: -12 * 3600))
    let east = try #require(TimeZone(offset: 14 * 3600))
    #expect(west.civil(.earliest).description == "0000-12-31 12:00")
    #expect(east.civil(.latest).description == "10000-01-01 13:59:59.999")
    #expect(east.start(of: east.day(of: .earliest)) == .earliest)
    #expect(throws: TimeError.outsideYears("0001-01-01 01:00")) {
      try east.instant(of: civil("0001-01-01 01:00"))
    }
  }
}

@Suite(.enabled(if: TimeZoneDatabase.isPresent, "\(TimeZoneDatabase.absence)"))
struct TimeZoneClockChangeTests {
  private func error(_ text: String, in name: String) throws -> TimeError? {
    let zone = try TimeZoneDatabase.zone(name)
    return #expect(throws: TimeError.self) {
      try TimeFormat.iso8601.instant(text, zone: zone)
    }
  }

  private func utc(_ text: String, in name: String) throws -> String {
    let zone = try TimeZoneDatabase.zone(name)
    return try TimeFormat.iso8601.instant(text, zone: zone).description
  }

  @Test func `in London an hour is missing in March and doubled in October`() throws {
    let london = "Europe/London"
    #expect(
      try error("2022-03-27 01:30", in: london)?.description == """
        2022-03-27 01:30 does not exist in Europe/London: the clock went from 01:00 to 02:00
        """)
    #expect(
      try error("2021-10-31 01:30", in: london)?.description == """
        2021-10-31 01:30 happened twice in Europe/London: add +01:00 or +00:00
        """)
    #expect(try utc("2022-03-27 00:59:59.999", in: london) == "2022-03-27T00:59:59.999Z")
    #expect(try utc("2022-03-27 02:00", in: london) == "2022-03-27T01:00:00Z")
    #expect(try utc("2021-10-31 00:59:59.999", in: london) == "2021-10-30T23:59:59.999Z")
    #expect(try utc("2021-10-31 02:00", in: london) == "2021-10-31T02:00:00Z")
    #expect(try utc("2021-10-31T01:30+01:00", in: london) == "2021-10-31T00:30:00Z")
    #expect(try utc("2021-10-31T01:30+00:00", in: london) == "2021-10-31T01:30:00Z")
  }

  @Test func `London's rule goes on for ever`() throws {
    #expect(
      try error("9998-03-29 01:30", in: "Europe/London")?.description == """
        9998-03-29 01:30 does not exist in Europe/London: the clock went from 01:00 to 02:00
        """)
    #expect(try utc("9998-07-01 12:00", in: "Europe/London") == "9998-07-01T11:00:00Z")
    #expect(try utc("1800-07-01 12:00", in: "Europe/London") == "1800-07-01T12:01:15Z")
  }

  @Test(arguments: [
    // Half an hour of daylight saving time.
    ("Australia/Lord_Howe", "2024-10-06 02:15", "the clock went from 02:00 to 02:30"),
    ("Australia/Lord_Howe", "2024-04-07 01:45", "add +11:00 or +10:30"),
    // Two hours of it.
    ("Antarctica/Troll", "2024-03-31 02:30", "the clock went from 01:00 to 03:00"),
    ("Antarctica/Troll", "2024-10-27 02:30", "add +02:00 or +00:00"),
    // An hour less in winter, and in Ramadan.
    ("Europe/Dublin", "2024-03-31 01:30", "the clock went from 01:00 to 02:00"),
    ("Europe/Dublin", "2024-10-27 01:30", "add +01:00 or +00:00"),
    ("Africa/Casablanca", "2024-03-10 02:30", "add +01:00 or +00:00"),
    ("Africa/Casablanca", "2024-04-14 02:30", "the clock went from 02:00 to 03:00"),
    // A day that never was.
    (
      "Pacific/Apia", "2011-12-30 12:00",
      "the clock went from 2011-12-30 00:00 to 2011-12-31 00:00"
    ),
    ("Asia/Kathmandu", "1986-01-01 00:10", "the clock went from 00:00 to 00:15"),
  ])
  func `a clock that was changed says how`(name: String, text: String, how: String) throws {
    let message = try error(text, in: name)?.description ?? ""
    #expect(message.hasSuffix(": \(how)"), "\(message)")
  }

  @Test(arguments: [
    ("Europe/London", "2021-12-08", "2021-12-08T00:00:00Z"),
    ("Europe/London", "2022-03-27", "2022-03-27T00:00:00Z"),
    ("Asia/Kathmandu", "2021-12-08", "2021-12-07T18:15:00Z"),
    // Midnight skipped: the day begins at 01:00.
    ("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z"),
    ("Africa/Cairo", "2024-04-26", "2024-04-25T22:00:00Z"),
    ("Asia/Beirut", "2024-03-31", "2024-03-30T22:00:00Z"),
    // The clock goes back at midnight: the hour before it is repeated, midnight comes once.
    ("America/Sao_Paulo", "2018-02-18", "2018-02-18T03:00:00Z"),
    ("Asia/Beirut", "2024-10-27", "2024-10-26T22:00:00Z"),
    // Back from 01:00: midnight comes twice.
    ("America/Havana", "2024-11-03", "2024-11-03T04:00:00Z"),
    // A day that was left out begins with the next.
    ("Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z"),
    ("Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00Z"),
    ("Pacific/Apia", "2011-12-29", "2011-12-29T10:00:00Z"),
  ])
  func `a day starts at its first instant`(name: String, text: String, start: String) throws {
    let zone = try TimeZoneDatabase.zone(name)
    let day = try #require(CalendarDay(text))
    #expect(zone.start(of: day).description == start)
  }

  @Test func `a real file cut short anywhere is refused`() throws {
    let bytes = try TimeZoneDatabase.bytes("Europe/London")
    for length in 0..<bytes.count {
      #expect(throws: TimeZoneError.self) {
        try LedgerCore.TimeZone(name: "cut", tzif: Array(bytes[..<length]))
      }
    }
  }
}

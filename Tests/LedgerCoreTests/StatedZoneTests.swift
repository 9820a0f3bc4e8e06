import LedgerCore
import Testing

struct StatedZoneTests {
  private func instant(_ text: String, in zone: String? = nil) throws -> String {
    let format = try TimeFormat("yyyy-MM-dd HH:mm z")
    return try format.instant(
      text, zone: zone.flatMap { TimeZone(offset: $0) ?? ZoneDatabase.zone($0) }
    ).description
  }

  @Test(arguments: [
    ("2026-10-25 01:30 CEST", "2026-10-24T23:30:00Z"),
    ("2026-10-25 02:30 CEST", "2026-10-25T00:30:00Z"),
    ("2026-10-25 02:30 CET", "2026-10-25T01:30:00Z"),
    ("2026-11-01 01:30 edt", "2026-11-01T05:30:00Z"),
    ("2026-11-01 01:30 EST", "2026-11-01T06:30:00Z"),
    ("2026-06-01 12:00 BST", "2026-06-01T11:00:00Z"),
    ("2026-06-01 12:00 GMT", "2026-06-01T12:00:00Z"),
    ("2026-06-01 12:00 UTC+5", "2026-06-01T07:00:00Z"),
    ("2026-06-01 12:00 GMT-03:30", "2026-06-01T15:30:00Z"),
    ("2026-06-01 12:00 +0530", "2026-06-01T06:30:00Z"),
    ("2026-06-01 12:00 America/New_York", "2026-06-01T16:00:00Z"),
  ])
  func `a word for a zone decides, also an hour that comes twice`(
    _ text: String, _ expected: String
  ) throws {
    #expect(try instant(text) == expected)
    // The zone that is given otherwise changes nothing.
    #expect(try instant(text, in: "Europe/Berlin") == expected)
  }

  @Test(arguments: [
    ("2026-06-01 12:00 CST", "Asia/Shanghai", "2026-06-01T04:00:00Z"),
    ("2026-01-01 12:00 CST", "America/Chicago", "2026-01-01T18:00:00Z"),
    ("2026-06-01 12:00 IST", "Asia/Kolkata", "2026-06-01T06:30:00Z"),
    ("2026-06-01 12:00 IST", "Europe/Dublin", "2026-06-01T11:00:00Z"),
    ("2026-06-01 12:00 BST", "Asia/Dhaka", "2026-06-01T06:00:00Z"),
    ("2026-06-01 12:00 PST", "Asia/Manila", "2026-06-01T04:00:00Z"),
    ("2026-06-01 12:00 CST", "+08:00", "2026-06-01T04:00:00Z"),
    ("2026-06-01 12:00 EST", "Australia/Brisbane", "2026-06-01T02:00:00Z"),
  ])
  func `an abbreviation of several clocks is that of the zone`(
    _ text: String, _ zone: String, _ expected: String
  ) throws {
    #expect(try instant(text, in: zone) == expected)
  }

  @Test(arguments: ["CST", "IST"])
  func `an abbreviation of several clocks is refused if nothing decides`(_ word: String) throws {
    #expect(throws: TimeError.self) { try instant("2026-06-01 12:00 \(word)") }
    #expect(throws: TimeError.self) { try instant("2026-06-01 12:00 \(word)", in: "Europe/Berlin") }
  }

  @Test(arguments: ["XYZ", "UTC+16:00", "+1:5", "Europe/Nowhere", "UTC+"])
  func `a word that is no zone is refused`(_ word: String) throws {
    #expect(throws: TimeError.unknownZone(word)) { try instant("2026-06-01 12:00 \(word)") }
  }
}

import LedgerCore
import TestSupport
import Testing

@Suite struct TimeZoneFileTests {
  private func read(_ bytes: [UInt8]) throws(TimeZoneError) -> LedgerCore.TimeZone {
    try LedgerCore.TimeZone(name: "Test/Zone", tzif: bytes)
  }

  private func offset(_ file: TimeZoneFile, at text: String) throws -> Int {
    try read(file.bytes).offset(at: try instant(text))
  }

  @Test func `a file of version 1 ends with its last change`() throws {
    let file = TimeZoneFile(version: 0, changes: [(0, 1)], offsets: [-75, 3600])
    #expect(try offset(file, at: "1969-12-31T23:59:59.999Z") == -75)
    #expect(try offset(file, at: "1970-01-01T00:00Z") == 3600)
    #expect(try offset(file, at: "9999-12-31T00:00Z") == 3600)
  }

  @Test(arguments: [
    ("<+0545>-5:45", 20_700, 20_700), ("GMT0BST,M3.5.0/1,M10.5.0", 0, 3600),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", 0, 3600), ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", -7200, -3600),
    ("AAA-1BBB,J60/0,J300/0", 3600, 7200), ("AAA-1BBB-1:30:15,59/0,300/0", 3600, 5415),
    ("EST5EDT,0/0,J365/25", -14_400, -14_400),
    ("EST5EDT4,M1.1.1/-167,M12.5.0/167", -14_400, -14_400),
  ])
  func `the rule in the last line holds without a listed change`(
    rule: String, winter: Int, summer: Int
  ) throws {
    let file = TimeZoneFile(footer: rule)
    for year in ["0002", "1971", "2024", "2100", "2399", "2400", "5555", "9998"] {
      #expect(try offset(file, at: "\(year)-01-15T00:00Z") == winter)
      #expect(try offset(file, at: "\(year)-07-15T00:00Z") == summer)
    }
  }

  @Test func `a rule's time may lie days before or after its day`() throws {
    // The Thursday after the last Sunday: 24 March 2024 and 96 hours more.
    let file = TimeZoneFile(footer: "AAA0BBB,M3.4.0/96,M10.4.0/-24")
    #expect(try offset(file, at: "2024-03-27T23:59:59Z") == 0)
    #expect(try offset(file, at: "2024-03-28T00:00:00Z") == 3600)
    #expect(try offset(file, at: "2024-10-25T22:59:59Z") == 0 + 3600)
    #expect(try offset(file, at: "2024-10-26T00:00:00Z") == 0)
  }

  @Test(arguments: [
    "A0", "AAA", "AAA25", "AAA0BBB", "AAA0BBB,M3.5.0", "AAA0BBB,M13.5.0,M10.5.0",
    "AAA0BBB,M3.6.0,M10.5.0", "AAA0BBB,M3.5.7,M10.5.0", "AAA0BBB,J0,J1", "AAA0BBB,J366,J1",
    "AAA0BBB,366,1", "AAA0BBB,M3.5.0/168,M10.5.0", "AAA0BBB,M3.5.0,M10.5.0,", "<AAA0", "AAA0:60",
    "AAA99999999999999999999", "AAA0BBB,M3.5.0/2:00:61,M10.5.0", " AAA0",
  ])
  func `a rule that is none is refused`(rule: String) {
    let error = #expect(throws: TimeZoneError.self) { try read(TimeZoneFile(footer: rule).bytes) }
    #expect(error?.reason == .damaged("its last line is not a rule"))
  }

  @Test func `what contradicts itself is refused`() {
    func reason(_ file: TimeZoneFile) -> TimeZoneError.Reason? {
      #expect(throws: TimeZoneError.self) { try read(file.bytes) }?.reason
    }
    #expect(reason(TimeZoneFile(offsets: [])) == .damaged("it has no offset"))
    #expect(reason(TimeZoneFile(offsets: [93_601])) == .damaged("an offset is out of range"))
    #expect(reason(TimeZoneFile(offsets: [.min])) == .damaged("an offset is out of range"))
    #expect(reason(TimeZoneFile(names: [])) == .damaged("an offset has no name"))
    #expect(reason(TimeZoneFile(changes: [(0, 1)])) == .damaged("a change names no offset"))
    #expect(
      reason(TimeZoneFile(changes: [(5, 0), (5, 0)])) == .damaged("its changes are out of order"))
    #expect(reason(TimeZoneFile(changes: [(.min, 0)])) == .damaged("a change is out of range"))
    #expect(reason(TimeZoneFile(changes: [(.max, 0)])) == .damaged("a change is out of range"))
    #expect(reason(TimeZoneFile(version: 0x35)) == .unknownVersion(0x35))
    #expect(reason(TimeZoneFile(leapSeconds: 1)) == .leapSeconds)
  }

  @Test func `an error names the zone and says what to do`() {
    let error = #expect(throws: TimeZoneError.self) { try read(Array("hello".utf8)) }
    #expect(
      error?.description == """
        the file of time zone "Test/Zone" is not a time zone file: \
        check the name, as in Europe/London
        """)
  }

  @Test func `a file cut short anywhere is refused`() {
    let file = TimeZoneFile(
      changes: [(0, 1), (99, 0)], offsets: [0, 3600], footer: "GMT0BST,M3.5.0/1,M10.5.0")
    let bytes = file.bytes
    for length in 0..<bytes.count {
      #expect(throws: TimeZoneError.self) { try read(Array(bytes[..<length])) }
    }
    #expect(throws: Never.self) { try read(bytes) }
    #expect(throws: TimeZoneError.self) { try read(bytes + [0]) }
  }

  @Test func `a file with random bytes in it is refused or gives a zone that answers`() throws {
    var generator = SeededGenerator(for: "random bytes in a zone file")
    let original = TimeZoneFile(
      changes: [(-1 << 40, 1), (0, 0), (99, 1)], offsets: [0, 3600],
      footer: "GMT0BST,M3.5.0/1,M10.5.0"
    ).bytes
    let day = try #require(CalendarDay("2021-12-08"))
    let instants = try ["0001-01-01T00:00Z", "1970-01-01T00:00Z", "9999-12-31T23:59Z"].map(instant)
    var zones = 0
    for _ in 0..<3000 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[index] = UInt8.random(in: 0...255, using: &generator)
      }
      guard let zone = try? read(bytes) else { continue }
      zones += 1
      for instant in instants {
        let civil = zone.civil(instant)
        _ = try? zone.instant(of: civil)
        #expect(abs(zone.offset(at: instant)) <= 26 * 3600, "SEED=\(generator.seed)")
        _ = zone.start(of: civil.day)
      }
      _ = zone.start(of: day)
    }
    #expect(zones > 0)
  }
}

import Foundation
import TestSupport
import Testing

@testable import LedgerCore

@Suite struct ZoneDatabaseTests {
  @Test func `a zone has the changes of its country, and the rule after them`() throws {
    let london = try #require(ZoneDatabase.zone("Europe/London"))
    #expect(london.offset(at: try instant("1970-06-01T00:00Z")) == 3600)
    #expect(london.offset(at: try instant("2026-03-29T00:59:59Z")) == 0)
    #expect(london.offset(at: try instant("2026-03-29T01:00Z")) == 3600)
    #expect(london.offset(at: try instant("2500-07-01T00:00Z")) == 3600)
    let kathmandu = try #require(ZoneDatabase.zone("Asia/Kathmandu"))
    #expect(kathmandu.offset(at: try instant("1985-12-31T00:00Z")) == 19_800)
    #expect(kathmandu.offset(at: try instant("1986-01-01T00:00Z")) == 20_700)
    // A change at a second within a minute.
    let monrovia = try #require(ZoneDatabase.zone("Africa/Monrovia"))
    #expect(monrovia.offset(at: try instant("1972-01-07T00:44:29Z")) == -2670)
    #expect(monrovia.offset(at: try instant("1972-01-07T00:44:30Z")) == 0)
    for name in ["Europe/Londn", "", "/etc/passwd", "../UTC", "Factory"] {
      #expect(ZoneDatabase.zone(name) == nil)
    }
  }

  @Test(.enabled(if: Self.isComparable, "skipped: no tz database of the same release"))
  func `the zones are those of the computer, where it has the same release`() throws {
    for name in ZoneDatabase.names {
      let own = try #require(ZoneDatabase.zone(name))
      let other = try TimeZoneDatabase.zone(name)
      #expect(own.offset(at: .init(clamping: 0)) == other.offset(at: .init(clamping: 0)), "\(name)")
      let end: Int64 = 16_725_225_600
      let changes = own.offsets.changes.filter { $0.instant < end }
      #expect(
        changes == other.offsets.changes.filter { $0.instant > 0 && $0.instant < end }, "\(name)")
    }
    #expect(Set(try TimeZoneDatabase.names()).isSubset(of: ZoneDatabase.names))
  }

  static var isComparable: Bool {
    let text = try? String(contentsOfFile: "\(TimeZoneDatabase.folder)/tzdata.zi", encoding: .utf8)
    return text?.hasPrefix("# version \(ZoneDatabase.release)\n") ?? false
  }

  @Test func `what a book keeps of a clock is what it showed from 2010 to 2037`() throws {
    var generator = SeededGenerator(for: "kept clocks")
    var names = 0
    for clock in KeptClock.all {
      let kept = TimeZone(name: "kept", kept: clock.changes, around: nil)
      for name in clock.names {
        names += 1
        let zone = try #require(ZoneDatabase.zone(name))
        for _ in 0..<5 {
          let second = Int64.random(in: KeptClock.start..<KeptClock.end, using: &generator)
          let at = try #require(Instant(milliseconds: second * 1000))
          #expect(kept.offset(at: at) == zone.offset(at: at), "\(name) \(at)")
        }
      }
    }
    #expect(names == ZoneDatabase.names.count)
  }

  @Test func `another release holds in the years that it is kept for, and no others`() throws {
    let berlin = try #require(ZoneDatabase.zone("Europe/Berlin"))
    // As if a release said that the clock stays at winter time from 2020 on.
    let kept = TimeZone(
      name: "Europe/Berlin", kept: [(KeptClock.start, 3600)], around: berlin)
    #expect(kept.offset(at: try instant("2009-07-01T00:00Z")) == 7200)
    #expect(kept.offset(at: try instant("2026-07-01T00:00Z")) == 3600)
    #expect(kept.offset(at: try instant("2038-07-01T00:00Z")) == 7200)
    #expect(kept.offset(at: try instant("2500-07-01T00:00Z")) == 7200)
  }

  @Test func `every principal zone is in the database`() {
    for (market, zone) in PrincipalZone.all where zone.name != "UTC" {
      #expect(ZoneDatabase.zone(zone.name) != nil, "\(market)")
    }
    #expect(Set(PrincipalZone.all.map(\.market)).count == PrincipalZone.all.count)
  }
}

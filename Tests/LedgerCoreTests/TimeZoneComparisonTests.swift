import Foundation
import LedgerCore
import TestSupport
import Testing

@Suite(.enabled(if: TimeZoneDatabase.isPresent, "\(TimeZoneDatabase.absence)"))
struct TimeZoneComparisonTests {
  @Test func `offsets are those of Foundation from 1970 to 2100, in all zones`() throws {
    var generator = SeededGenerator(for: "offsets compared with Foundation")
    var compared = 0
    for name in try TimeZoneDatabase.names() {
      let zone = try TimeZoneDatabase.zone(name)
      guard let other = Foundation.TimeZone(identifier: name) else { continue }
      for _ in 0..<60 {
        let second = Int64.random(in: 0..<4_102_444_800, using: &generator)
        let ours = zone.offset(at: try #require(Instant(milliseconds: second * 1000)))
        let theirs = other.secondsFromGMT(
          for: Date(timeIntervalSince1970: TimeInterval(second)))
        #expect(ours == theirs, "\(name) at \(second), SEED=\(generator.seed)")
        compared += 1
      }
    }
    #expect(compared > 10_000)
  }

  @Test func `what a clock shows at an instant leads back to it`() throws {
    var generator = SeededGenerator(for: "instant to clock and back")
    for name in try TimeZoneDatabase.names() {
      let zone = try TimeZoneDatabase.zone(name)
      for _ in 0..<60 {
        let milliseconds = Int64.random(
          in: -5_000_000_000_000..<253_000_000_000_000, using: &generator)
        let instant = try #require(Instant(milliseconds: milliseconds))
        let civil = zone.civil(instant)
        let comment: Comment = "\(name), \(instant), SEED=\(generator.seed)"
        do throws(TimeError) {
          let back = try zone.instant(of: civil)
          #expect(back == instant, comment)
        } catch .repeated(_, _, let earlier, let later) {
          #expect([earlier, later].contains(zone.offset(at: instant)), comment)
        } catch {
          Issue.record("\(error), \(name), SEED=\(generator.seed)")
        }
        let start = zone.start(of: civil.day)
        #expect(start <= instant, comment)
        #expect(zone.day(of: start) == civil.day, comment)
        let before = try #require(Instant(milliseconds: start.milliseconds - 1))
        #expect(zone.day(of: before) < civil.day, comment)
      }
    }
  }

  @Test func `a clock's reading has one instant, none or two, as trying all offsets shows`() throws
  {
    var generator = SeededGenerator(for: "clock to instant and back")
    let names = [
      "Europe/London", "Australia/Lord_Howe", "Antarctica/Troll", "Africa/Casablanca",
      "Europe/Dublin", "America/Sao_Paulo", "Africa/Cairo", "Asia/Beirut", "America/Havana",
      "Pacific/Apia", "Asia/Kathmandu", "America/New_York",
    ]
    for name in names {
      let zone = try TimeZoneDatabase.zone(name)
      for _ in 0..<1000 {
        // Quarters of an hour, so that many fall on a clock change.
        let quarter = Int64.random(in: 0..<4_557_000, using: &generator)
        let utc = try #require(Instant(milliseconds: quarter * 900_000))
        let civil = LedgerCore.TimeZone.utc.civil(utc)
        var instants: Set<Instant> = []
        for offset in stride(from: -50_400, through: 50_400, by: 900) {
          let candidate = try #require(
            Instant(milliseconds: utc.milliseconds - Int64(offset) * 1000))
          if zone.offset(at: candidate) == offset { instants.insert(candidate) }
        }
        let comment: Comment = "\(civil) in \(name), SEED=\(generator.seed)"
        do throws(TimeError) {
          let instant = try zone.instant(of: civil)
          #expect(instants == [instant], comment)
        } catch .repeated {
          #expect(instants.count == 2, comment)
        } catch .skipped {
          #expect(instants.isEmpty, comment)
        } catch {
          Issue.record("\(error)")
        }
      }
    }
  }
}

import Foundation
import LedgerCore
import LedgerTesting
import Rows
import SQLite
import TestSupport
import Testing

@testable import BookStorage
@testable import SQLiteStorage

/// What the clocks of a market showed, as the views have it.
@Suite struct LocalTimeTests {
  let path: String
  let ledger: SQLiteLedger
  let connection: Connection

  init() throws {
    path = try Scratch.newPath()
    ledger = try SQLiteLedger.make(at: path)
    connection = try Connection(path: path, mode: .readWrite)
  }

  private func local(_ text: String, in market: String) throws -> String {
    let at = try instant(text)
    let show = try Event(
      key: EventKey("a"), market: Market.Code(market), platform: "tiktok", title: "a",
      startsAt: at, endsAt: Instant(milliseconds: at.milliseconds + 1))
    _ = try ledger.record([show], as: draft())
    return try connection.texts("SELECT ifnull(starts_at_local, 'null') FROM events")[0]
  }

  @Test(
    arguments: [
      ("2021-12-09T18:30:00Z", "UK", "2021-12-09T18:30:00+00:00"),
      // The night on which the clock is set forward: there is no 01:30.
      ("2022-03-27T00:59:59.999Z", "UK", "2022-03-27T00:59:59.999+00:00"),
      ("2022-03-27T01:00:00Z", "UK", "2022-03-27T02:00:00+01:00"),
      // The night on which it is set back: 01:30 comes twice.
      ("2022-10-30T00:30:00Z", "UK", "2022-10-30T01:30:00+01:00"),
      ("2022-10-30T00:59:59.999Z", "UK", "2022-10-30T01:59:59.999+01:00"),
      ("2022-10-30T01:00:00Z", "UK", "2022-10-30T01:00:00+00:00"),
      ("2022-10-30T01:30:00Z", "UK", "2022-10-30T01:30:00+00:00"),
      ("2021-12-31T23:30:00Z", "NP", "2022-01-01T05:15:00+05:45"),
      ("2021-12-31T23:30:00Z", "DE", "2022-01-01T00:30:00+01:00"),
      ("2030-07-01T12:00:00Z", "FR", "2030-07-01T14:00:00+02:00"),
      // Clocks differ in the country: those of most people, be that nearly all or only assumed.
      ("2021-12-09T18:30:00Z", "ES", "2021-12-09T19:30:00+01:00"),
      ("2021-12-09T18:30:00Z", "CN", "2021-12-10T02:30:00+08:00"),
      ("2021-12-09T18:30:00Z", "US", "2021-12-09T13:30:00-05:00"),
      // Nobody knows what they show.
      ("2009-12-31T23:59:59.999Z", "UK", "null"),
      ("2010-01-01T00:00:00Z", "UK", "2010-01-01T00:00:00+00:00"),
      ("2037-12-31T23:59:59.999Z", "JP", "2038-01-01T08:59:59.999+09:00"),
      ("2038-01-01T00:00:00Z", "JP", "null"),
    ])
  func `an instant is shown by the clocks of the market`(
    utc: String, market: String, shown: String
  ) throws {
    #expect(try local(utc, in: market) == shown)
  }

  @Test func `a zone that is set for a market takes precedence until it is taken back`() throws {
    #expect(try local("2021-12-09T18:30:00Z", in: "US") == "2021-12-09T13:30:00-05:00")
    for (zone, shown) in [
      ("America/Los_Angeles", "2021-12-09T10:30:00-08:00"), ("-03:00", "2021-12-09T15:30:00-03:00"),
      ("+0545", "2021-12-10T00:15:00+05:45"), ("Z", "2021-12-09T18:30:00+00:00"),
    ] {
      let setting = try Setting(.zone(Market.Code("US")), to: zone)
      let entry = try #require(try ledger.record([setting], as: draft()).entry)
      #expect(try shownStart() == shown)
      #expect(try zoneRow("US") == "\(zone) set \(ZoneDatabase.release)")
      _ = try ledger.void(entry, reason: "a mistake", as: draft())
    }
    #expect(try shownStart() == "2021-12-09T13:30:00-05:00")
    #expect(try zoneRow("US") == "America/New_York assumed \(ZoneDatabase.release)")
    #expect(try zoneRow("ES") == "Europe/Madrid principal \(ZoneDatabase.release)")
    #expect(try zoneRow("UK") == "Europe/London principal \(ZoneDatabase.release)")
    _ = try ledger.record([Setting(.zone(Market.Code("US")), to: "UTC")], as: draft())
    _ = try ledger.record([Setting(.zone(Market.Code("US")), to: nil)], as: draft())
    #expect(try shownStart() == "2021-12-09T13:30:00-05:00")
  }

  private func shownStart() throws -> String {
    try connection.texts("SELECT starts_at_local FROM events")[0]
  }

  private func zoneRow(_ market: String) throws -> String {
    try connection.texts(
      "SELECT zone || ' ' || basis || ' ' || tz_release FROM market_zone WHERE market = '\(market)'"
    )[0]
  }

  @Test func `every view shows the local time of what happened in a market`() throws {
    let show = try event("a", starts: "2022-06-01T18:00Z", ends: "2022-06-01T19:00Z")
    _ = try ledger.record([show], as: draft())
    _ = try ledger.record([count(1, at: "2022-06-01T18:30:00.500Z")], as: draft())
    _ = try ledger.record(
      [
        sale(at: "2022-06-01T18:45Z"),
        sale(order: "2", at: "2022-06-01T22:30Z", event: nil, market: germany),
      ], as: draft())
    for view in ["events", "events_history", "event_summary"] {
      #expect(
        try connection.texts("SELECT starts_at_local FROM \(view)") == ["2022-06-01T19:00:00+01:00"]
      )
    }
    for view in ["events", "events_history"] {
      #expect(
        try connection.texts("SELECT ends_at_local FROM \(view)") == ["2022-06-01T20:00:00+01:00"])
    }
    for view in ["audience_counts", "audience_counts_history", "audience_curve"] {
      #expect(
        try connection.texts("SELECT at_local FROM \(view)") == ["2022-06-01T19:30:00.500+01:00"])
    }
    for view in ["sales", "sales_history"] {
      #expect(
        try connection.texts("SELECT at_local FROM \(view) ORDER BY at")
          == ["2022-06-01T19:45:00+01:00", "2022-06-02T00:30:00+02:00"])
    }
    let times = try connection.texts(
      """
      SELECT view.name || '.' || field.name
      FROM sqlite_schema AS view JOIN pragma_table_info(view.name) AS field
      WHERE view.type = 'view' AND view.name NOT GLOB 'current_*' AND field.name GLOB '*at'
        AND field.name <> 'recorded_at'
        -- When an export was seen, and what a coverage spans, is by the clock of whoever says so.
        AND NOT (
          (view.name GLOB 'sales*' OR view.name GLOB 'credits*') AND field.name = 'observed_at')
        AND view.name NOT GLOB 'coverages*' AND view.name <> 'credited_sale' AND NOT EXISTS (
          SELECT 1 FROM pragma_table_info(view.name) AS beside
          WHERE beside.name = field.name || '_local')
      """)
    #expect(times == [])
  }

  @Test func `every market has a zone, which the book keeps`() throws {
    #expect(try connection.texts("SELECT market FROM market_zone WHERE clock IS NULL") == [])
    for market in try ledger.reference().markets {
      let name = try #require(market.timeZone ?? market.principalZone?.name)
      let zone = name == "UTC" ? .utc : try #require(ZoneDatabase.zone(name))
      let kept = TimeZone(name: name, kept: try ledger.clockChanges(of: name), around: nil)
      for at in stride(from: KeptClock.start, to: KeptClock.end, by: 86_400 * 37) {
        let at = try #require(Instant(milliseconds: at * 1000))
        #expect(kept.offset(at: at) == zone.offset(at: at), "\(market.code) \(at)")
      }
    }
  }

  @Test func `how a clock was set is kept as it is`() throws {
    for statement in [
      "UPDATE zone_clock SET offset_seconds = 0", "DELETE FROM zone_clock",
      "INSERT OR REPLACE INTO zone_clock VALUES (0, 1269738000000, 0)",
      "UPDATE zone SET clock = 1", "DELETE FROM zone", "INSERT INTO zone VALUES ('a', 1)",
      "UPDATE zone_release SET release = ''", "DELETE FROM principal_zone",
      "UPDATE market_clock SET offset_seconds = 0 WHERE market = 'DE'",
    ] {
      #expect(throws: StorageError.self) { try connection.execute(statement) }
    }
  }

  @Test func `a clock that was set by force is found`() throws {
    let clock = try connection.texts(
      "SELECT CAST(clock AS TEXT) FROM zone WHERE name = 'Europe/Berlin'")[0]
    connection.setTriggers(on: false)
    try connection.execute("INSERT INTO zone_clock VALUES (\(clock), 1640995200000, 0)")
    #expect(
      try ledger.verify(VerificationPlan()).flaws.map(\.row)
        == ["clock \(clock), set_at 1640995200000"])
  }

  @Test func `the zones of an older release are brought up to date, and until then are used`()
    throws
  {
    _ = try local("2022-06-01T18:00:00Z", in: "DE")
    try ledger.close()
    let clock = try connection.texts(
      "SELECT CAST(clock AS TEXT) FROM zone WHERE name = 'Europe/Berlin'")[0]
    connection.setTriggers(on: false)
    // As if the release before had known of no summer time.
    try connection.execute(
      """
      UPDATE zone_release SET release = '2009a';
      UPDATE zone_clock SET offset_seconds = 3600 WHERE clock = \(clock) AND offset_seconds = 7200;
      """)
    #expect(try shownStart() == "2022-06-01T19:00:00+01:00")
    #expect(try ledger.zoneRelease() == "2009a")
    #expect(try ledger.verify(VerificationPlan()).flaws == [])
    let upgrade = try SQLiteLedger.upgrade(path, keepsCopy: false)
    #expect(upgrade.from == upgrade.to)
    #expect(upgrade.formerZones == "2009a")
    #expect(try shownStart() == "2022-06-01T20:00:00+02:00")
    #expect(try ledger.zoneRelease() == ZoneDatabase.release)
    #expect(try SQLiteLedger.upgrade(path, keepsCopy: false).formerZones == nil)
  }
}

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

  /// Adds what the reference tables do not have: a market with the clocks of a part of a country.
  private func add(_ market: String, clocks: [(at: String, offset: Int)]) throws {
    try connection.execute(
      "INSERT INTO market VALUES ('\(market)', '\(market)', '\(market)', 'USD', NULL)")
    for (at, offset) in clocks {
      let at = try instant(at).milliseconds
      try connection.execute("INSERT INTO market_clock VALUES ('\(market)', \(at), \(offset))")
    }
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
      // Clocks differ in the country, or nobody knows what they show.
      ("2021-12-09T18:30:00Z", "US", "null"), ("2009-12-31T23:59:59.999Z", "UK", "null"),
      ("2010-01-01T00:00:00Z", "UK", "2010-01-01T00:00:00+00:00"),
      ("2037-12-31T23:59:59.999Z", "JP", "2038-01-01T08:59:59.999+09:00"),
      ("2038-01-01T00:00:00Z", "JP", "null"),
    ])
  func `an instant is shown by the clocks of the market`(
    utc: String, market: String, shown: String
  ) throws {
    #expect(try local(utc, in: market) == shown)
  }

  @Test(
    arguments: [
      ("XE", "2022-03-13T06:59:59Z", "2022-03-13T01:59:59-05:00"),
      ("XE", "2022-03-13T07:00:00Z", "2022-03-13T03:00:00-04:00"),
      ("XE", "2021-12-08T18:00:00Z", "null"),
      ("XL", "2022-04-02T14:59:59Z", "2022-04-03T01:59:59+11:00"),
      ("XL", "2022-04-02T15:00:00Z", "2022-04-03T01:30:00+10:30"),
    ])
  func `a market that is added has the clocks that are added with it`(
    market: String, utc: String, shown: String
  ) throws {
    // New York's and Lord Howe's, which differ from others in their countries.
    try add(
      "XE", clocks: [("2022-01-01T00:00Z", -18_000), ("2022-03-13T07:00Z", -14_400)])
    try add("XL", clocks: [("2021-10-02T15:30Z", 39_600), ("2022-04-02T15:00Z", 37_800)])
    #expect(try local(utc, in: market) == shown)
    #expect(try ledger.verify(VerificationPlan()).flaws == [])
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
        AND field.name <> 'recorded_at' AND NOT EXISTS (
          SELECT 1 FROM pragma_table_info(view.name) AS beside
          WHERE beside.name = field.name || '_local')
      """)
    #expect(times == [])
  }

  /// What a later release of the database says of the years after this one is for the next
  /// migration to add.
  @Test func `the clocks of the markets are those of the time zone database`() throws {
    let markets = try ledger.reference().markets
    let latest = try instant("2037-12-31T23:59:59Z").milliseconds
    let release = try String(contentsOfFile: "/usr/share/zoneinfo/tzdata.zi", encoding: .utf8)
    let isKnown = release.hasPrefix("# version 2025b\n")
    let end = try isKnown ? latest : instant("2025-01-01T00:00Z").milliseconds
    for market in markets {
      var statement = try connection.uncachedStatement(
        "SELECT set_at, offset_seconds FROM market_clock WHERE market = ?1 ORDER BY set_at")
      let settings = try statement.rows(.text(market.code.description)) {
        row throws(StorageError) in
        (at: try row.integer(0), offset: try row.value(1))
      }
      guard let name = market.timeZone else {
        #expect(settings.isEmpty, "\(market.code)")
        continue
      }
      let file = try Data(contentsOf: URL(fileURLWithPath: "/usr/share/zoneinfo/\(name)"))
      let zone = try LedgerCore.TimeZone(name: name, tzif: [UInt8](file))
      #expect(settings.first?.at == (try instant("2010-01-01T00:00Z").milliseconds))
      #expect(settings.last?.at == latest + 1000)
      for (setting, next) in zip(settings, settings.dropFirst()) where next.at <= end + 1000 {
        let days = stride(from: setting.at, to: next.at, by: 86_400_000)
        let differs = (Array(days) + [next.at - 1000]).first { at in
          guard let instant = Instant(milliseconds: at) else { return true }
          return .integer(Int64(zone.offset(at: instant))) != setting.offset
        }
        #expect(differs == nil, "\(market.code) \(name) \(setting.at)")
      }
    }
  }

  @Test func `how a clock was set is kept as it is`() throws {
    for statement in [
      "UPDATE market_clock SET offset_seconds = 0 WHERE market = 'DE'",
      "DELETE FROM market_clock WHERE market = 'DE'",
      "INSERT OR REPLACE INTO market_clock VALUES ('DE', 1269738000000, 0)",
      "INSERT INTO market_clock VALUES ('DE', 1640995200000, 0)",
    ] {
      #expect(throws: StorageError.self) { try connection.execute(statement) }
    }
  }

  @Test func `a clock that was set by force is found`() throws {
    try connection.execute(
      """
      DROP TRIGGER market_clock_is_never_replaced;
      INSERT INTO market_clock VALUES ('DE', 1640995200000, 0);
      """)
    let trigger = try SQLiteLedger.inMemory().connection.texts(
      "SELECT sql FROM sqlite_schema WHERE name = 'market_clock_is_never_replaced'")
    try connection.execute(trigger[0])
    #expect(
      try ledger.verify(VerificationPlan()).flaws.map(\.row)
        == ["market DE, set_at 1640995200000"])
  }
}

import LedgerCore
import LedgerTesting
import Rows
import SQLite
import TestSupport
import Testing

@testable import BookStorage
@testable import SQLiteStorage

/// What people read of claims, surveys, rates, memberships, targets and reported totals in SQL.
@Suite struct ProgrammeViewTests {
  @Test func `the view shows what a claim says, and when it was recorded`() throws {
    let ledger = try SQLiteLedger.inMemory()
    _ = try ledger.record(
      [claim("a", effective: "2022-h1"), claim("b", stage: nil, disputes: "a")], as: draft())
    let gone = try ledger.record([claim("c")], as: draft()).entry
    _ = try ledger.void(gone ?? 0, reason: "wrong", as: draft())
    #expect(
      try ledger.connection.texts(
        """
        SELECT claim || ' ' || market || ' ' || ifnull(stage, '-') || ' '
          || ifnull(effective || ' ' || effective_first || ' ' || effective_last, '-') || ' '
          || reported || ' ' || source || ' ' || ifnull(disputes, '-') || ' ' || recorded_at
        FROM claims ORDER BY claim
        """) == [
          "a DE planned 2022-H1 2022-01-01 2022-06-30 2022-07-05 Financial Times - "
            + "2021-12-09T09:00:00Z",
          "b DE - - 2022-07-05 Financial Times a 2021-12-09T09:00:00Z",
        ])
  }

  @Test func `the view shows the current state of each membership`() throws {
    let ledger = try SQLiteLedger.inMemory()
    _ = try ledger.record([membership(), membership("Bob", platform: "TikTok")], as: draft())
    _ = try ledger.record([membership(left: "2022-03-01", reason: "sales")], as: draft())
    let rows = try ledger.connection.texts(
      """
      SELECT market || ' ' || creator || ' ' || ifnull(platform, '-') || ' ' || joined_on || ' '
        || ifnull(left_on, '-') || ' ' || ifnull(reason, '-') || ' ' || entry
      FROM memberships ORDER BY creator
      """)
    #expect(
      rows == [
        "UK Amy - 2021-12-01 2022-03-01 sales 2", "UK Bob tiktok 2021-12-01 - - 1",
      ])
  }

  @Test func `the view of rates shows days and exact numbers as text`() throws {
    let ledger = try SQLiteLedger.inMemory()
    let texts = ["0.85603", "136", "0.000000000001", "9223372036854775807", "1.5", "20"]
    _ = try ledger.record(
      texts.enumerated().map { try rate($1, on: "2021-12-0\($0 + 1)") }, as: draft(),
      onConflict: .refuse)
    _ = try ledger.record(
      [rate("2.5", on: "2021-12-05"), rate(on: "1969-12-31")], as: draft(), onConflict: .restate)
    let rows = try ledger.connection.texts(
      "SELECT date || ' ' || base || ' ' || currency || ' ' || rate_text || ' ' || source FROM rates"
    )
    #expect(
      rows == [
        "1969-12-31 EUR GBP 0.85603 ECB", "2021-12-01 EUR GBP 0.85603 ECB",
        "2021-12-02 EUR GBP 136 ECB", "2021-12-03 EUR GBP 0.000000000001 ECB",
        "2021-12-04 EUR GBP 9223372036854775807 ECB", "2021-12-05 EUR GBP 2.5 ECB",
        "2021-12-06 EUR GBP 20 ECB",
      ])
  }

  @Test func `the view of reported totals shows keys, times and amounts as text`() throws {
    let ledger = try SQLiteLedger.inMemory()
    try ledger.recordEvents("a")
    _ = try ledger.record([total(1_500_000), total(2_500_000, .averageConcurrent)], as: draft())
    let rows = try ledger.connection.texts(
      """
      SELECT event || ' ' || market || ' ' || measure || ' ' || observed_at || ' ' || value_text || ' '
        || ifnull(currency, '-') || ' ' || source
      FROM reported_totals ORDER BY measure
      """)
    #expect(
      rows == [
        "a UK average_concurrent 2021-12-09T09:00:00Z 2.5 - export",
        "a UK gmv_gross 2021-12-09T09:00:00Z 1.50 GBP export",
      ])
  }

  @Test func `the views show surveys with their answers, and answers with their shares`() throws {
    let ledger = try SQLiteLedger.inMemory()
    _ = try ledger.record(
      [survey("a", answers: "yes=24.5%; no=70%; maybe=0.000001%"), survey("b", answers: "yes=3")],
      as: draft())
    let gone = try ledger.record([survey("c")], as: draft()).entry
    _ = try ledger.void(gone ?? 0, reason: "wrong", as: draft())
    #expect(
      try ledger.connection.texts(
        """
        SELECT survey || ' ' || market || ' ' || kind || ' ' || date || ' ' || last_day || ' '
          || sample_size || ' ' || answers || ' ' || recorded_at
        FROM surveys ORDER BY survey
        """) == [
          "a UK awareness 2022-05 2022-05-31 1500 yes=24.5%; no=70%; maybe=0.000001% "
            + "2021-12-09T09:00:00Z",
          "b UK awareness 2022-05 2022-05-31 1500 yes=3 2021-12-09T09:00:00Z",
        ])
    #expect(
      try ledger.connection.texts(
        """
        SELECT survey || ' ' || option || ' ' || ifnull(count, share_percent_text)
        FROM survey_answers ORDER BY survey, position
        """) == ["a yes 24.5", "a no 70", "a maybe 0.000001", "b yes 3"])
  }

  @Test func `the view of targets shows keys, days and amounts as text`() throws {
    let ledger = try SQLiteLedger.inMemory()
    try ledger.recordEvents("a")
    _ = try ledger.record(
      [
        target(1_500_000, source: "plan"), target(50_000, "refund_rate_by_value", currency: nil),
        target(2_000_000, "orders", event: "a", period: nil, currency: nil),
      ], as: draft(), onConflict: .refuse)
    _ = try ledger.record([target(2_500_000)], as: draft(), onConflict: .restate)
    let rows = try ledger.connection.texts(
      """
      SELECT market || ' ' || ifnull(event, '-') || ' ' || metric || ' ' || ifnull(first_day, '-')
        || ' ' || ifnull(last_day, '-') || ' ' || value_text || ' ' || ifnull(currency, '-') || ' '
        || ifnull(source, '-')
      FROM targets ORDER BY metric
      """)
    #expect(
      rows == [
        "UK - gmv_net 2022-01-01 2022-06-30 2.50 GBP -", "UK a orders - - 2 - -",
        "UK - refund_rate_by_value 2022-01-01 2022-06-30 0.05 - -",
      ])
  }

  @Test func `an ended membership is not replaced by other SQL`() throws {
    let path = try Scratch.newPath()
    let ledger = try SQLiteLedger.make(at: path)
    _ = try ledger.record([membership(left: "2022-03-01")], as: draft())
    let other = try Connection(path: path, mode: .readWrite)
    let error = other.error(
      of: """
        INSERT INTO membership (market, creator, platform, joined_on, entry, left_on)
        SELECT market, creator, platform, joined_on, 2, left_on + 1 FROM membership
        """)
    #expect(error?.message == "a membership is never replaced: only its end is added")
  }
}

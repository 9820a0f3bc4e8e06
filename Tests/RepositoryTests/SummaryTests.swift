import BookStorage
import LedgerCore
import LedgerTesting
import Rows
import SQLite
import SQLiteStorage
import TestSupport
import Testing

/// The views that answer the usual questions.
@Suite struct SummaryTests {
  let ledger: SQLiteLedger
  let connection: Connection

  init() throws {
    let path = try Scratch.newPath()
    ledger = try SQLiteLedger.make(at: path)
    connection = try Connection(path: path, mode: .readOnly)
    _ = try ledger.record(
      [
        LedgerTesting.event(
          "a", creators: [Creator(name: "Amy", role: .host), Creator(name: "Bo", role: .guest)]),
        LedgerTesting.event("b"),
      ], as: draft())
  }

  @Test func `a creator with a show that sold nothing stands once`() throws {
    _ = try ledger.record(
      [LedgerTesting.event("c", creators: [Creator(name: "Amy", role: .host)])], as: draft())
    _ = try ledger.record([sale(order: "1", micros: 20_000_000)], as: draft())
    _ = try ledger.record(
      [count(5, of: .views, event: "a"), count(7, of: .views, event: "c")], as: draft())
    #expect(
      try connection.all(
        "SELECT creator, events, views, currency, net FROM creator_summary ORDER BY creator") == [
          [.text("Amy"), .integer(2), .integer(12), .text("GBP"), .real(10)],
          [.text("Bo"), .integer(1), .integer(5), .text("GBP"), .real(10)],
        ])
  }

  @Test func `a show's summary has its audience and its money, as a number and exactly`() throws {
    _ = try ledger.record(
      [count(10, at: "2021-12-08T18:00:00Z"), count(30, at: "2021-12-08T18:10:00Z")], as: draft())
    _ = try ledger.record(
      [
        sale(order: "1", micros: 19_980_000),
        sale(order: "1", .refund, quantity: -1, micros: -4_990_000),
      ],
      as: draft())
    #expect(
      try connection.all(
        """
        SELECT event, peak_viewers, average_viewers, orders, gross, refunded, net, net_text
        FROM event_summary ORDER BY net DESC NULLS LAST
        """) == [
          [
            .text("a"), .integer(30), .real(20), .integer(1), .real(19.98), .real(4.99),
            .real(14.99), .text("14.99"),
          ],
          [.text("b"), .null, .null, .null, .null, .null, .null, .null],
        ])
    #expect(
      try connection.all("SELECT market, month, events, orders, net FROM market_month") == [
        [.text("UK"), .text("2021-12"), .integer(2), .integer(1), .real(14.99)]
      ])
    #expect(
      try connection.all("SELECT creator, events, net FROM creator_summary ORDER BY creator") == [
        [.text("Amy"), .integer(1), .real(7.495)], [.text("Bo"), .integer(1), .real(7.495)],
      ])
    #expect(
      try connection.all("SELECT viewers, change FROM audience_curve ORDER BY at") == [
        [.integer(10), .null], [.integer(30), .integer(20)],
      ])
  }

  @Test func `what was voided is only in the history`() throws {
    let entry = try #require(
      try ledger.record([sale(order: "1", micros: 19_980_000)], as: draft()).entry)
    _ = try ledger.void(entry, reason: "a mistake", as: draft())
    #expect(try connection.all("SELECT * FROM sales") == [])
    #expect(try connection.all("SELECT net FROM event_summary WHERE net NOTNULL") == [])
    #expect(try connection.all("SELECT orders FROM event_funnel WHERE orders NOTNULL") == [])
    #expect(
      try connection.all("SELECT amount_text, amount, voided_by FROM sales_history") == [
        [.text("19.98"), .real(19.98), .integer(entry + 1)]
      ])
  }
}

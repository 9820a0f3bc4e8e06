import LedgerCore
import LedgerTesting
import Rows
import SQLite
import SQLiteStorage
import TestSupport
import Testing

/// What people read in the views is what the program shows.
@Suite struct ViewTests {
  let path: String
  let ledger: SQLiteLedger
  let connection: Connection

  init() throws {
    path = try Scratch.newPath()
    ledger = try SQLiteLedger.make(at: path)
    connection = try Connection(path: path, mode: .readOnly)
  }

  private static let instants = [
    "2021-12-08T18:00:00Z", "2021-12-08T18:00:00.001Z", "2021-12-08T18:00:00.120Z",
    "1970-01-01T00:00:00Z", "1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59Z",
    "1969-12-31T00:00:00.500Z", "1900-02-28T23:59:59.010Z", "0001-01-01T00:00:00Z",
    "0001-01-01T00:00:00.001Z", "9999-12-31T23:59:59.998Z", "2000-02-29T12:00:00Z",
  ]

  @Test(arguments: instants)
  func `instants are the same in every view`(text: String) throws {
    let at = try instant(text)
    let end = try #require(Instant(milliseconds: at.milliseconds + 1))
    let show = try Event(
      key: EventKey("a"), market: uk, platform: "tiktok", title: "a", startsAt: at, endsAt: end)
    _ = try ledger.record([show], as: Entry.Draft(recordedAt: at, command: "test"))
    _ = try ledger.record([count(1, at: text)], as: draft())
    _ = try ledger.record([sale(at: text)], as: draft())
    #expect(try connection.texts("SELECT starts_at FROM events") == [at.description])
    #expect(try connection.texts("SELECT ends_at FROM events") == [end.description])
    #expect(try connection.texts("SELECT at FROM audience_counts") == [at.description])
    #expect(try connection.texts("SELECT at FROM sales") == [at.description])
    #expect(
      try connection.texts("SELECT recorded_at FROM entries WHERE number = 1") == [at.description])
  }

  @Test(
    arguments: [
      (gbp, 0), (gbp, 1), (gbp, 1000), (gbp, 19_990_000), (gbp, -500_000), (gbp, -1),
      (gbp, 1_234_567_890_123_456), (gbp, 5_000_000), (gbp, 100_000), (jpy, 0), (jpy, 500_000_000),
      (jpy, 500_000), (jpy, -1_000_000), (jpy, -1), (jpy, 10_000_000), (kwd, 1_000),
      (kwd, 1_500_000),
      (kwd, 100), (kwd, 0), (kwd, -12_345_678), (eur, 1_050_000), (gbp, Sale.maximumMicros),
      (jpy, Sale.maximumMicros),
      (kwd, -Sale.maximumMicros),
    ] as [(Currency, Int64)])
  func `money is the same in the view of sales`(currency: Currency, micros: Int64) throws {
    let amount = Money(micros: Int128(micros), currency: currency)
    _ = try ledger.record(
      [
        sale(
          .adjustment, micros: Int128(micros), currency: currency, event: nil, market: uk)
      ], as: draft())
    #expect(try connection.texts("SELECT amount_text FROM sales") == [amount.exactText])
    #expect(try connection.texts("SELECT currency FROM sales") == [currency.code])
  }

  @Test func `the views have a row for each fact, with keys instead of ids`() throws {
    try Scenario.record(in: ledger)
    try Scenario.saveQuestion(in: ledger)
    try Scenario.forgetSomebody(in: ledger)
    #expect(
      try connection.all("SELECT event, brands, creators FROM events ORDER BY event") == [
        [.text("a"), .text("NYX"), .text("Amy (host)")], [.text("b"), .null, .null],
        [.text("later"), .null, .null],
      ])
    #expect(
      try connection.all(
        "SELECT event, market, metric, count FROM audience_counts WHERE metric = 'unique_viewers'")
        == [[.text("a"), .text("UK"), .text("unique_viewers"), .integer(1)]])
    #expect(
      try connection.all(
        """
        SELECT source, order_number, event, market, product
        FROM sales ORDER BY order_number, line LIMIT 1
        """) == [[.text("shop"), .text("1"), .text("a"), .text("UK"), .text("lipstick")]])
    let book = try ModelBook(factsOf: path)
    func count(_ view: String) throws -> [[Value]] {
      try connection.all("SELECT count(*) FROM \(view)")
    }
    #expect(try count("events") == [[.integer(Int64(book.facts().shows.count))]])
    #expect(try count("audience_counts") == [[.integer(Int64(book.facts().counts.count))]])
    #expect(try count("sales") == [[.integer(Int64(book.facts().sales.count))]])
    #expect(try count("entries") == [[.integer(Scenario.entries)]])
    #expect(book.facts().counts.count < book.counts.count)
    #expect(
      try connection.all("SELECT number, import, voided_by FROM entries WHERE voided_by NOTNULL")
        == [
          [.integer(8), .integer(8), .integer(10)], [.integer(9), .integer(8), .integer(10)],
          [.integer(11), .null, .integer(12)], [.integer(19), .null, .integer(20)],
        ])
  }

  @Test func `an event's end that is not known is null`() throws {
    try ledger.recordEvents("a")
    #expect(try connection.all("SELECT ends_at FROM events") == [[.null]])
  }
}

import LedgerCore
import LedgerTesting
import SQLite
import TestSupport
import Testing

@testable import BookStorage
@testable import SQLiteStorage

/// A market's sales of a period are read by days where they may stand together.
@Suite struct MarketSalesTests {
  @Test(
    arguments: [
      // Hours of two days of 1970, and the quarters and days that they are made of.
      (0, 48, 0..<0, 0..<2, 192..<192),
      (1, 47, 4..<96, 1..<1, 96..<188),
      (1, 48, 4..<96, 1..<2, 192..<192),
      (0, 47, 0..<0, 0..<1, 96..<188),
      (1, 23, 4..<92, 1..<1, 92..<92),
      (-25, 1, -100..<(-96), -1..<0, 0..<4),
      (5, 5, 20..<20, 1..<1, 20..<20),
      (6, 5, 24..<24, 1..<1, 24..<24),
    ] as [(Int64, Int64, Range<Int64>, Range<Int64>, Range<Int64>)])
  func `a period is whole days, and quarters of an hour at its ends`(
    start: Int64, end: Int64, head: Range<Int64>, days: Range<Int64>, tail: Range<Int64>
  ) throws {
    func hour(_ number: Int64) -> Instant? { Instant(milliseconds: number * 3_600_000) }
    let parts = SaleDays(InstantRange(start: hour(start), end: hour(end)))
    #expect(parts.days.count == days.count)
    #expect(days.isEmpty || parts.days == days)
    #expect(Array(parts.head) + Array(parts.tail) == Array(head) + Array(tail))
  }

  @Test func `all of time is whole days`() {
    let parts = SaleDays(.always)
    #expect(parts.head.isEmpty && parts.tail.isEmpty)
    #expect(SaleDays.quarters(ofDay: parts.days.lowerBound).lowerBound == Instant.earliest.quarter)
    #expect(SaleDays.quarters(ofDay: parts.days.upperBound).lowerBound > Instant.latest.quarter)
  }

  @Test func `a day is read as one row where it is of one group, or by its quarters`() throws {
    let ledger = try SQLiteLedger.inMemory()
    // Two orders of one day of UTC: in Berlin they are of two days, and of one month.
    _ = try ledger.record(
      [
        sale(order: "1", at: "2021-12-08T22:59Z", event: nil, market: uk),
        sale(order: "2", at: "2021-12-08T23:00Z", event: nil, market: uk),
      ], as: draft())
    let berlin = try #require(TimeZone(offset: "+01:00"))
    func rows(_ grouping: Grouping) throws -> [Int64] {
      try ledger.totals(
        TotalsRequest(market: uk, period: .always, sales: .groups(of: grouping, in: berlin))
      ).sales.map(\.totals.orders)
    }
    #expect(try rows(.month) == [2])
    #expect(try rows(.day) == [1, 1])
    #expect(try rows(.hour) == [1, 1])
  }

  @Test func `the days of an older book are added up from its quarters, also before 1970`() throws {
    let path = try Scratch.newPath()
    _ = try OldBook.make(at: path, version: 38)
    let connection = try Connection(path: path, mode: .readWrite)
    try connection.execute("DELETE FROM market_sale_total")
    for (quarter, isCredited) in [(-97, 0), (-96, 0), (-1, 0), (-1, 1), (0, 0), (95, 0), (96, 0)] {
      try connection.execute(
        """
        INSERT INTO market_sale_total
        VALUES ('UK', 'GBP', \(quarter), \(isCredited), 1, 1, 1, 1, 0, 0, 5, 0, 0, 0)
        """)
    }
    try Book(connection: connection).migrate()
    let days = "SELECT day || ' ' || is_credited || ' ' || gross_micros FROM market_sale_day"
    #expect(try connection.texts(days) == ["-2 0 5", "-1 0 10", "-1 1 5", "0 0 10", "1 0 5"])
  }
}

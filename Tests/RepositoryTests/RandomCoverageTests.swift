import BookStorage
import LedgerCore
import LedgerTesting
import SQLiteStorage
import TestSupport
import Testing

/// What a coverage changes in the figures of any book.
@Suite struct RandomCoverageTests {
  private static let market = Market(
    code: uk, isoCode: "GB", name: "United Kingdom", currency: gbp, timeZone: "Europe/London")

  @Test func `a value with a coverage is the bound without it`() throws {
    var random = SeededGenerator(for: "coverage")
    var (bounded, uncredited) = (0, 0)
    for book in 0..<60 {
      let ledger = try SQLiteLedger.inMemory()
      let shows = try (1...6).map { day in
        try event("s\(day)", starts: "2022-01-0\(day)T18:00Z", ends: "2022-01-0\(day)T19:00Z")
      }
      _ = try ledger.record(shows, as: draft())
      let namesShows = random.chance(80)
      let kinds: [Sale.Kind] = [.sale, .sale, .refund, .adjustment]
      let sales = try (0..<random.number(1...8)).map { number in
        let kind = random.pick(kinds)
        let sign: Int64 = kind == .refund ? -1 : kind == .adjustment ? 0 : 1
        let show = namesShows && random.chance(70) ? "s\(random.number(1...6))" : nil
        return try sale(
          order: "\(number)", kind, source: "shop", quantity: sign,
          micros: Int128(sign * random.number(1...9) * 1_000_000), at: "2022-01-03T18:30Z",
          event: show, market: uk)
      }
      _ = try ledger.record(sales, as: draft())
      let what = "SEED=\(random.seed), book \(book)"
      let before = try figures(ledger)
      _ = try ledger.record(
        [coverage("2022-01-01T00:00Z", "2022-01-08T00:00Z")], as: draft())
      let after = try figures(ledger)
      let sold = sales.filter { $0.key.kind == .sale }
      let isUncredited = !sold.isEmpty && sold.allSatisfy { $0.event == nil }
      if isUncredited {
        uncredited += 1
        #expect(after == before, "\(what)")
      } else if let bounds = before?.bounds {
        bounded += 1
        #expect(after?.value == bounds.lower, "\(what)")
      } else if before != nil {
        #expect(after?.value == before?.value ?? after?.value, "\(what)")
      }
      // A void gives the book without it.
      let last = try ledger.entries(limit: 1).first?.number ?? 0
      _ = try ledger.void(last, reason: "wrong", as: draft())
      #expect(try figures(ledger) == before, "\(what)")
    }
    for count in [bounded, uncredited] { #expect(count * 20 >= 60) }
  }

  private func figures(_ ledger: SQLiteLedger) throws -> Figure? {
    let request = MarketReport.Request(
      period: try ReportPeriod(from: nil, to: nil, zone: .utc),
      now: try instant("2022-06-01T00:00Z"))
    return try MarketReport(of: Self.market, in: ledger, request).figures
      .figure(.gmvPerHour, in: gbp)
  }
}

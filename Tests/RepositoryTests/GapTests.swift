import LedgerCore
import LedgerTesting
import Rows
import SQLite
import TestSupport
import Testing

@testable import BookStorage
@testable import SQLiteStorage

/// What a book keeps of the stretches of a show that nobody counted.
@Suite struct GapTests {
  private static let totals = ["audience_total", "curve_step", "curve_gap", "event_retention"]

  private func kept(_ ledger: SQLiteLedger) throws -> [[[Value]]] {
    try Self.totals.map { try ledger.connection.all("SELECT * FROM \($0) ORDER BY 1, 2, 3") }
  }

  private func show() throws -> SQLiteLedger {
    let ledger = try SQLiteLedger.inMemory()
    _ = try ledger.record([event("a", ends: "2021-12-08T20:00Z")], as: draft())
    return ledger
  }

  /// Counts whose steps are mostly alike.
  private func randomCounts(_ random: inout SeededGenerator) throws -> [AudienceCount] {
    let usual = random.pick([20, 30, 33, 34, 60, 66, 67, 300] as [Int64])
    var second = try instant("2021-12-08T18:00Z").milliseconds / 1000
    return try (0..<random.number(3...24)).map { _ in
      second += random.pick([1, 1, 1, 1, 2, 4, 6, 20] as [Int64]) * usual
      let at = try #require(Instant(milliseconds: second * 1000))
      return try AudienceCount(
        event: EventKey("a"), metric: .concurrent, at: at, count: random.number(0...1000))
    }
  }

  @Test func `totals, steps and gaps do not depend on how counts came`() throws {
    var random = SeededGenerator(for: "order of counts")
    var gaps = 0
    for _ in 0..<25 {
      let counts = try randomCounts(&random)
      let (whole, pieces) = (try show(), try show())
      _ = try whole.record(AudienceBatch(counts), as: draft(), onConflict: .refuse)
      var rest = counts.shuffled(using: &random)
      while !rest.isEmpty {
        let batch = Array(rest.prefix(Int(random.number(1...8))))
        rest.removeFirst(batch.count)
        func others(after milliseconds: Int64, plus more: Int64) throws -> [AudienceCount] {
          try batch.map { count in
            try AudienceCount(
              event: count.event, metric: count.metric,
              at: #require(Instant(milliseconds: count.at.milliseconds + milliseconds)),
              count: count.count + more)
          }
        }
        func record(_ counts: [AudienceCount], _ rule: ConflictRule = .refuse) throws -> Int64? {
          try pieces.record(AudienceBatch(counts), as: draft(), onConflict: rule).entry
        }
        switch random.number(0...3) {
        case 0:
          _ = try record(others(after: 0, plus: 5))
          _ = try record(batch, .restate)
        case 1:
          let mistaken = try record(others(after: random.number(0...2) * 90_000 + 1, plus: 0))
          _ = try record(batch)
          _ = try pieces.void(#require(mistaken), reason: "another show's", as: draft())
        default: _ = try record(batch)
        }
      }
      #expect(try kept(pieces) == kept(whole), "SEED=\(random.seed)")
      #expect(try pieces.verify(VerificationPlan()).flaws == [], "SEED=\(random.seed)")
      if try !whole.connection.all("SELECT 1 FROM curve_gap").isEmpty { gaps += 1 }
    }
    #expect(gaps > 5)
  }

  /// Counts of each minute of 18:00 to 18:10 and of 18:40 to 19:00, and none between them.
  private static let minutes = Array(0...10) + Array(40...60)

  @Test func `an older book has its gaps at once, read as it is and upgraded`() throws {
    let path = try Scratch.newPath()
    _ = try OldBook.make(at: path, version: OldBook.version("keep_gaps") - 1)
    let start: Int64 = 1_638_986_400_000
    let rows = Self.minutes.dropFirst().map { minute in
      "(7, 1, \(start + Int64(minute) * 60_000), 2, \(minute < 40 ? 41 : 83))"
    }
    let observed: Int64 = (82 * 10 + 166 * 20) * 60_000
    let bridged: Int64 = observed + 124 * 30 * 60_000
    do {
      let connection = try Connection(path: path, mode: .readWrite)
      connection.setTriggers(on: false)
      try connection.execute(
        """
        INSERT INTO audience_count (event, metric, at, entry, count)
        VALUES \(rows.joined(separator: ", "));
        UPDATE audience_total
        SET counts = \(Self.minutes.count), last_at = \(start + 3_600_000), latest = 83, peak = 83,
          peak_at = \(start + 2_400_000), twice_area = \(bridged)
        """)
    }
    let average = "SELECT average_viewers FROM event_summary"
    func check(_ ledger: SQLiteLedger) throws {
      let curve = try #require(ledger.totals("a").audience(.concurrent))
      #expect(curve.gaps.map(\.length) == [1_800_000])
      #expect(curve.observedTwiceArea == observed)
      let market = Market(
        code: uk, isoCode: "GB", name: "United Kingdom", currency: gbp, timeZone: "Europe/London")
      let period = try ReportPeriod(from: nil, to: nil, zone: .utc)
      let report = try MarketReport(
        of: market, in: ledger, .init(period: period, now: curve.lastAt))
      #expect(
        report.figures.figure(.averageConcurrent)?.value == .decimal(Decimal(micros: 69_000_000)))
      #expect(
        report.figures.figure(.averageConcurrent)?.evidence
          == .observed(milliseconds: 1_800_000, of: 3_600_000))
      let flaws = try ledger.verify(VerificationPlan()).flaws.filter { $0.check == .totals }
      #expect(flaws == [])
    }
    let older = try SQLiteLedger.open(path, for: .reading)
    try check(older)
    // The view has no average of it, rather than one that bridges the gap.
    #expect(try older.connection.all(average) == [[.null]])
    let upgrade = try SQLiteLedger.upgrade(path, keepsCopy: false)
    #expect(
      upgrade.changes.filter { $0.row.contains("event_summary") }.map {
        "\($0.figure): \($0.before ?? "") \($0.after ?? "")"
      } == ["average_viewers: 65.5 69.0"])
    let upgraded = try SQLiteLedger.open(path, for: .reading)
    try check(upgraded)
    #expect(try upgraded.connection.all(average) == [[.real(69)]])
  }
}

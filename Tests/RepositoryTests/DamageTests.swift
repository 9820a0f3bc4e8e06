import Foundation
import LedgerCore
import SQLite
import Testing

@testable import SQLiteStorage

/// Bits that flip in a book of 100,000 rows: in its file, and in its log.
///
/// The environment variable `FLIPS` says how many; `scripts/flips` flips many.
@Suite struct DamageTests {
  private static let flips =
    ProcessInfo.processInfo.environment["FLIPS"].flatMap { Int($0) } ?? 3

  /// A book of 100,000 counts and sales, with its receipt, and what it says.
  private struct Original: Sendable {
    let file: Data
    let log: Data
    let receipt: Receipt
    let facts: [[Value]]
  }

  /// In its file, with an empty log.
  private static let merged = Result { try make(isMerged: true) }
  /// In its log, but for what a new book is.
  private static let logged = Result { try make(isMerged: false) }

  private static func make(isMerged: Bool) throws -> Original {
    let path = try Scratch.newPath()
    let ledger = try SQLiteLedger.make(at: path)
    let start = try instant("2021-12-08T18:00Z").milliseconds
    let events = try (0..<20).map { try event("show-\($0)", ends: "2021-12-08T23:00Z") }
    _ = try ledger.record(events, as: draft())
    for (number, event) in events.enumerated() {
      let counts = try (0..<4500).map { second in
        let at = try #require(Instant(milliseconds: start + Int64(second) * 1000))
        return try AudienceCount(
          event: event.key, metric: .concurrent, at: at, count: Int64(second * number % 977))
      }
      _ = try ledger.record(counts, as: draft())
      let sales = try (0..<500).map { order in
        try sale(
          order: "\(number)-\(order)", product: "p\(order % 40)", micros: Int128(order) * 990_000,
          event: event.key.description)
      }
      _ = try ledger.record(sales, as: draft())
    }
    let receipt = try #require(ledger.lastReceipt)
    let facts = try facts(of: ledger.connection)
    // As it is when the power goes, before the log is merged.
    let log = isMerged ? Data() : try Data(contentsOf: URL(fileURLWithPath: path + "-wal"))
    if isMerged { try ledger.close() }
    let file = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(isMerged || log.count > 4_000_000)
    return Original(file: file, log: log, receipt: receipt, facts: facts)
  }

  /// Every value of every row of a table of facts.
  private static func facts(of connection: Connection) throws -> [[Value]] {
    try Schema.tables.filter { AppendOnlyTests.factTables.contains($0.name) }.flatMap { table in
      try connection.all(
        "SELECT * FROM \(table.name) ORDER BY \(table.key.joined(separator: ", "))")
    }
  }

  @Test func `a bit that flips in the file and changes a fact is reported, and none traps`() throws
  {
    let original = try Self.merged.get()
    var random = SeededGenerator(for: "flipped bits of a file")
    for _ in 0..<Self.flips {
      var damaged = original.file
      let bit = Int.random(in: 0..<damaged.count * 8, using: &random)
      damaged[bit / 8] ^= 1 << (bit % 8)
      try check(damaged, Data(), original, "bit \(bit) of the file, SEED=\(random.seed)")
    }
  }

  @Test func `a bit that flips in the log and changes a fact is reported, and none traps`() throws {
    let original = try Self.logged.get()
    var random = SeededGenerator(for: "flipped bits of a log")
    for _ in 0..<Self.flips {
      var damaged = original.log
      let bit = Int.random(in: 0..<damaged.count * 8, using: &random)
      damaged[bit / 8] ^= 1 << (bit % 8)
      try check(original.file, damaged, original, "bit \(bit) of the log, SEED=\(random.seed)")
    }
  }

  @Test func `a book whose bits are as they were is sound, in its file and in its log`() throws {
    for original in [try Self.merged.get(), try Self.logged.get()] {
      let path = try write(original.file, original.log)
      defer { Scratch.remove(path) }
      let ledger = try SQLiteLedger.open(path, for: .reading)
      let result = try ledger.verify(VerificationPlan(receipts: [original.receipt]))
      #expect(result.flaws == [])
      #expect(result.checked[.references] ?? 0 > 100_000)
    }
  }

  /// Either something is reported, or all facts are as they were.
  private func check(
    _ file: Data, _ log: Data, _ original: Original, _ place: Comment
  ) throws {
    let path = try write(file, log)
    defer { Scratch.remove(path) }
    do throws(LedgerError) {
      let ledger = try SQLiteLedger.open(path, for: .reading)
      let result = try ledger.verify(VerificationPlan(receipts: [original.receipt]))
      // What is damaged may be said, but must not end the program.
      _ = try? ledger.events(in: nil, during: .always, limit: nil)
      _ = try? ledger.totals(of: uk, during: .always)
      guard result.isSound else { return }
    } catch { return }
    let connection = try Connection(path: path, mode: .readOnly)
    #expect(try Self.facts(of: connection) == original.facts, place)
  }

  private func write(_ file: Data, _ log: Data) throws -> String {
    let path = try Scratch.newPath()
    try file.write(to: URL(fileURLWithPath: path))
    if !log.isEmpty { try log.write(to: URL(fileURLWithPath: path + "-wal")) }
    return path
  }
}

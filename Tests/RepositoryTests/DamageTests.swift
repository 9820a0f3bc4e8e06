import Foundation
import LedgerCore
import LedgerTesting
import Rows
import SQLite
import TestSupport
import Testing

@testable import BookStorage
@testable import SQLiteStorage

/// Bits that flip in a book of 100,000 rows: in its file, and in its log.
///
/// The environment variable `FLIPS` says how many; `scripts/flips` flips many.
@Suite struct DamageTests {
  private static let flips =
    ProcessInfo.processInfo.environment["FLIPS"].flatMap { Int($0) } ?? 3

  /// A book of counts and sales, with its receipt, and what it says.
  private struct Original: Sendable {
    let file: Data
    let log: Data
    /// The size of the file of a new book.
    let newBytes: Int
    let receipt: Receipt
    let facts: [[Value]]
  }

  private enum Part: String { case file, log }

  /// In its file, with an empty log.
  private static let merged = Result { try make(isMerged: true) }
  /// In its log, but for what a new book is.
  private static let logged = Result { try make(isMerged: false) }

  /// Of 20 events with so many counts and sales each.
  private static func make(isMerged: Bool, counts: Int = 4500, sales: Int = 500) throws -> Original
  {
    let path = try Scratch.newPath()
    defer { Scratch.remove(path) }
    let ledger = try SQLiteLedger.make(at: path)
    let book = Book(connection: ledger.connection)
    let newBytes = try Int(book.pragma("page_count") * book.pragma("page_size"))
    let start = try instant("2021-12-08T18:00Z").milliseconds
    let events = try (0..<20).map { try event("show-\($0)", ends: "2021-12-08T23:00Z") }
    _ = try ledger.record(events, as: draft())
    for (number, event) in events.enumerated() {
      let counts = try (0..<counts).map { second in
        let at = try #require(Instant(milliseconds: start + Int64(second) * 1000))
        return try AudienceCount(
          event: event.key, metric: .concurrent, at: at, count: Int64(second * number % 977))
      }
      _ = try ledger.record(counts, as: draft())
      let sales = try (0..<sales).map { order in
        try sale(
          order: "\(number)-\(order)", product: "p\(order % 40)", micros: Int128(order) * 990_000,
          event: event.key.description)
      }
      _ = try ledger.record(sales, as: draft())
    }
    let receipt = try #require(ledger.entries(limit: 1).first?.receipt)
    let facts = try facts(of: ledger.connection)
    // As it is when the power goes, before the log is merged.
    let log = isMerged ? Data() : try Data(contentsOf: URL(fileURLWithPath: path + "-wal"))
    if isMerged { try ledger.close() }
    let file = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(isMerged || log.count > 800 * (counts + sales))
    return Original(file: file, log: log, newBytes: newBytes, receipt: receipt, facts: facts)
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
      let missed = try flip(.file, of: original, &random)
      #expect(missed == nil, "SEED=\(random.seed)")
    }
  }

  @Test func `a bit that flips in the log and changes a fact is reported, and none traps`() throws {
    let original = try Self.logged.get()
    var random = SeededGenerator(for: "flipped bits of a log")
    for _ in 0..<Self.flips {
      let missed = try flip(.log, of: original, &random)
      #expect(missed == nil, "SEED=\(random.seed)")
    }
  }

  /// A `verify` with a fault: what it fails to see.
  enum Blindness: CaseIterable {
    /// It leaves the file to SQLite.
    case allButFile
    /// It compares no digests.
    case digests
    /// It passes over the sales.
    case sales
    /// It compares no receipt.
    case receipts

    func sees(_ flaw: Verification.Flaw) -> Bool {
      switch self {
      case .allButFile: flaw.check == .file
      case .digests: flaw.check != .digests
      case .sales: flaw.table != SaleTable.name
      case .receipts: flaw.check != .receipts
      }
    }
  }

  @Test(arguments: Blindness.allCases)
  func `a fault in what verifies is found by such flips`(blindness: Blindness) throws {
    // SQLite takes of a damaged log what is before the damage: an earlier state, sound in itself.
    let part = blindness == .receipts ? Part.log : .file
    let original = try Self.make(isMerged: part == .file, counts: 20, sales: 60)
    var random = SeededGenerator(for: "flipped bits and a planted fault")
    var flips = 0
    // A new book's pages have the schema and countries; those after them have facts.
    let first = part == .file ? original.newBytes : 0
    while try flip(part, of: original, from: first, &random, sees: blindness.sees) == nil,
      flips < 2000
    {
      flips += 1
    }
    #expect(flips < 2000, "SEED=\(random.seed)")
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

  /// Flips a bit: either something is seen, or all facts are as they were; else says which it was.
  private func flip(
    _ part: Part, of original: Original, from first: Int = 0, _ random: inout SeededGenerator,
    sees: (Verification.Flaw) -> Bool = { _ in true }
  ) throws -> String? {
    var (file, log) = (original.file, original.log)
    let end = (part == .file ? file : log).count
    let bit = Int.random(in: first * 8..<end * 8, using: &random)
    switch part {
    case .file: file[bit / 8] ^= 1 << (bit % 8)
    case .log: log[bit / 8] ^= 1 << (bit % 8)
    }
    let path = try write(file, log)
    defer { Scratch.remove(path) }
    do throws(LedgerError) {
      let ledger = try SQLiteLedger.open(path, for: .reading)
      let result = try ledger.verify(VerificationPlan(receipts: [original.receipt]))
      // What is damaged may be said, but must not end the program.
      _ = try? ledger.events(in: nil, during: .always, limit: nil)
      _ = try? ledger.totals(of: uk, during: .always)
      if result.flaws.contains(where: sees) { return nil }
    } catch { return nil }
    let connection = try Connection(path: path, mode: .readOnly)
    let facts = try? Self.facts(of: connection)
    return facts == original.facts ? nil : "bit \(bit) of the \(part.rawValue)"
  }

  private func write(_ file: Data, _ log: Data) throws -> String {
    let path = try Scratch.newPath()
    try file.write(to: URL(fileURLWithPath: path))
    if !log.isEmpty { try log.write(to: URL(fileURLWithPath: path + "-wal")) }
    return path
  }
}

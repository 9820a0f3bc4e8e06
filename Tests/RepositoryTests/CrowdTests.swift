import Foundation
import LedgerCore
import LedgerTesting
import Rows
import SQLite
import TestSupport
import Testing

@testable import BookStorage
@testable import SQLiteStorage

/// 16 writers and 4 readers of one book at once: nothing lost, nothing twice, and every reader sees
/// the book as it was after some entry.
///
/// `scripts/crowd` runs it for a minute.
@Suite(.serialized) struct CrowdTests {
  private static let writers = 16
  private static let readers = 4
  private static let seconds =
    ProcessInfo.processInfo.environment["SECONDS_OF_CROWD"].flatMap(Double.init) ?? 3

  @Test func `16 writers and 4 readers get along`() async throws {
    let path = try Scratch.newPath()
    let first = try SQLiteLedger.make(at: path)
    try first.recordEvents("a")
    let end = ContinuousClock.now + .seconds(Self.seconds)
    let recorded = try await withThrowingTaskGroup(of: (Int, Int).self) { group in
      for writer in 0..<Self.writers {
        group.addTask {
          (writer, try await Thread.run { try Self.write(writer, path, until: end) })
        }
      }
      for reader in 0..<Self.readers {
        group.addTask {
          (Self.writers + reader, try await Thread.run { try Self.read(path, until: end) })
        }
      }
      var counts: [Int: Int] = [:]
      for try await (number, count) in group { counts[number] = count }
      return counts
    }
    let written = (0..<Self.writers).map { recorded[$0] ?? 0 }
    let total = written.reduce(0, +)
    #expect(try first.entries(limit: nil).map(\.number) == (1...Int64(total + 1)).reversed())
    let totals = try first.totals(of: uk, during: .always)
    #expect(totals.credited.map(\.orders) == [Int64(total)])
    #expect(totals == (try ModelBook(factsOf: path).facts()).totals(of: uk, during: .always))
    // What each writer was told is recorded, and no more.
    let connection = try Connection(path: path, mode: .readOnly)
    for (writer, count) in written.enumerated() {
      let orders = try connection.all(
        "SELECT count(*) FROM sale WHERE order_number GLOB '\(writer)-*'")
      #expect(orders == [[.integer(Int64(count))]])
    }
    #expect((0..<Self.readers).allSatisfy { (recorded[Self.writers + $0] ?? 0) > 0 })
    // Only a long run by itself tells who waits how long.
    if Self.seconds > 10 {
      let median = written.sorted()[Self.writers / 2]
      let slowest = written.min() ?? 0
      #expect(slowest * 3 >= median, "\(written)")
      print("\(total) entries in \(Self.seconds) s; a writer \(slowest) to \(written.max() ?? 0)")
    }
  }

  private static func write(
    _ writer: Int, _ path: String, until end: ContinuousClock.Instant
  ) throws -> Int {
    var count = 0
    repeat {
      // A command opens the book, records, and closes it.
      let ledger = try SQLiteLedger.open(path, for: .recording, waitingSeconds: 60)
      for _ in 0..<3 {
        _ = try ledger.record([sale(order: "\(writer)-\(count)")], as: draft())
        count += 1
      }
      try ledger.close()
    } while ContinuousClock.now < end
    return count
  }

  private static func read(_ path: String, until end: ContinuousClock.Instant) throws -> Int {
    var count = 0
    repeat {
      let ledger = try SQLiteLedger.open(path, for: .reading, waitingSeconds: 0)
      // One sale an entry, after the event's: the report equals the log up to an entry.
      let (last, orders) = try ledger.connection.snapshot { () throws(StorageError) in
        let last = try EntryTable(session: ledger.session).last()?.number ?? 0
        let totals = try MarketSales(
          of: uk, during: .always, ledger.session, Currencies(session: ledger.session)
        ).sums()
        return (last, totals.map(\.totals.orders).reduce(0, +))
      }
      #expect(orders == last - 1)
      count += 1
    } while ContinuousClock.now < end
    return count
  }
}

extension Thread {
  /// Runs something that blocks on a thread of its own, of which the pool of tasks has too few.
  static func run<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
      Thread { continuation.resume(with: Result { try body() }) }.start()
    }
  }
}

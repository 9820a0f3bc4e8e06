import CFaultyVFS
import Foundation
import LedgerCore
import SQLite
import Testing

@testable import SQLiteStorage

/// Every write, truncate and sync fails once, in turn: the book is as before or complete.
@Suite(.serialized) struct FaultTests {
  /// Something that is done to a book.
  struct Operation: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let run: @Sendable (SQLiteLedger) throws -> Void
  }

  private static let operations = [
    Operation(testDescription: "recording one event") { ledger in
      _ = try ledger.record([event("new", brands: ["x"])], as: draft())
    },
    Operation(testDescription: "recording counts") { ledger in
      let counts = try (0..<110).map { number in
        try count(Int64(number), of: .likes, at: "2021-12-08T18:00:00.\(100 + number)Z")
      }
      _ = try ledger.record(counts, as: draft())
    },
    Operation(testDescription: "recording sales") { ledger in
      let sales = try (0..<40).map { try sale(order: "n\($0)", line: Int64($0 % 3)) }
      _ = try ledger.record(sales, as: draft())
    },
    Operation(testDescription: "recording an event, its counts and its sales together") { ledger in
      try ledger.together {
        _ = try ledger.record([event("new")], as: draft())
        _ = try ledger.record([count(1, event: "new")], as: draft())
        _ = try ledger.record([sale(order: "new", event: "new")], as: draft())
      } isKept: { _ in
        true
      }
    },
    Operation(testDescription: "voiding an entry") { ledger in
      _ = try ledger.void(4, reason: "x", as: draft())
    },
    Operation(testDescription: "restating a count") { ledger in
      _ = try ledger.record([count(3)], as: draft(), onConflict: .restate)
    },
  ]

  init() { #expect(faulty_vfs_register() == 0) }

  @Test(arguments: operations)
  func `a failure leaves the book as before or complete, and able to go on`(
    operation: Operation
  ) throws {
    let original = try Scenario.bookFile()
    let before = try State(original)
    let complete = try completed(original, operation)
    #expect(complete != before)
    var failures = 0
    for call in 1... {
      let path = try copy(original)
      defer { Scratch.remove(path) }
      var failure: LedgerError?
      do {
        let ledger = try SQLiteLedger.open(path, for: .recording, vfs: "faulty")
        faulty_vfs_arm(Int32(call))
        do { try operation.run(ledger) } catch { failure = error as? LedgerError ?? .query("?") }
        let isReached = faulty_vfs_calls() >= call
        faulty_vfs_arm(0)
        if !isReached {
          #expect(failure == nil)
          break
        }
        failures += 1
        // What has failed can be done again, by the same program, on the same connection.
        if failure != nil { try operation.run(ledger) }
      }
      #expect(try State(path) == complete, "call \(call)")
      if failure != nil { try checkAfterFailure(original, operation, call, before, complete) }
    }
    #expect(failures > 5)
  }

  /// The same failure, after which the program ends at once and another opens the book.
  private func checkAfterFailure(
    _ original: String, _ operation: Operation, _ call: Int, _ before: State, _ complete: State
  ) throws {
    let path = try copy(original)
    let crashed = try copy(original)
    defer { [path, crashed].forEach(Scratch.remove) }
    let ledger = try SQLiteLedger.open(path, for: .recording, vfs: "faulty")
    faulty_vfs_arm(Int32(call))
    #expect(throws: LedgerError.self) { try operation.run(ledger) }
    faulty_vfs_arm(0)
    // The files as they are while the program still has them open.
    for end in ["", "-wal"] {
      try? FileManager.default.removeItem(atPath: crashed + end)
      try FileManager.default.copyItem(atPath: path + end, toPath: crashed + end)
    }
    let after = try State(crashed)
    #expect(after == before || after == complete, "call \(call), crashed")
  }

  @Test func `a failure while closing loses nothing`() throws {
    let original = try Scenario.bookFile()
    let complete = try completed(original, Self.operations[2])
    var failures = 0
    for call in 1... {
      let path = try copy(original)
      defer { Scratch.remove(path) }
      let ledger = try SQLiteLedger.open(path, for: .recording, vfs: "faulty")
      try Self.operations[2].run(ledger)
      faulty_vfs_arm(Int32(call))
      var failure: (any Error)?
      do { try ledger.close() } catch { failure = error }
      let isReached = faulty_vfs_calls() >= call
      faulty_vfs_arm(0)
      #expect((failure != nil) == isReached, "call \(call)")
      #expect(try State(path) == complete, "call \(call)")
      if !isReached { break }
      failures += 1
      try ledger.close()
      #expect(try State(path) == complete, "call \(call), closed again")
    }
    #expect(failures > 5)
  }

  @Test func `a failure while a book is made leaves one that can be finished`() throws {
    var failures = 0
    for call in 1... {
      let path = try Scratch.newPath()
      defer { Scratch.remove(path) }
      faulty_vfs_arm(Int32(call))
      _ = try? SQLiteLedger.make(at: path, vfs: "faulty")
      let isReached = faulty_vfs_calls() >= call
      faulty_vfs_arm(0)
      if !isReached { break }
      failures += 1
      // Nothing was made yet, or some of the migrations were: then opening runs the others.
      let opened = try? SQLiteLedger.open(path, for: .recording)
      let ledger = try opened ?? SQLiteLedger.make(at: path)
      #expect(try ledger.reference().markets.count > 200, "call \(call)")
      #expect(try ledger.record([event("a")], as: draft()).entry == 1, "call \(call)")
    }
    #expect(failures > 20)
  }

  /// What a book says, and that its totals are those of its facts.
  private struct State: Equatable {
    let entries: [Entry]
    let totals: [MarketTotals]

    init(_ path: String) throws {
      let ledger = try SQLiteLedger.open(path, for: .reading)
      entries = try ledger.entries(limit: nil)
      let markets = [uk, germany]
      totals = try markets.map { try ledger.totals(of: $0, during: .always).sorted }
      let model = try ModelBook(factsOf: path).facts()
      #expect(totals == markets.map { model.totals(of: $0, during: .always).sorted })
      let connection = try Connection(path: path, mode: .readOnly)
      #expect(try connection.texts("PRAGMA integrity_check") == ["ok"])
      #expect(try connection.all("PRAGMA foreign_key_check").isEmpty)
    }
  }

  private func completed(_ original: String, _ operation: Operation) throws -> State {
    let path = try copy(original)
    let ledger = try SQLiteLedger.open(path, for: .recording)
    try operation.run(ledger)
    return try State(path)
  }

  private func copy(_ original: String) throws -> String {
    let path = try Scratch.newPath()
    try FileManager.default.copyItem(atPath: original, toPath: path)
    return path
  }
}

import CFaultyVFS
import Foundation
import LedgerCore
import LedgerTesting
import SQLite
import TestSupport
import Testing

@testable import BookStorage
@testable import SQLiteStorage

/// Calls to open, write, truncate, sync, map and lock a file fail in turn, and allocations do: the
/// book is as before or complete.
@Suite(.serialized) struct FaultTests {
  /// How many allocations fail in each test; the environment variable `ALLOCATIONS` says more.
  private static let samples =
    ProcessInfo.processInfo.environment["ALLOCATIONS"].flatMap { Int($0) } ?? 10

  private var generator = SeededGenerator(for: "faults")

  init() { #expect(faulty_vfs_register() == 0) }

  @Test(arguments: Operation.all, Fault.allCases)
  mutating func `a failure leaves the book as before or complete, and able to go on`(
    operation: Operation, fault: Fault
  ) throws {
    let original = try Scenario.bookFile()
    let before = try SoundBook(at: original)
    let complete = try completed(original, operation)
    #expect(complete != before)
    let trial = try open(copy(original))
    let numbers = try fault.numbers(
      of: { try operation.run(trial) }, samples: Self.samples, using: &generator)
    var books = SoundBooks()
    var failures = 0
    for number in numbers {
      let path = try copy(original)
      let crashed = try copy(original)
      defer { [path, crashed].forEach(Scratch.remove) }
      do {
        let ledger = try open(path)
        let failure = failure(of: fault, number) { try operation.run(ledger) }
        failures += failure == nil ? 0 : 1
        try copyFiles(from: path, to: crashed)
        let after = try books.book(at: crashed)
        // Ended here, another program opens it.
        #expect(after == complete || (failure != nil && after == before), "\(number), crashed")
        // What has failed can be done again, by the same program, on the same connection.
        if failure != nil { try operation.run(ledger) }
      }
      #expect(try books.book(at: path) == complete, "\(number)")
    }
    #expect(failures > 3)
  }

  @Test func `a batch that fails takes those with it that were recorded together, caught or not`()
    throws
  {
    let original = try Scenario.bookFile()
    let before = try SoundBook(at: original)
    let path = try copy(original)
    defer { Scratch.remove(path) }
    let ledger = try open(path)
    let batches = try ["x", "y", "z"].map { order in
      SaleBatch([try sale(order: order, event: nil, market: uk)])
    }
    let entry = try draft()
    var caught: LedgerError?
    #expect(throws: LedgerError.self) {
      try ledger.recordSales { recorder throws(LedgerError) in
        _ = try recorder.record(batches[0], as: entry)
        try? ledger.session.run("PRAGMA query_only = on")
        do throws(LedgerError) { _ = try recorder.record(batches[1], as: entry) } catch {
          caught = error
        }
        try? ledger.session.run("PRAGMA query_only = off")
        _ = try recorder.record(batches[2], as: entry)
      }
    }
    #expect(caught != nil)
    #expect(try SoundBook(at: path) == before)
    #expect(try ledger.record(batches[1], as: entry).outcomes == [.recorded])
  }

  @Test(arguments: Fault.allCases)
  mutating func `a failure while reading is told, and changes no answer`(fault: Fault) throws {
    let original = try Scenario.bookFile()
    let expected = try SoundBook(at: original)
    let read = {
      let ledger = try SQLiteLedger.open(original, for: .reading, vfs: "faulty")
      #expect(try SoundBook(ledger) == expected)
    }
    let numbers = try fault.numbers(of: read, samples: Self.samples, using: &generator)
    for number in numbers { _ = failure(of: fault, number, read) }
    #expect(try SoundBook(at: original) == expected)
  }

  @Test(arguments: [Fault.file, .fileForEver])
  mutating func `a failure while closing loses nothing`(fault: Fault) throws {
    let original = try Scenario.bookFile()
    let complete = try completed(original, .sales)
    let trial = try open(copy(original))
    try Operation.sales.run(trial)
    let numbers = try fault.numbers(of: trial.close, samples: 0, using: &generator)
    var books = SoundBooks()
    for number in numbers {
      let path = try copy(original)
      let crashed = try copy(original)
      defer { [path, crashed].forEach(Scratch.remove) }
      let ledger = try open(path)
      try Operation.sales.run(ledger)
      let failure = failure(of: fault, number, ledger.close)
      #expect((failure == nil) == (number == numbers.last), "\(number)")
      try copyFiles(from: path, to: crashed)
      #expect(try books.book(at: crashed) == complete, "\(number)")
      if failure != nil { try ledger.close() }
      #expect(try books.book(at: path) == complete, "\(number), closed again")
    }
    #expect(numbers.count > 5)
  }

  @Test(arguments: [Fault.file, .fileForEver])
  mutating func `a failure while a book is made leaves one that can be finished`(
    fault: Fault
  ) throws {
    let trial = try Scratch.newPath()
    let numbers = try fault.numbers(
      of: { _ = try SQLiteLedger.make(at: trial, vfs: "faulty") }, samples: 0, using: &generator)
    // Most of the calls are one long commit's writes.
    for number in numbers where generator.chance(30) {
      let path = try Scratch.newPath()
      defer { Scratch.remove(path) }
      _ = failure(of: fault, number) { _ = try SQLiteLedger.make(at: path, vfs: "faulty") }
      // It is made, or nothing is yet.
      let opened = try? open(path)
      let ledger = try opened ?? SQLiteLedger.make(at: path, vfs: "faulty")
      #expect(try ledger.reference().markets.count > 200, "\(number)")
      #expect(try ledger.record([event("a")], as: draft()).entry == 1, "\(number)")
    }
    #expect(numbers.count > 20)
  }

  private func open(_ path: String) throws -> SQLiteLedger {
    try SQLiteLedger.open(path, for: .recording, vfs: "faulty", salts: Backend.salts)
  }

  /// What `body` throws when the call of a number fails.
  private func failure(
    of fault: Fault, _ number: Int, _ body: () throws -> Void
  ) -> LedgerError? {
    fault.arm(number)
    defer { fault.arm(0) }
    do {
      try body()
    } catch {
      // Nothing fails by itself.
      #expect(fault.calls >= number && error is LedgerError, "\(number): \(error)")
      return error as? LedgerError
    }
    return nil
  }

  private func completed(_ original: String, _ operation: Operation) throws -> SoundBook {
    let path = try copy(original)
    try operation.run(open(path))
    return try SoundBook(at: path)
  }

  private func copy(_ original: String) throws -> String {
    let path = try Scratch.newPath()
    try FileManager.default.copyItem(atPath: original, toPath: path)
    return path
  }

  /// Copies the files as they are while the program still has them open.
  private func copyFiles(from path: String, to copy: String) throws {
    for end in ["", "-wal"] where FileManager.default.fileExists(atPath: path + end) {
      try? FileManager.default.removeItem(atPath: copy + end)
      try FileManager.default.copyItem(atPath: path + end, toPath: copy + end)
    }
  }
}

import CJournalVFS
import Foundation
import LedgerCore
import LedgerTesting
import SQLite
import TestSupport
import Testing

@testable import BookStorage
@testable import SQLiteStorage

/// Something that was done to a book: what it did to the files, and what the book held after each
/// part of it that was acknowledged.
struct Workload {
  let journal: Journal
  /// The first is that before all.
  let states: [BookState]

  /// Does something to the book at `path`, which need not be there yet.
  ///
  /// `body` is given what each part of the work is wrapped in.
  init(
    on path: String, acknowledgesEarly: Bool = false,
    _ body: (_ part: (() throws -> Void) throws -> Void) throws -> Void
  ) throws {
    let copy = try Scratch.newPath()
    for ending in ["", "-wal"] where FileManager.default.fileExists(atPath: path + ending) {
      try FileManager.default.copyItem(atPath: path + ending, toPath: copy + ending)
    }
    var states = [try BookState(ofBookAt: copy)]
    journal = try Journal(ofBookAt: path) {
      try body { part in
        if acknowledgesEarly { journal_vfs_acknowledge() }
        try part()
        if !acknowledgesEarly { journal_vfs_acknowledge() }
        states.append(try BookState(ofBookAt: path))
      }
    }
    self.states = states
  }

  /// A book is made.
  static func making() throws -> Workload {
    let path = try Scratch.newPath()
    return try Workload(on: path) { part in
      var ledger: SQLiteLedger?
      try part { ledger = try SQLiteLedger.make(at: path, vfs: "journal") }
      try part { _ = try ledger?.record([event("a")], as: draft()) }
      try part { try ledger?.close() }
    }
  }

  /// A book of an older program is brought up to date.
  static func migrating() throws -> Workload {
    let path = try Scratch.newPath()
    _ = try OldBook.make(at: path, version: 11)
    return try Workload(on: path) { part in
      var ledger: SQLiteLedger?
      try part {
        try SQLiteLedger.migrate(path, waitingSeconds: 0, vfs: "journal")
        ledger = try SQLiteLedger.open(path, for: .recording, vfs: "journal")
      }
      try part { _ = try ledger?.record([event("new")], as: draft()) }
      try part { try ledger?.close() }
    }
  }

  /// Facts are recorded one by one and in files, and taken back; the log is merged again and again,
  /// also beside the recording.
  static func recording(
    rounds: Int, synchronous: String = "full", acknowledgesEarly: Bool = false
  ) throws -> Workload {
    let path = try Scenario.bookFile()
    return try Workload(on: path, acknowledgesEarly: acknowledgesEarly) { part in
      for round in 0..<rounds {
        let ledger = try SQLiteLedger.open(path, for: .recording, vfs: "journal")
        try ledger.connection.execute("PRAGMA synchronous = \(synchronous)")
        // Merging syncs what came before, and would hide what is not.
        if synchronous == "full" {
          ledger.connection.logMerger = LogMerger(path: path, leastPages: 1, vfs: "journal")
        }
        try record(round, in: ledger, part)
        try part { try ledger.close() }
      }
    }
  }

  private static func record(
    _ round: Int, in ledger: SQLiteLedger, _ part: (() throws -> Void) throws -> Void
  ) throws {
    let key = "round-\(round)"
    try part { _ = try ledger.record([event(key, brands: ["x"])], as: draft()) }
    for second in 0..<3 {
      try part {
        let at = "2021-12-08T18:00:0\(second)Z"
        _ = try ledger.record([count(Int64(second), event: key, at: at)], as: draft())
      }
    }
    var file = try draft(command: "import")
    file.chunk = Entry.Chunk(first: nil)
    for chunk in 0..<2 {
      try part {
        let sales = try (0..<60).map { try sale(order: "\(round)-\(chunk)-\($0)", event: key) }
        let entry = try ledger.record(sales, as: file).entry
        if chunk == 0 { file.chunk = Entry.Chunk(first: entry) }
      }
    }
    var last: Int64 = 0
    try part { last = try ledger.record([sale(order: key, event: key)], as: draft()).entry ?? 0 }
    try part { _ = try ledger.void(last, reason: "twice", as: draft()) }
    try part {
      try ledger.together {
        _ = try ledger.record([event(key + "-b")], as: draft())
        // As a large insert does.
        let isMerging = try ledger.connection.mergeLogBeside()
        #expect(isMerging == (ledger.connection.logMerger != nil))
        _ = try ledger.record([sale(order: key + "-b", event: key + "-b")], as: draft())
      } isKept: { _ in
        true
      }
    }
  }
}

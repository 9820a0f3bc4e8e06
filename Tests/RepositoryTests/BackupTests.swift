import Foundation
import LedgerCore
import LedgerTesting
import Rows
import SQLite
import TestSupport
import Testing

@testable import BookStorage
@testable import SQLiteStorage

/// Copies of a book, and books made of them.
@Suite struct BackupTests {
  private func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  /// Everything a file holds.
  private func dump(_ path: String) throws -> [[Value]] {
    let connection = try Connection(path: path, mode: .readOnly)
    return try SQLiteSession(connection).tables().flatMap { try connection.all($0.select) }
  }

  private func write(_ count: Int, _ ledger: SQLiteLedger) throws {
    for number in 0..<count { _ = try ledger.record([sale(order: "\(number)")], as: draft()) }
  }

  @Test func `a backup is the book, restored to the same`() throws {
    let path = try Scenario.bookFile()
    let folder = try Scratch.newFolder()
    let made = try SQLiteLedger.open(path, for: .reading).backUp(to: folder + "/copy.db")
    #expect(made.lastEntry?.number == Scenario.entries)
    #expect(try names(folder) == ["copy.db"])
    #expect(try dump(folder + "/copy.db") == dump(path))

    let again = try Scratch.newPath()
    let restored = try SQLiteLedger.restore(made.path, to: again)
    #expect(restored.lastEntry == made.lastEntry)
    #expect(try dump(again) == dump(path))
    let ledger = try SQLiteLedger.open(again, for: .recording)
    #expect(try ledger.record([event("next")], as: draft()).entry == Scenario.entries + 1)
  }

  @Test(arguments: [20, 40, 43, Migration.all.count])
  func `a backup whose rows are not those of its digests is not restored`(version: Int) throws {
    let path = try Scratch.newPath()
    _ = try OldBook.make(at: path, version: version)
    let sound = try SQLiteLedger.restore(path, to: Scratch.newPath())
    #expect(sound.checkedDigests == 3)
    let connection = try Connection(path: path, mode: .readWrite)
    try connection.execute("DROP TRIGGER sale_is_never_updated; UPDATE sale SET quantity = 2")
    let again = try Scratch.newPath()
    #expect(
      throws: LedgerError.damaged(path: path, detail: "entry 3 is not what its digest says")
    ) { try SQLiteLedger.restore(path, to: again) }
    #expect(FileSystem.kind(of: again) == .nothing)
  }

  @Test func `a backup from before the digests is restored, and says that none was checked`()
    throws
  {
    let path = try Scratch.newPath()
    _ = try OldBook.make(at: path, version: 19)
    #expect(try SQLiteLedger.restore(path, to: Scratch.newPath()).checkedDigests == nil)
  }

  @Test func `what is only in the log is in a backup too`() throws {
    let path = try Scratch.newPath()
    let ledger = try SQLiteLedger.make(at: path)
    try ledger.recordEvents("a")
    try write(5, ledger)
    #expect(FileSystem.kind(of: path + "-wal") != .file(bytes: 0))
    let copy = try Scratch.newPath()
    #expect(
      try SQLiteLedger.open(path, for: .reading).backUp(to: copy).lastEntry?.number == 6)
    #expect(try dump(copy) == dump(path))
  }

  @Test func `a backup of a book in use is the book as it was after some entry`() async throws {
    let path = try Scratch.newPath()
    let first = try SQLiteLedger.make(at: path)
    try first.recordEvents("a")
    let folder = try Scratch.newFolder()
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        try await Thread.run {
          let ledger = try SQLiteLedger.open(path, for: .recording)
          for number in 0..<200 {
            _ = try ledger.record([sale(order: "\(number)")], as: draft())
            if number % 20 == 0 { try ledger.close() }
          }
        }
      }
      group.addTask {
        try await Thread.run {
          for number in 0..<8 {
            let copy = folder + "/\(number).db"
            let made = try SQLiteLedger.open(path, for: .reading).backUp(to: copy)
            let ledger = try SQLiteLedger.open(copy, for: .reading)
            let orders = try ledger.totals(of: uk, during: .always).credited.map(\.orders)
            #expect(orders.reduce(0, +) == (made.lastEntry?.number ?? 0) - 1)
            #expect(
              try ledger.totals(of: uk, during: .always)
                == ModelBook(factsOf: copy).facts().totals(of: uk, during: .always))
          }
        }
      }
      try await group.waitForAll()
    }
  }

  @Test(arguments: ["", "-wal", "-journal"])
  func `nothing is written over, nor beside the rests of another book`(end: String) throws {
    let path = try Scenario.bookFile()
    let copy = try Scratch.newPath()
    try Data("mine".utf8).write(to: URL(fileURLWithPath: copy + end))
    let ledger = try SQLiteLedger.open(path, for: .reading)
    #expect(throws: LedgerError.fileExists(path: copy + end)) { try ledger.backUp(to: copy) }
    #expect(throws: LedgerError.fileExists(path: copy + end)) {
      try SQLiteLedger.restore(path, to: copy)
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: copy + end)) == Data("mine".utf8))
  }

  @Test func `what is no ledger, or damaged, is not restored`() throws {
    let text = try Scratch.newPath()
    try Data(repeating: 65, count: 9000).write(to: URL(fileURLWithPath: text))
    let target = try Scratch.newPath()
    #expect(throws: LedgerError.notALedger(path: text)) {
      try SQLiteLedger.restore(text, to: target)
    }
    #expect(throws: LedgerError.noBook(path: target)) {
      try SQLiteLedger.restore(target, to: target + "2")
    }
    // An index that has lost a row of its table.
    let damaged = try Scenario.bookFile()
    let connection = try Connection(path: damaged, mode: .readWrite)
    let roots = try connection.all(
      "SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_event_1'")
    guard case .integer(let root)? = roots.first?.first,
      case .integer(let size)? = try connection.all("PRAGMA page_size").first?.first
    else { throw CancellationError() }
    try connection.checkpoint()
    let file = try #require(FileHandle(forUpdatingAtPath: damaged))
    try file.seek(toOffset: UInt64((root - 1) * size + 3))
    try file.write(contentsOf: Data([0, 0]))
    #expect(throws: LedgerError.self) { try SQLiteLedger.restore(damaged, to: target) }
    #expect(FileSystem.kind(of: target) == .nothing)
  }

  @Test func `a backup of an older program is restored as it is, and upgraded as any other`() throws
  {
    let old = try Scratch.newPath()
    _ = try OldBook.make(at: old, version: 11)
    let path = try Scratch.newPath()
    #expect(try SQLiteLedger.restore(old, to: path).lastEntry?.number == 3)
    let connection = try Connection(path: path, mode: .readOnly)
    #expect(try Book(connection: connection).kind() == .ledger(version: 11))
    _ = try SQLiteLedger.upgrade(path)
    #expect(try SQLiteLedger.open(path, for: .recording).entries(limit: nil).count == 3)
  }

  @Test func `of a folder, the newest are kept, and only the book's own are removed`() throws {
    let path = try Scratch.newPath()
    let ledger = try SQLiteLedger.make(at: path)
    try ledger.recordEvents("a")
    let folder = try Scratch.newFolder()
    // Another book's, a text, and names that are not ours.
    let other = try Scenario.bookFile()
    let others = [
      "book-20201208T170000000Z.db", "book-notes.db", "book-2020.db",
      "other-20201208T170000000Z.db",
    ]
    try FileManager.default.copyItem(atPath: other, toPath: folder + "/" + others[0])
    for name in others.dropFirst() {
      try Data("x".utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
    }
    try Data("x".utf8).write(
      to: URL(fileURLWithPath: folder + "/book-20201208T170000001Z.db"))
    func back(_ second: Int) throws -> BackupRotation {
      try ledger.backUp(
        inFolder: folder, keeping: 2, at: instant("2021-12-08T17:00:0\(second)Z"))
    }
    func backup(_ second: Int) -> String { folder + "/book-20211208T17000\(second)000Z.db" }
    #expect(try back(1).removed == [])
    try ledger.recordEvents("b")
    #expect(try back(2).removed == [])
    let third = try back(3)
    #expect(third.made.path == backup(3))
    #expect(third.removed == [backup(1)])
    #expect(
      third.left == [
        folder + "/book-20201208T170000001Z.db", folder + "/book-20201208T170000000Z.db",
      ])
    // The clock was set back: what was just made stays.
    #expect(try back(0).removed == [backup(2)])
    #expect(
      try names(folder)
        == (others + [
          "book-20201208T170000001Z.db", "book-20211208T170000000Z.db",
          "book-20211208T170003000Z.db",
        ]).sorted())
    #expect(throws: LedgerError.fileExists(path: backup(3))) { try back(3) }
  }
}

import Foundation
import LedgerCore
import LedgerTesting
import SQLite
import TestSupport
import Testing

@testable import BookStorage
@testable import SQLiteStorage

/// One book, one name, one file: for its log, its lock, and each acknowledgement.
@Suite struct IdentityTests {
  private let files = FileManager.default

  private func book() throws -> (path: String, ledger: SQLiteLedger) {
    let path = try Scratch.newPath()
    let ledger = try SQLiteLedger.make(at: path)
    try ledger.recordEvents("a")
    try ledger.close()
    return (path, ledger)
  }

  private func expectError<T>(
    _ expected: LedgerError, _ body: () throws -> T, at location: SourceLocation = #_sourceLocation
  ) {
    #expect(throws: expected, sourceLocation: location) { _ = try body() }
  }

  // MARK: Names

  @Test(arguments: [SQLiteLedger.Access.reading, .recording])
  func `a book with two names is refused under both`(access: SQLiteLedger.Access) throws {
    let (path, ledger) = try book()
    let other = try Scratch.newFolder() + "/other.db"
    try files.linkItem(atPath: path, toPath: other)
    for name in [path, other] {
      expectError(.unsuitable(path: name, .severalNames(2))) {
        try SQLiteLedger.open(name, for: access)
      }
      expectError(.unsuitable(path: name, .severalNames(2))) {
        try SQLiteLedger.restore(name, to: Scratch.newPath())
      }
    }
    // Made while the book is open, between two entries.
    expectError(.unsuitable(path: path, .severalNames(2))) { try ledger.recordEvents("b") }
    try files.removeItem(atPath: other)
    try ledger.recordEvents("b")
    #expect(try ledger.entries(limit: nil).count == 2)
  }

  @Test func `links, folders and relative paths lead to one log and one lock`() throws {
    let (path, _) = try book()
    let folder = BookCopy.folder(of: path)
    let links = try Scratch.newFolder()
    try files.createSymbolicLink(atPath: links + "/a.db", withDestinationPath: path)
    try files.createSymbolicLink(atPath: links + "/b.db", withDestinationPath: "a.db")
    try files.createSymbolicLink(atPath: links + "/folder", withDestinationPath: folder)
    let names = [
      links + "/a.db", links + "/b.db", links + "/folder/book.db",
      folder + "/../"
        + (folder.split(separator: "/").last ?? "") + "/book.db",
      links + "/folder/./././book.db",
    ]
    let holder = try LockFile(besideBookAt: path)
    for (number, name) in names.enumerated() {
      try holder.acquire(waitingSeconds: 0)
      let ledger = try SQLiteLedger.open(name, for: .recording, waitingSeconds: 0)
      #expect(throws: LedgerError.busy(path: ledger.path)) { try ledger.recordEvents("b") }
      holder.release()
      try ledger.recordEvents("e\(number)")
      #expect(try files.contentsOfDirectory(atPath: links).sorted() == ["a.db", "b.db", "folder"])
    }
    let entries = try SQLiteLedger.open(path, for: .reading).entries(limit: nil)
    #expect(entries.count == 1 + names.count)
  }

  @Test func `a link to nothing makes the book where it leads`() throws {
    let target = try Scratch.newPath()
    let link = try Scratch.newFolder() + "/link.db"
    try files.createSymbolicLink(atPath: link, withDestinationPath: target)
    expectError(.noBook(path: target)) { try SQLiteLedger.open(link, for: .reading) }
    #expect(try SQLiteLedger.make(at: link).path == target)
    #expect(files.fileExists(atPath: target + "-lock"))
  }

  @Test func `a link that leads to itself is no book`() throws {
    let link = try Scratch.newFolder() + "/link.db"
    try files.createSymbolicLink(atPath: link, withDestinationPath: link)
    expectError(.noBook(path: link)) { try SQLiteLedger.open(link, for: .reading) }
    #expect(throws: LedgerError.self) { try SQLiteLedger.make(at: link) }
  }

  // MARK: Moved, replaced, deleted

  enum Fate: CaseIterable { case moved, deleted, replaced, replacedByCopy }

  private func suffer(_ fate: Fate, _ path: String) throws {
    switch fate {
    case .moved: try files.moveItem(atPath: path, toPath: path + ".moved")
    case .deleted: try files.removeItem(atPath: path)
    case .replaced:
      try files.removeItem(atPath: path)
      try "something".write(toFile: path, atomically: false, encoding: .utf8)
    case .replacedByCopy:
      let copy = try SQLiteLedger.open(path, for: .reading).backUp(to: path + ".copy")
      #expect(unsafe rename(copy.path, path) == 0)
    }
  }

  @Test(arguments: Fate.allCases)
  func `nothing is acknowledged once the path leads elsewhere`(fate: Fate) throws {
    let (path, ledger) = try book()
    try suffer(fate, path)
    expectError(.moved(path: path, isRecorded: false)) { try ledger.recordEvents("b") }
    expectError(.moved(path: path, isRecorded: false)) {
      try ledger.together {
        try ledger.recordEvents("b")
      } isKept: { _ in
        true
      }
    }
    // A query has a connection of its own, which would read another file.
    expectError(.moved(path: path, isRecorded: nil)) { try ledger.names(attaching: []) }
  }

  @Test(arguments: Fate.allCases)
  func `nor if that happens while it is recorded`(fate: Fate) throws {
    let (path, ledger) = try book()
    expectError(.moved(path: path, isRecorded: true)) {
      try ledger.together {
        try ledger.recordEvents("b")
        try suffer(fate, path)
      } isKept: { _ in
        true
      }
    }
  }

  @Test func `a moved book has all that was acknowledged, once it is closed`() throws {
    let (path, ledger) = try book()
    try ledger.recordEvents("b")
    #expect(FileSystem.kind(of: path + "-wal") != .file(bytes: 0))
    try files.moveItem(atPath: path, toPath: path + ".moved")
    try ledger.close()
    #expect(FileSystem.kind(of: path + "-wal") == .file(bytes: 0))
    let moved = try SQLiteLedger.open(path + ".moved", for: .reading)
    #expect(try moved.entries(limit: nil).count == 2)
  }

  @Test func `the log of a former file is not replayed into another one`() throws {
    let (path, ledger) = try book()
    let backup = try ledger.backUp(to: Scratch.newPath())
    try ledger.recordEvents("b")
    #expect(unsafe rename(backup.path, path) == 0)
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    for access in [SQLiteLedger.Access.reading, .recording] {
      expectError(.foreignLog(path: path)) { try SQLiteLedger.open(path, for: access) }
    }
    let new = try Scratch.newPath()
    expectError(.foreignLog(path: path)) { try SQLiteLedger.move(path, to: new) }
    expectError(.foreignLog(path: path)) { try SQLiteLedger.restore(path, to: new) }
    #expect(!files.fileExists(atPath: new))
    // Nor by the process that had the former one open, once somebody records in the new one.
    try files.moveItem(atPath: path + "-wal", toPath: path + ".log")
    try files.moveItem(atPath: path, toPath: path + ".old")
    _ = try SQLiteLedger.restore(path + ".old", to: path)
    let other = try SQLiteLedger.open(path, for: .recording)
    try other.recordEvents("c")
    try ledger.close()
    #expect(try other.verify(VerificationPlan()).flaws == [])
    #expect(try other.entries(limit: nil).count == 2)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path + ".old")) == before)
  }

  @Test func `a book that is copied with its log goes on`() throws {
    let (path, ledger) = try book()
    try ledger.recordEvents("b")
    let copy = try Scratch.newPath()
    for end in ["", "-wal", "-lock"] { try files.copyItem(atPath: path + end, toPath: copy + end) }
    let copied = try SQLiteLedger.open(copy, for: .recording)
    try copied.recordEvents("c")
    #expect(try copied.entries(limit: nil).count == 3)
  }

  // MARK: What was acknowledged

  @Test func `an older copy in the book's place is said to be that`() throws {
    let (path, ledger) = try book()
    let backup = try ledger.backUp(to: Scratch.newPath())
    try ledger.recordEvents("b")
    let receipt = try #require(try ledger.rows.lastReceipt())
    try ledger.close()
    #expect(unsafe rename(backup.path, path) == 0)
    let loss = LedgerError.entriesMissing(
      path: path, acknowledged: receipt, last: 1, isReplaced: true)
    expectError(loss) { try SQLiteLedger.open(path, for: .recording) }
    let reader = try SQLiteLedger.open(path, for: .reading)
    #expect(reader.loss == loss)
    #expect(try reader.verify(VerificationPlan()).flaws.map(\.reason) == ["\(loss)"])
    // The way out.
    try files.moveItem(atPath: path, toPath: path + ".old")
    _ = try SQLiteLedger.restore(path + ".old", to: path)
    try SQLiteLedger.open(path, for: .recording).recordEvents("c")
  }

  @Test func `a book of an older version in the book's place is said to be that`() throws {
    for version in [12, 24, 39] {
      let path = try Scratch.newPath()
      _ = try OldBook.make(at: path, version: version)
      let made = try Connection(path: path, mode: .readWrite)
      _ = try Book(connection: made).kind()
      try made.checkpoint()
      let old = path + ".old"
      try files.copyItem(atPath: path, toPath: old)
      _ = try SQLiteLedger.upgrade(path, keepsCopy: false)
      let ledger = try SQLiteLedger.open(path, for: .recording)
      try ledger.recordEvents("b")
      let receipt = try #require(try ledger.rows.lastReceipt())
      try ledger.close()
      #expect(unsafe rename(old, path) == 0)
      let loss = LedgerError.entriesMissing(
        path: path, acknowledged: receipt, last: 3, isReplaced: true)
      expectError(loss) { try SQLiteLedger.open(path, for: .recording) }
      expectError(loss) { try SQLiteLedger.upgrade(path) }
      #expect(try SQLiteLedger.openCopy(ofOlder: path).loss == loss)
    }
  }

  @Test func `what another process acknowledged is not recorded over`() throws {
    let (path, ledger) = try book()
    // Without the memory that they share, neither sees what the other one writes.
    try files.removeItem(atPath: path + "-shm")
    let other = Process()
    other.executableURL = Program.url
    other.arguments = ["void", "1", "--reason", "x", "--db", path]
    other.standardError = FileHandle.nullDevice
    try other.run()
    other.waitUntilExit()
    let receipt = try #require(LockFile.found(besideBookAt: path).mark?.receipt)
    expectError(
      .entriesMissing(path: path, acknowledged: receipt, last: 1, isReplaced: false)
    ) { try ledger.recordEvents("c") }
  }

  @Test func `a book that lacks something is not attached in silence`() throws {
    let (path, ledger) = try book()
    let backup = try ledger.backUp(to: Scratch.newPath())
    try ledger.recordEvents("b")
    try ledger.close()
    #expect(unsafe rename(backup.path, path) == 0)
    let asking = try SQLiteLedger.inMemory()
    #expect(throws: LedgerError.self) {
      try asking.names(attaching: [Query.Attachment(name: "other", path: path)])
    }
  }

  @Test func `any flipped bit in the log is seen that takes an entry away`() throws {
    let (path, ledger) = try book()
    for number in 0..<5 { try ledger.recordEvents("e\(number)") }
    let log = try Data(contentsOf: URL(fileURLWithPath: path + "-wal"))
    let copy = try Scratch.newPath()
    var generator = SeededGenerator(for: "flipped bits of a log and the mark")
    for _ in 0..<10 {
      for end in ["", "-lock"] {
        try? files.removeItem(atPath: copy + end)
        try files.copyItem(atPath: path + end, toPath: copy + end)
      }
      try? files.removeItem(atPath: copy + "-shm")
      var damaged = log
      let place = Int.random(in: log.indices, using: &generator)
      damaged[place] ^= 1 << Int.random(in: 0..<8, using: &generator)
      try damaged.write(to: URL(fileURLWithPath: copy + "-wal"))
      guard let reader = try? SQLiteLedger.open(copy, for: .reading) else { continue }
      let count = (try? reader.entries(limit: nil).count) ?? 0
      #expect(count == 6 || reader.loss != nil)
    }
  }

  @Test func `the mark may be behind the book, and may be cut`() throws {
    let (path, ledger) = try book()
    let lock = try Data(contentsOf: URL(fileURLWithPath: path + "-lock"))
    try ledger.recordEvents("b")
    let now = try Data(contentsOf: URL(fileURLWithPath: path + "-lock"))
    #expect(now != lock)
    for mark in [lock, now, now.prefix(100), Data(), Data([1, 2])] {
      try mark.write(to: URL(fileURLWithPath: path + "-lock"))
      let ledger = try SQLiteLedger.open(path, for: .recording)
      #expect(ledger.loss == nil)
      #expect(ledger.isMarkDamaged == (mark.count == 100))
      #expect(try ledger.verify(VerificationPlan()).isSound != ledger.isMarkDamaged)
    }
  }

  @Test func `a book of a former book's name begins anew`() throws {
    let (path, ledger) = try book()
    try ledger.recordEvents("b")
    for end in ["", "-wal", "-shm"] { try? files.removeItem(atPath: path + end) }
    let new = try SQLiteLedger.make(at: path)
    try new.recordEvents("c")
    #expect(try SQLiteLedger.open(path, for: .reading).loss == nil)
  }
}

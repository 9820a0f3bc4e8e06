import Foundation
import LedgerCore
import LedgerTesting
import SQLite
import TestSupport
import Testing

@testable import BookStorage
@testable import SQLiteStorage

/// A book that gets another name, and who may use what is beside a book.
@Suite struct MovingTests {
  private let files = FileManager.default

  private func book() throws -> String {
    let path = try Scratch.newPath()
    let ledger = try SQLiteLedger.make(at: path)
    try ledger.recordEvents("a")
    return path
  }

  @Test func `a moved book has its entries, its mark and nothing at the old name`() throws {
    let path = try book()
    let receipt = try SQLiteLedger.open(path, for: .reading).rows.lastReceipt()
    let folder = try Scratch.newFolder()
    #expect(try SQLiteLedger.move(path, to: folder) == folder + "/book.db")
    #expect(try files.contentsOfDirectory(atPath: BookCopy.folder(of: path)) == [])
    let moved = try SQLiteLedger.open(folder + "/book.db", for: .recording)
    #expect(LockFile.found(besideBookAt: moved.path).mark?.receipt == receipt)
    // A reader keeps nobody from recording.
    let reader = try SQLiteLedger.open(moved.path, for: .reading)
    try reader.reading {
      _ = try reader.entries(limit: nil)
      try moved.recordEvents("b")
    }
    #expect(try moved.verify(VerificationPlan()).flaws == [])
  }

  @Test func `a book that somebody reads or records in is not moved`() throws {
    let path = try book()
    let reader = try SQLiteLedger.open(path, for: .reading)
    let new = try Scratch.newPath()
    #expect(throws: LedgerError.busy(path: path)) {
      try SQLiteLedger.move(path, to: new, waitingSeconds: 0)
    }
    #expect(try reader.entries(limit: nil).count == 1)
    #expect(!files.fileExists(atPath: new))
  }

  @Test func `the mark of a former book of the new name is not taken for its own`() throws {
    let former = try book()
    for end in ["", "-wal", "-shm"] { try? files.removeItem(atPath: former + end) }
    let path = try book()
    try files.removeItem(atPath: path + "-lock")
    #expect(try SQLiteLedger.move(path, to: former) == former)
    #expect(try SQLiteLedger.open(former, for: .recording).loss == nil)
  }

  @Test func `no file is overwritten`() throws {
    let (path, other) = (try book(), try book())
    #expect(throws: LedgerError.fileExists(path: other)) {
      try SQLiteLedger.move(path, to: other)
    }
    #expect(throws: LedgerError.noBook(path: path + "x")) {
      try SQLiteLedger.move(path + "x", to: path + "y")
    }
    #expect(throws: LedgerError.self) { try SQLiteLedger.move(path, to: path + "/x") }
    #expect(try SQLiteLedger.open(path, for: .reading).entries(limit: nil).count == 1)
  }

  @Test(arguments: [0o600, 0o640, 0o664])
  func `what is beside a book is used by those who use the book`(mode: Int) throws {
    let path = try book()
    try files.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    let ledger = try SQLiteLedger.open(path, for: .recording)
    let backup = try ledger.backUp(to: path + ".copy").path
    let restored = try SQLiteLedger.restore(backup, to: path + ".again").path
    for file in [path + "-lock", backup, restored, restored + "-lock"] {
      let found = try files.attributesOfItem(atPath: file)[.posixPermissions] as? Int
      #expect(found == mode, "\(file)")
    }
  }

  @Test func `a lock file that is something else is left as it is`() throws {
    let path = try book()
    let victim = try Scratch.newFolder() + "/victim"
    try "precious".write(toFile: victim, atomically: false, encoding: .utf8)
    func expectRefused(_ what: LedgerError.NotAFile, _ make: () throws -> ()) throws {
      try? files.removeItem(atPath: path + "-lock")
      try make()
      #expect(throws: LedgerError.unsuitable(path: path + "-lock", .lock(what))) {
        try SQLiteLedger.open(path, for: .recording)
      }
      #expect(try SQLiteLedger.open(path, for: .reading).entries(limit: nil).count == 1)
    }
    try expectRefused(.link) {
      try files.createSymbolicLink(atPath: path + "-lock", withDestinationPath: victim)
    }
    try expectRefused(.link) {
      try files.createSymbolicLink(atPath: path + "-lock", withDestinationPath: "nowhere")
    }
    try expectRefused(.severalNames) {
      try files.linkItem(atPath: victim, toPath: path + "-lock")
    }
    try expectRefused(.folder) {
      try files.createDirectory(atPath: path + "-lock", withIntermediateDirectories: false)
    }
    try expectRefused(.other) { #expect(unsafe mkfifo(path + "-lock", 0o600) == 0) }
    #expect(try String(contentsOfFile: victim, encoding: .utf8) == "precious")
  }

  @Test func `network file systems and synchronised folders are recognised`() throws {
    let folder = try Scratch.newFolder()
    try files.createDirectory(atPath: folder + "/a/b", withIntermediateDirectories: true)
    let ledger = try SQLiteLedger.make(at: folder + "/a/b/book.db")
    #expect(ledger.caution == nil)
    try files.createDirectory(atPath: folder + "/.stfolder", withIntermediateDirectories: false)
    #expect(ledger.caution == .synchronised("Syncthing"))
  }
}

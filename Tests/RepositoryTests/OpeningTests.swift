import Foundation
import LedgerCore
import LedgerTesting
import Rows
import SQLite
import TestSupport
import Testing

@testable import BookStorage
@testable import SQLiteStorage

/// What is at a path, and what the program says of it.
@Suite struct OpeningTests {
  private static let accesses = [SQLiteLedger.Access.reading, .recording]

  private func expect(
    _ expected: (String) -> LedgerError, at path: String, access: SQLiteLedger.Access
  ) {
    #expect(throws: expected(path)) { try SQLiteLedger.open(path, for: access) }
  }

  private func write(_ text: String) throws -> String {
    let path = try Scratch.newPath()
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    return path
  }

  @Test(arguments: accesses)
  func `a path where nothing is has no book, and gets none`(access: SQLiteLedger.Access) throws {
    let path = try Scratch.newPath()
    expect(LedgerError.noBook, at: path, access: access)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test(arguments: accesses)
  func `a folder is not a ledger`(access: SQLiteLedger.Access) throws {
    let path = try Scratch.newFolder()
    expect(LedgerError.notALedger, at: path, access: access)
    #expect(throws: LedgerError.bookExists(path: path)) { try SQLiteLedger.make(at: path) }
  }

  @Test(
    arguments: accesses,
    ["event,at\n", "x", String(repeating: "event,at,metric,count\n", count: 500)])
  func `a text file is not a ledger, and stays as it is`(
    access: SQLiteLedger.Access, text: String
  ) throws {
    let path = try write(text)
    expect(LedgerError.notALedger, at: path, access: access)
    #expect(throws: LedgerError.bookExists(path: path)) { try SQLiteLedger.make(at: path) }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }

  @Test(
    arguments: accesses,
    [
      "CREATE TABLE t (n INTEGER)", "PRAGMA user_version = 3", "PRAGMA application_id = 7",
      "CREATE TABLE event (key TEXT); PRAGMA user_version = 9",
    ])
  func `another program's database is not a ledger, and stays as it is`(
    access: SQLiteLedger.Access, sql: String
  ) throws {
    let path = try Scratch.newPath()
    try Connection(path: path, mode: .create).execute(sql)
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    expect(LedgerError.notALedger, at: path, access: access)
    #expect(throws: LedgerError.bookExists(path: path)) { try SQLiteLedger.make(at: path) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }

  @Test(arguments: accesses)
  func `an empty file is not a ledger until one is made in it`(
    access: SQLiteLedger.Access
  ) throws {
    let path = try write("")
    expect(LedgerError.noBook, at: path, access: access)
    let ledger = try SQLiteLedger.make(at: path)
    try ledger.recordEvents("a")
    try ledger.close()
    let again = try SQLiteLedger.open(path, for: access)
    #expect(try again.event(EventKey("a")).entry.number == 1)
  }

  @Test func `a database that holds nothing is taken for a new book`() throws {
    let path = try Scratch.newPath()
    try Connection(path: path, mode: .create).execute("PRAGMA journal_mode = wal")
    expect(LedgerError.noBook, at: path, access: .recording)
    #expect(try SQLiteLedger.make(at: path).record([event("a")], as: draft()).entry == 1)
  }

  @Test(arguments: accesses)
  func `a book of a newer program is refused and stays as it is`(
    access: SQLiteLedger.Access
  ) throws {
    let path = try Scenario.bookFile()
    let supported = Migration.all.count
    try Connection(path: path, mode: .readWrite)
      .execute("PRAGMA user_version = \(supported + 1); CREATE TABLE future (n INTEGER) STRICT")
    #expect(
      throws: LedgerError.newerBook(path: path, version: supported + 1, supported: supported)
    ) { try SQLiteLedger.open(path, for: access) }
    let connection = try Connection(path: path, mode: .readOnly)
    #expect(
      try connection.all("PRAGMA user_version") == [[.integer(Int64(supported + 1))]])
  }

  @Test func `a book is not made over another`() throws {
    let path = try Scenario.bookFile()
    #expect(throws: LedgerError.bookExists(path: path)) { try SQLiteLedger.make(at: path) }
    #expect(
      try SQLiteLedger.open(path, for: .reading).entries(limit: nil).count == Int(Scenario.entries))
  }

  @Test func `a folder that is not there cannot hold a book`() throws {
    let path = try Scratch.newFolder() + "/missing/book.db"
    #expect(throws: LedgerError.cannotOpen(path: path)) { try SQLiteLedger.make(at: path) }
  }

  @Test func `a book that is opened to be read refuses to record`() throws {
    let path = try Scenario.bookFile()
    let ledger = try SQLiteLedger.open(path, for: .reading)
    let error = #expect(throws: LedgerError.self) {
      try ledger.record([event("new")], as: draft())
    }
    #expect(error?.code == .refused)
    #expect(error?.description.contains("opened to read") == true)
    #expect(try ledger.entries(limit: nil).count == Int(Scenario.entries))
  }

  @Test func `what one program records another reads, without either closing`() throws {
    let path = try Scratch.newPath()
    let writer = try SQLiteLedger.make(at: path)
    let reader = try SQLiteLedger.open(path, for: .reading)
    try writer.recordEvents("a")
    #expect(try reader.events(in: nil, during: .always, limit: nil).count == 1)
    try writer.recordEvents("b")
    #expect(try reader.events(in: nil, during: .always, limit: nil).count == 2)
    try writer.close()
    #expect(try reader.events(in: nil, during: .always, limit: nil).count == 2)
  }

  @Test func `closing moves all that was recorded into the one file`() throws {
    let path = try Scenario.bookFile()
    let copy = try Scratch.newPath()
    try FileManager.default.copyItem(atPath: path, toPath: copy)
    #expect(
      try SQLiteLedger.open(copy, for: .reading).entries(limit: nil).count == Int(Scenario.entries))
  }

  @Test(arguments: ["with space.db", "file:x?mode=memory", ":memory:", "ไลฟ์?.db"])
  func `a book may have any name that a file may have`(name: String) throws {
    let path = try Scratch.newFolder() + "/" + name
    let ledger = try SQLiteLedger.make(at: path)
    try ledger.recordEvents("a")
    try ledger.close()
    #expect(try SQLiteLedger.open(path, for: .reading).entries(limit: nil).count == 1)
  }
}

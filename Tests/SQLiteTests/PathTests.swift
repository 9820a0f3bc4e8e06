import Foundation
import Rows
import SQLite
import TestSupport
import Testing

/// In one process there is one current folder, so these run one after the other.
@Suite(.serialized) struct PathTests {
  @Test(arguments: [
    "file:plain.db", "file:x?mode=memory", "file::memory:", ":memory:", ":memory:?x", "a%20b.db",
    "with space.db", "ไลฟ์.db", "q?mode=ro&vfs=none.db", "it's \"quoted\".db",
  ])
  func `a path is always the name of a file`(name: String) throws {
    let folder = try Scratch.newFolder()
    let files = FileManager.default
    let before = files.currentDirectoryPath
    #expect(files.changeCurrentDirectoryPath(folder))
    defer { _ = files.changeCurrentDirectoryPath(before) }

    try Connection(path: name, mode: .create).execute(
      "CREATE TABLE t (n INTEGER) STRICT")
    #expect(try files.contentsOfDirectory(atPath: folder) == [name])
    let again = try Connection(path: name, mode: .readOnly)
    #expect(try again.all("SELECT count(*) FROM t") == [[.integer(0)]])
  }

  @Test func `a file that is not there is only made on demand`() throws {
    let path = try Scratch.newPath()
    for mode in [OpenMode.readOnly, .readWrite] {
      do throws(StorageError) {
        _ = try Connection(path: path, mode: mode)
        Issue.record("opened with \(mode)")
      } catch {
        #expect(error.code.primary == .cannotOpen)
      }
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func `a read-only connection refuses writes`() throws {
    let path = try Scratch.newPath()
    try Connection(path: path, mode: .create).execute("CREATE TABLE t (n INTEGER) STRICT")
    let reader = try Connection(path: path, mode: .readOnly)
    #expect(reader.error(of: "INSERT INTO t VALUES (1)")?.code.primary == .readOnly)
    #expect(reader.error(of: "DROP TABLE t")?.code.primary == .readOnly)
    #expect(try reader.all("SELECT * FROM t").isEmpty)
  }

  @Test func `a file that is no database is told by its code`() throws {
    let path = try Scratch.newPath()
    let text = String(repeating: "event,at,count\n", count: 200)
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    let connection = try Connection(path: path, mode: .readWrite)
    #expect(connection.error(of: "SELECT * FROM sqlite_schema")?.code == .notADatabase)
  }

  @Test func `SQL cannot edit the schema behind SQLite's back`() throws {
    let connection = try Connection(inMemory: ())
    try connection.execute("CREATE TABLE t (n INTEGER) STRICT; PRAGMA writable_schema = on")
    #expect(connection.error(of: "DELETE FROM sqlite_schema") != nil)
    #expect(try connection.all("SELECT name FROM sqlite_schema") == [[.text("t")]])
  }
}

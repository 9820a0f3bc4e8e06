import Rows
import SQLite
import TestSupport
import Testing

@Suite struct TransactionTests {
  let path: String
  let connection: Connection

  init() throws {
    path = try Scratch.newPath()
    connection = try Connection(path: path, mode: .create)
    try connection.execute("PRAGMA journal_mode = wal; CREATE TABLE t (n INTEGER) STRICT")
  }

  private func count(_ connection: Connection) throws -> Int64? {
    var statement = try connection.statement("SELECT count(*) FROM t")
    return try statement.first { row throws(StorageError) in try row.integer(0) }
  }

  @Test func `a transaction keeps what its body did, and returns its result`() throws {
    let result = try connection.transaction { () throws(StorageError) in
      #expect(connection.isInTransaction)
      try connection.execute("INSERT INTO t VALUES (1)")
      return "done"
    }
    #expect(result == "done")
    #expect(!connection.isInTransaction)
    #expect(try count(try Connection(path: path, mode: .readOnly)) == 1)
  }

  @Test func `a transaction rolls back when its body throws`() throws {
    let stopped = StorageError(code: .interrupt, message: "stopped")
    #expect(throws: stopped) {
      try connection.transaction { () throws(StorageError) in
        try connection.execute("INSERT INTO t VALUES (1)")
        throw stopped
      }
    }
    #expect(!connection.isInTransaction)
    #expect(try count(connection) == 0)
    try connection.transaction { () throws(StorageError) in
      try connection.execute("INSERT INTO t VALUES (2)")
    }
    #expect(try count(connection) == 1)
  }

  @Test func `a transaction whose commit fails keeps nothing`() throws {
    try connection.execute(
      """
      PRAGMA foreign_keys = on;
      CREATE TABLE child (t INTEGER REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED) STRICT;
      CREATE TABLE parent (id INTEGER PRIMARY KEY) STRICT;
      """)
    #expect(throws: StorageError.self) {
      try connection.transaction { () throws(StorageError) in
        try connection.execute("INSERT INTO child VALUES (1)")
      }
    }
    #expect(!connection.isInTransaction)
    #expect(try connection.all("SELECT * FROM child").isEmpty)
  }

  @Test func `a snapshot does not see what others record meanwhile`() throws {
    let other = try Connection(path: path, mode: .readWrite)
    try connection.snapshot { () throws(StorageError) in
      #expect(try connection.all("SELECT count(*) FROM t") == [[.integer(0)]])
      try other.execute("INSERT INTO t VALUES (1)")
      #expect(try connection.all("SELECT count(*) FROM t") == [[.integer(0)]])
    }
    #expect(try count(connection) == 1)
  }

  @Test func `a snapshot within a transaction is of that transaction`() throws {
    try connection.transaction { () throws(StorageError) in
      try connection.execute("INSERT INTO t VALUES (1)")
      try connection.snapshot { () throws(StorageError) in
        #expect(try connection.all("SELECT count(*) FROM t") == [[.integer(1)]])
      }
      #expect(connection.isInTransaction)
    }
  }

  @Test func `a part of a transaction that throws is undone, and no more than that`() throws {
    let stopped = StorageError(code: .interrupt, message: "stopped")
    try connection.transaction { () throws(StorageError) in
      try connection.savepoint { () throws(StorageError) in
        try connection.execute("INSERT INTO t VALUES (1)")
      }
      #expect(throws: stopped) {
        try connection.savepoint { () throws(StorageError) in
          try connection.execute("INSERT INTO t VALUES (2)")
          throw stopped
        }
      }
      #expect(connection.isInTransaction)
      try connection.execute("INSERT INTO t VALUES (3)")
    }
    #expect(try connection.all("SELECT n FROM t") == [[.integer(1)], [.integer(3)]])
  }

  @Test func `a second writer is told that the file is busy`() throws {
    let other = try Connection(path: path, mode: .readWrite)
    other.setBusyTimeout(seconds: 0.001)
    try connection.transaction { () throws(StorageError) in
      do throws(StorageError) {
        try other.execute("INSERT INTO t VALUES (1)")
        Issue.record("both could write")
      } catch {
        #expect(error.code.primary == .busy)
      }
    }
  }

  @Test func `a checkpoint that a reader stands in the way of is busy`() throws {
    let reader = try Connection(path: path, mode: .readOnly)
    try connection.execute("INSERT INTO t VALUES (1)")
    try reader.snapshot { () throws(StorageError) in
      _ = try reader.all("SELECT * FROM t")
      do throws(StorageError) {
        try connection.execute("INSERT INTO t VALUES (2)")
        try connection.checkpoint()
        Issue.record("the log was emptied under a reader")
      } catch {
        #expect(error.code.primary == .busy)
      }
    }
    try connection.checkpoint()
  }
}

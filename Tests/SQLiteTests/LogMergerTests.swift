import Foundation
import Rows
import TestSupport
import Testing

@testable import SQLite

/// What was committed is moved from the log into the file while a transaction goes on.
@Suite struct LogMergerTests {
  let path: String
  let connection: Connection

  init() throws {
    path = try Scratch.newPath()
    connection = try Connection(path: path, mode: .create)
    try connection.execute(
      """
      PRAGMA journal_mode = wal;
      PRAGMA wal_autocheckpoint = 0;
      CREATE TABLE t (n INTEGER PRIMARY KEY, filling BLOB) STRICT;
      """)
  }

  private func insert(_ numbers: ClosedRange<Int>) throws(StorageError) {
    try connection.execute(
      """
      WITH RECURSIVE n(i) AS (SELECT \(numbers.lowerBound)
        UNION ALL SELECT i + 1 FROM n WHERE i < \(numbers.upperBound))
      INSERT INTO t SELECT i, zeroblob(500) FROM n
      """)
  }

  private func record(_ numbers: ClosedRange<Int>) throws(StorageError) {
    try connection.transaction { () throws(StorageError) in
      try insert(numbers.lowerBound...numbers.lowerBound)
      try connection.mergeLogBeside()
      if numbers.count > 1 { try insert(numbers.lowerBound + 1...numbers.upperBound) }
    }
  }

  /// How many rows the file has without its log.
  private func countInFile() throws -> Int64? {
    let copy = try Scratch.newPath()
    try FileManager.default.copyItem(atPath: path, toPath: copy)
    return try count(try Connection(path: copy, mode: .readWrite))
  }

  private func count(_ connection: Connection) throws(StorageError) -> Int64? {
    var statement = try connection.statement("SELECT count(*) FROM t")
    return try statement.first { row throws(StorageError) in try row.integer(0) }
  }

  @Test func `what was committed before is in the file when the transaction is`() throws {
    connection.logMerger = LogMerger(path: path, leastPages: 1)
    try record(1...100)
    try record(101...200)
    #expect(try countInFile() == 100)
    #expect(try count(connection) == 200)
  }

  @Test func `nothing is moved unless it is asked for, or while there is less than that`() throws {
    try record(1...100)
    try record(101...200)
    connection.logMerger = LogMerger(path: path, leastPages: 1_000_000)
    try record(201...300)
    #expect(throws: StorageError.self) { try countInFile() }
  }

  @Test func `what is taken back is moved no more than what never was`() throws {
    connection.logMerger = LogMerger(path: path, leastPages: 1)
    try record(1...100)
    let stopped = StorageError(code: .interrupt, message: "stopped")
    #expect(throws: stopped) {
      try connection.transaction { () throws(StorageError) in
        try insert(101...101)
        try connection.mergeLogBeside()
        try insert(102...1000)
        throw stopped
      }
    }
    #expect(try countInFile() == 100)
    #expect(try count(connection) == 100)
    try record(101...200)
    #expect(try count(connection) == 200)
  }

  @Test func `a reader keeps what it saw`() throws {
    connection.logMerger = LogMerger(path: path, leastPages: 1)
    try record(1...100)
    let reader = try Connection(path: path, mode: .readOnly)
    try reader.begin("BEGIN")
    #expect(try count(reader) == 100)
    for round in 1...20 { try record(round * 100 + 1...round * 100 + 100) }
    #expect(try count(reader) == 100)
    reader.rollBack()
    #expect(try count(reader) == 2100)
  }

  /// The cache holds little of a transaction, which therefore writes to the log while that is moved;
  /// and the log is emptied now and then.
  @Test func `nothing is lost while both threads write`() throws {
    connection.logMerger = LogMerger(path: path, leastPages: 1)
    try connection.execute("PRAGMA cache_size = 10; PRAGMA wal_autocheckpoint = 100")
    var last = 0
    for round in 1...300 {
      let count = round % 7 == 0 ? 1 : 20 + round % 60
      try record(last + 1...last + count)
      last += count
      if round % 40 == 0 { try connection.checkpoint() }
    }
    #expect(try count(connection) == Int64(last))
    let other = try Connection(path: path, mode: .readOnly)
    #expect(try count(other) == Int64(last))
    #expect(try other.all("PRAGMA integrity_check") == [[.text("ok")]])
  }
}

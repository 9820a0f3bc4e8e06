import Foundation
import LedgerCore
import LedgerTesting
import SQLite
import TestSupport
import Testing

@testable import BookStorage
@testable import SQLiteStorage

/// That a question is asked behind every layer of the gate; what each does alone is in
/// `RestrictionTests`, and what becomes of hostile statements in `HarmlessTests`.
@Suite struct GateTests {
  private static let endless = """
    WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x FROM c) SELECT count(*) FROM c
    """

  private func fault(_ sql: String, to ledger: SQLiteLedger) throws -> QueryFault? {
    do {
      _ = try ledger.answer(Query(sql))
      return nil
    } catch let fault as QueryFault { return fault }
  }

  private func newPath() -> String {
    FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".db").path()
  }

  @Test func `a question is asked behind every restriction, of files that are only read`() throws {
    let (path, other) = (newPath(), newPath())
    defer {
      for file in [path, other] {
        for end in ["", "-wal", "-shm", "-lock"] {
          try? FileManager.default.removeItem(atPath: file + end)
        }
      }
    }
    for file in [path, other] { _ = try SQLiteLedger.make(at: file) }
    let ledger = try SQLiteLedger.open(path, for: .recording)
    let attachment = Query.Attachment(name: "other", path: other)
    let session = try ledger.session(attaching: [attachment])
    let query = Query("SELECT count(*) FROM event, other.event", attachments: [attachment])
    #expect(try ledger.answer(query).rows == [[.integer(0)]])
    #expect(session.connection.restrictions == Set(Restriction.allCases))
    #expect(session.connection.isReadOnly("main"))
    #expect(session.connection.isReadOnly("other"))
    #expect(ledger.connection.restrictions.isEmpty)
  }

  @Test func `a ledger that was asked records as before`() throws {
    let ledger = try SQLiteLedger.make(at: Scratch.newPath())
    #expect(try fault("DELETE FROM event", to: ledger)?.reason == .onlyReads)
    #expect(try ledger.answer(Query("SELECT count(*) FROM event")).rows == [[.integer(0)]])
    try ledger.recordEvents("a")
    #expect(try ledger.answer(Query("SELECT count(*) FROM event")).rows == [[.integer(1)]])
  }

  @Test func `a query sees what was recorded before it, and nothing that is not committed`() throws
  {
    let ledger = try SQLiteLedger.make(at: Scratch.newPath())
    let count = Query("SELECT count(*) FROM event")
    #expect(try ledger.reading { try ledger.answer(count) }.rows == [[.integer(0)]])
    let before = try ledger.together {
      try ledger.recordEvents("a")
      return try ledger.answer(count)
    }
    #expect(before.rows == [[.integer(0)]])
    #expect(try ledger.answer(count).rows == [[.integer(1)]])
  }

  @Test func `two queries run at once in one process, each with its own deadline`() async throws {
    let path = try Scratch.newPath()
    try SQLiteLedger.make(at: path).recordEvents("a")
    let late = Task.detached {
      let ledger = try SQLiteLedger.open(path, for: .reading)
      _ = try ledger.answer(Query(Self.endless, timeLimit: .milliseconds(50)))
    }
    let ledger = try SQLiteLedger.open(path, for: .reading)
    for _ in 0..<20 {
      #expect(try ledger.answer(Query("SELECT key FROM event")).rows == [[.text("a")]])
    }
    await #expect(throws: QueryFault(.tooLate(limit: .milliseconds(50)))) { try await late.value }
  }

  @Test func `the time that the receiver of rows takes does not count`() throws {
    struct Slow: AnswerReceiver {
      var rows = 0
      mutating func begin(_ columns: [String]) {}
      mutating func add(_ row: some AnswerRow) {
        rows += 1
        usleep(20_000)
      }
    }
    let ledger = try SQLiteLedger.inMemory()
    var slow = Slow()
    // Enough steps for SQLite to look at the clock between two rows.
    let sql = """
      WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 20000)
      SELECT x FROM c WHERE x % 2000 = 0
      """
    _ = try ledger.ask(Query(sql, timeLimit: .milliseconds(150)), to: &slow)
    #expect(slow.rows == 10)
  }

  @Test func `a query that takes too much memory is stopped, and the next one runs`() throws {
    let ledger = try SQLiteLedger.inMemory()
    let large = """
      WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 500)
      SELECT count(*) FROM (SELECT randomblob(999999) AS b FROM c ORDER BY b)
      """
    #expect(
      try fault(large, to: ledger)?.reason == .tooMuchMemory(limit: Int(Query.memoryLimit)))
    #expect(try ledger.answer(Query("SELECT 1 AS n")).rows == [[.integer(1)]])
  }

  @Test(arguments: [
    "DELETE FROM event", "CREATE TABLE t (n)", "BEGIN", "COMMIT", "SAVEPOINT s", "ANALYZE",
    "VACUUM",
    "ATTACH ':memory:' AS other", "DROP TABLE event", "DELETE FROM event RETURNING key",
    "PRAGMA wal_checkpoint(TRUNCATE)", "PRAGMA query_only = off",
  ])
  func `a statement that writes or answers nothing is refused without a restriction`(
    sql: String
  ) throws {
    let ledger = try SQLiteLedger.inMemory()
    ledger.restrictions = []
    #expect(try fault(sql, to: ledger)?.reason == .onlyReads)
    #expect(try fault("SELECT 1", to: ledger) == nil)
  }

  @Test func `a statement that is two, or none, or has a NUL is refused without a restriction`()
    throws
  {
    let ledger = try SQLiteLedger.inMemory()
    ledger.restrictions = []
    for (sql, words) in [
      ("SELECT 1; SELECT 2", "more than one"), ("-- nothing", "no statement"),
      ("SELECT 1\0", "NUL"), ("SELECT 1" + String(repeating: " ", count: 200_000), "100,000 bytes"),
    ] {
      #expect(try fault(sql, to: ledger)?.sentence.contains(words) == true)
    }
  }

  @Test func `who asks can stop`() throws {
    let ledger = try SQLiteLedger.inMemory()
    #expect(throws: QueryFault(.stopped)) {
      try ledger.answer(Query(Self.endless), isCancelled: { true })
    }
  }
}

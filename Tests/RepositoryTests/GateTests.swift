import Foundation
import LedgerCore
import LedgerTesting
import SQLite
import Testing

@testable import SQLiteStorage

/// That a question is asked behind every layer of the gate; what each does alone is in
/// `RestrictionTests`, and what becomes of hostile statements in `HarmlessTests`.
@Suite struct GateTests {
  private func fault(_ sql: String, to ledger: SQLiteLedger) throws -> QueryFault? {
    do {
      _ = try ledger.ask(Query(sql), columns: { _ in }, row: { _ in })
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
    let ledger = try SQLiteLedger.open(path, for: .reading)
    try ledger.attach(other, as: "other")
    #expect(ledger.connection.restrictions.isEmpty)
    #expect(try fault("SELECT 1 FROM event, other.event", to: ledger) == nil)
    #expect(ledger.connection.restrictions == Set(Restriction.allCases))
    #expect(ledger.connection.isReadOnly("main"))
    #expect(ledger.connection.isReadOnly("other"))
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
    let endless = """
      WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x FROM c) SELECT count(*) FROM c
      """
    do {
      _ = try ledger.ask(
        Query(endless), isOver: { true }, columns: { _ in }, row: { _ in })
      Issue.record("it ended by itself")
    } catch let fault as QueryFault { #expect(fault.isInterrupted) }
  }
}

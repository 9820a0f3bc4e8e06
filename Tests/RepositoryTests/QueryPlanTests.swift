import Foundation
import LedgerCore
import LedgerTesting
import Rows
import SQLite
import TestSupport
import Testing

@testable import BookStorage
@testable import SQLiteStorage

/// How SQLite runs each statement: a lost index shows as a difference.
///
/// `RECORD=1 swift test --filter QueryPlanTests` writes the text anew.
@Suite struct QueryPlanTests {
  private static let file = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("QueryPlans.txt")

  @Test func `the plans of all statements are those that were recorded`() throws {
    let connection = try Connection(path: Scenario.bookFile(), mode: .readOnly)
    var text = "# Plans of SQLite \(SQLiteLedger.sqliteVersion); RECORD=1 writes them anew.\n"
    let all =
      Schema.tables.map { ($0.name, $0.statements) } + [
        ("facts of events", EventFactTables.statements), ("audit", Audit.statements),
      ]
    for (name, statements) in all where !statements.isEmpty {
      text += "\n## \(name)\n"
      for statement in statements {
        let shown = statement.count > 800 ? statement.prefix(150) + " …" : statement[...]
        text += "\n\(shown)\n"
        for line in try plan(of: statement, on: connection) { text += "    \(line)\n" }
      }
    }
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try text.write(to: Self.file, atomically: true, encoding: .utf8)
    }
    let recorded = try String(contentsOf: Self.file, encoding: .utf8)
    // Another SQLite words its plans in another way.
    guard recorded.prefix(while: { $0 != ";" }) == text.prefix(while: { $0 != ";" }) else { return }
    #expect(recorded == text)
  }

  @Test func `a rate is asked for by its key, never by reading all`() throws {
    let ledger = try SQLiteLedger.inMemory()
    var statement = try ledger.connection.uncachedStatement(
      "EXPLAIN QUERY PLAN \(RateTable.statements[1])")
    let plan = try statement.rows { row throws(StorageError) in try row.text(3) }
    let search = "PRIMARY KEY (base=? AND currency=? AND day>? AND day<?)"
    #expect(plan.contains { $0.contains(search) })
  }

  @Test func `the statements that the program runs are those that are listed`() throws {
    let path = try Scratch.newPath()
    let ledger = try SQLiteLedger.make(at: path)
    try Scenario.record(in: ledger)
    try Scenario.saveQuestion(in: ledger)
    try Scenario.forgetSomebody(in: ledger)
    try Scenario.ask(ledger)
    // A return of no show is looked up among the sales of its order.
    let returned = try sale(
      order: "2", line: 9, .refund, quantity: -1, micros: -1, event: nil, market: uk)
    _ = try ledger.record([returned], as: draft())
    _ = try ledger.totals(of: uk, during: .always)
    // A class of steps goes with the last step of its length.
    let counts = try [count(1, event: "b"), count(1, event: "b", at: "2021-12-08T18:01Z")]
    let recorded = try ledger.record(AudienceBatch(counts), as: draft(), onConflict: .refuse)
    _ = try ledger.void(#require(recorded.entry), reason: "another show's", as: draft())
    // What a report asks where the book keeps another release of time zones.
    _ = try ledger.zoneRelease()
    _ = try ledger.clockChanges(of: "Europe/London")
    // What opening a book with a mark asks.
    _ = try ledger.rows.digest(of: 1)
    // A verification reads everything, whatever the statement.
    let verifier = try SQLiteLedger.open(path, for: .reading)
    _ = try verifier.verify(VerificationPlan())
    let verifying = Set(verifier.connection.cachedStatements)
    // What a step of an older book asks.
    let stepped = try Connection(inMemory: ())
    for steps in [Migration.all.dropLast(), Migration.all[...]] {
      try Book(connection: stepped).migrate(Array(steps))
    }
    // What tells a ledger from another file asks no table of the ledger, nor does a transaction.
    let others = ["sqlite_schema", "BEGIN", "COMMIT", "ROLLBACK", "RELEASE"]
    let run = Set(
      (ledger.connection.cachedStatements + stepped.cachedStatements).filter { sql in
        !others.contains { sql.contains($0) } && !sql.hasPrefix("INSERT INTO")
      })
    let listed = Set(Schema.tables.flatMap { $0.statements } + EventFactTables.statements)
    #expect(run.subtracting(listed).subtracting(verifying) == [])
    #expect(listed.subtracting(run) == [])
  }

  @Test func `a report reads totals, counts at the marks of shows, and bounded refunds`()
    throws
  {
    let path = try Scenario.bookFile()
    let ledger = try SQLiteLedger.open(path, for: .reading)
    let before = Set(ledger.connection.cachedStatements)
    let totals = try ledger.totals(of: uk, during: .always)
    #expect(totals.events.count == 3)
    #expect(!totals.credited.isEmpty)
    let run = Set(ledger.connection.cachedStatements).subtracting(before)
    #expect(run.count >= 5)
    for statement in run {
      for line in try plan(of: statement, on: ledger.connection) {
        let words = line.split(separator: " ")
        let isNeighbour = statement.hasSuffix("LIMIT 1") && words.first == "SEARCH"
        #expect(!words.contains("audience_count") || isNeighbour, "\(statement)")
        // Refunds of which only bounds are known have an index of their own.
        let isBounded = words.contains("sale_by_bounds")
        #expect(!words.contains("sale") || isBounded, "\(statement)")
      }
    }
  }

  private func plan(of sql: String, on connection: Connection) throws -> [String] {
    var statement = try connection.uncachedStatement("EXPLAIN QUERY PLAN \(sql)")
    var depth: [Int64: Int] = [0: -1]
    return try statement.rows { row throws(StorageError) in
      let level = (depth[try row.integer(1)] ?? -1) + 1
      depth[try row.integer(0)] = level
      return String(repeating: "  ", count: level) + (try row.text(3))
    }
  }
}

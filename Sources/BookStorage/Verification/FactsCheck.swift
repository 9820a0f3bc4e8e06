import LedgerCore
import Rows

/// Reads the rows of all facts once, for their digests, totals and references.
struct FactsCheck {
  let session: any BookSession
  let plan: VerificationPlan

  /// The tables of which this program checks the references in every row.
  ///
  /// An engine takes longer to look up the rows that they name than to read them.
  static let large: Set = [AudienceCountTable.name, SaleTable.name]

  func run(_ result: inout Verification) {
    do throws(StorageError) {
      let chain = Chain(session: session)
      let last = try chain.lastEntry() ?? 0
      let first = plan.since + 1
      // An entry that is new to the book may be missing from the table of entries.
      var parts = Chain.Parts(
        first...max(first, last), lastOfRecipe1: try chain.lastOfRecipe1())
      result.entries = first <= last ? first...last : nil
      var unread: Set<String> = []
      let known = try KnownRows(session: session)
      let names = try chain.names()
      for table in try chain.tables() {
        do throws(StorageError) {
          switch table.name {
          case AudienceCountTable.name where table.isOf(AudienceCountTable.self):
            var check = try AudienceCheck(session: session, known: known)
            try chain.read(table, into: &parts, names) { row throws(StorageError) in
              try check.take(row)
            }
            check.end(&result)
          case SaleTable.name where table.isOf(SaleTable.self):
            var check = try SaleCheck(session: session, known: known)
            try chain.read(table, into: &parts, names) { row throws(StorageError) in
              try check.take(row)
            }
            try check.end(&result)
          default: try chain.read(table, into: &parts, names)
          }
        } catch {
          unread.insert(table.name)
          result.add(
            .init(.digests, table: table.name, reason: "cannot be read: \(error.message)"))
        }
      }
      for stray in parts.strays {
        result.add(
          .init(
            .references, table: stray.table,
            reason: "has \(stray.rows) rows of entries that are not there"))
      }
      do throws(StorageError) {
        try EntriesCheck(session: session, rows: parts.counts).run(&result)
      } catch {
        result.add(.init(.entries, reason: "cannot be read: \(error.message)"))
      }
      try DigestCheck(session: session, plan: plan, unread: unread).run(parts, &result)
    } catch {
      result.add(.init(.digests, reason: "cannot be read: \(error.message)"))
    }
  }
}

extension StoredTable {
  /// Whether the columns are those that the program knows, so that their positions are right.
  fileprivate func isOf(_ table: any Table.Type) -> Bool { columns == table.columns.map(\.name) }
}

/// The rows that counts and sales may name, and the entries that were voided.
struct KnownRows {
  /// The keys of events.
  let events: [Int64: String]
  /// The names of metrics.
  let metrics: [Int64: String]
  /// The metrics that count since the start of an event, and so never fall.
  let rising: Set<Int64>
  /// The names of the sources of sales.
  let sources: [Int64: String]
  let markets: Set<String>
  let voided: Set<Int64>

  init(session: any BookSession) throws(StorageError) {
    func integers(_ sql: String) throws(StorageError) -> Set<Int64> {
      return Set(try session.rows(sql) { row throws(StorageError) in try row.integer(0) })
    }
    func names(_ sql: String) throws(StorageError) -> [Int64: String] {
      let rows = try session.rows(sql) { row throws(StorageError) in
        (try row.integer(0), try row.text(1))
      }
      return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }
    events = try names("SELECT id, key FROM event")
    metrics = try names("SELECT id, name FROM metric")
    rising = try integers("SELECT id FROM metric WHERE kind <> 'gauge'")
    sources = try SaleSourceTable(session: session).names()
    voided = try integers("SELECT voided FROM void")
    markets = Set(
      try session.rows("SELECT code FROM market") { row throws(StorageError) in try row.text(0) })
  }
}

import Foundation
import LedgerCore
import LedgerTesting
import Rows
import SQLite
import Testing

@testable import BookStorage
@testable import SQLiteStorage

/// All that a book holds.
struct BookState: Equatable, CustomTestStringConvertible {
  private let text: String

  var testDescription: String { "\(text.utf8.count) bytes of facts" }

  /// What is read by someone who opens the book, or makes it where none was made yet; or what is
  /// wrong with it.
  init(ofBookAt path: String) throws {
    let ledger: SQLiteLedger
    do throws(LedgerError) { ledger = try SQLiteLedger.open(path, for: .recording) } catch {
      if case .olderBook = error {
        try SQLiteLedger.migrate(path, waitingSeconds: 0, vfs: nil)
        ledger = try SQLiteLedger.open(path, for: .recording)
      } else {
        // It refuses what holds something that is not a book.
        ledger = try SQLiteLedger.make(at: path)
      }
    }
    let flaws = try ledger.verify(VerificationPlan()).flaws
    text = flaws.isEmpty ? try Self.text(ledger.connection) : "\(flaws)"
  }

  private static func text(_ connection: Connection) throws(StorageError) -> String {
    try connection.texts(contents).joined(separator: "\n")
  }

  /// One row for each table.
  private static let contents = tables.map { table in
    let columns = table.columns.map { "quote(\"\($0)\")" }.joined(separator: " || ',' || ")
    return """
      SELECT '\(table.name): ' || coalesce(group_concat(row, '; '), '')
      FROM (SELECT \(columns) AS row FROM "\(table.name)")
      """
  }.joined(separator: " UNION ALL ")

  private static let tables: [(name: String, columns: [String])] = {
    guard let connection = try? SQLiteLedger.inMemory().connection,
      let names = try? connection.texts(
        """
        SELECT name FROM sqlite_schema
        WHERE type = 'table' AND name NOT IN ('market', 'currency') ORDER BY name
        """
      )
    else { return [] }
    return names.map { name in
      (name, (try? connection.texts("SELECT name FROM pragma_table_info('\(name)')")) ?? [])
    }
  }()
}

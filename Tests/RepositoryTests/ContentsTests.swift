import Foundation
import LedgerCore
import LedgerTesting
import Rows
import SQLite
import TestSupport
import Testing

@testable import BookStorage
@testable import SQLiteStorage

/// A book taken apart into rows of text, and made again of them.
@Suite struct ContentsTests {
  private typealias Rows = [String: [[String]]]

  private func rows(of ledger: SQLiteLedger) throws -> Rows {
    try ledger.readContents { contents in
      var rows: Rows = [:]
      for table in contents.tables { rows[table.name] = try self.rows(of: table, in: contents) }
      return rows
    }
  }

  private func rows(of table: BookTable, in contents: any BookContents) throws -> [[String]] {
    var rows: [[String]] = []
    try contents.forEachRow(of: table) { row in
      rows.append(
        row.map { answer in
          switch answer {
          case .null: ""
          case .integer(let integer): "\(integer)"
          case .text(let text): text
          case .real, .blob: "?"
          }
        })
    }
    return rows
  }

  private func fill(_ ledger: SQLiteLedger, version: Int, _ rows: Rows) throws {
    try ledger.fill(schemaVersion: version) { filling in
      for table in filling.contents.tables {
        var next = (rows[table.name] ?? [])[...]
        try filling.fill(table) { next.popFirst() }
      }
    }
  }

  private let current = Migration.all.count

  @Test func `every table is taken apart`() throws {
    let ledger = try SQLiteLedger.inMemory()
    #expect(try rows(of: ledger).keys.sorted() == Schema.tables.map { $0.name }.sorted())
    try ledger.readContents { contents in
      for table in Schema.tables {
        let stored = try #require(contents.tables.first { $0.name == table.name })
        #expect(stored.columns == table.columns.map(\.name))
      }
    }
  }

  @Test func `a book is made again of its rows, and goes on`() throws {
    let path = try Scenario.bookFile()
    let ledger = try SQLiteLedger.open(path, for: .reading)
    let rows = try rows(of: ledger)
    // A book whose views always had numbers has no note of when they had none.
    #expect(rows.allSatisfy { $0.key == "decimal_text" || !$0.value.isEmpty })
    let again = try SQLiteLedger.make(at: Scratch.newPath())
    try fill(again, version: current, rows)
    #expect(try self.rows(of: again) == rows)
    #expect(try again.entries(limit: nil) == ledger.entries(limit: nil))
    for market in [uk, germany] {
      #expect(
        try again.totals(of: market, during: .always) == ledger.totals(of: market, during: .always))
    }
    let schema = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"
    #expect(try again.connection.all(schema) == ledger.connection.all(schema))
    #expect(try again.record([event("next")], as: draft()).entry == Scenario.entries + 1)
  }

  @Test func `a book of an older program is made again, and brought up to date`() throws {
    let path = try Scratch.newPath()
    let (event, counts, _) = try OldBook.make(at: path, version: 11)
    let old = try SQLiteLedger.open(path, for: .reading, vfs: nil, asCopy: true)
    let rows = try rows(of: old)
    let again = try SQLiteLedger.make(at: Scratch.newPath())
    try fill(again, version: 11, rows)
    #expect(try again.event(EventKey("a")).totals.event == event)
    #expect(counts.count == 1)
    #expect(try again.connection.all("PRAGMA user_version") == [[.integer(Int64(current))]])
    let schema = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"
    #expect(
      try again.connection.all(schema) == SQLiteLedger.inMemory().connection.all(schema))
  }

  @Test func `only an empty book is filled, and wholly or not at all`() throws {
    let path = try Scenario.bookFile()
    let full = try SQLiteLedger.open(path, for: .recording)
    var rows = try rows(of: full)
    #expect(throws: LedgerError.notEmpty(path: path, entries: Scenario.entries)) {
      try fill(full, version: current, rows)
    }
    let new = try Scratch.newPath()
    let ledger = try SQLiteLedger.make(at: new)
    // An event that sales are credited to is missing.
    rows["event"]?.removeFirst()
    #expect(throws: LedgerError.self) { try fill(ledger, version: current, rows) }
    #expect(try self.rows(of: ledger) == self.rows(of: SQLiteLedger.inMemory()))
    rows = try self.rows(of: full)
    // Words that are not forgotten, and nothing that depends on them but the digest.
    let place = try #require(rows["person_text"]?.firstIndex { !$0[2].isEmpty })
    rows["person_text"]?[place][2] = "somebody else"
    let error = #expect(throws: LedgerError.self) { try fill(ledger, version: current, rows) }
    guard case .notAsRecorded(let flaw, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(flaw.table == "person_text")
    rows["entry"]?[0][1] = "yesterday"
    #expect(
      throws: LedgerError.invalid(
        field: "entry.recorded_at", value: "yesterday", reason: "is not of type INTEGER")
    ) { try fill(ledger, version: current, rows) }
    #expect(throws: LedgerError.self) { try fill(ledger, version: current + 1, [:]) }
    #expect(throws: LedgerError.self) { try fill(ledger, version: 0, [:]) }
    #expect(try ledger.record([event("a")], as: draft()).entry == 1)
    // The guards are back.
    let other = try Connection(path: new, mode: .readWrite)
    #expect(other.error(of: "DELETE FROM event")?.code == .constraintTrigger)
  }
}

import LedgerCore
import SQLite
import TestSupport
import Testing

@testable import BookStorage
@testable import SQLiteStorage

/// The schema explains itself.
@Suite struct SchemaDescriptionTests {
  private static let schema = Result { try SQLiteLedger.inMemory().schema() }

  @Test func `every table, view and column says what it means`() throws {
    for relation in try Self.schema.get() {
      #expect(!relation.meaning.isEmpty, "\(relation.name)")
      for column in relation.columns {
        #expect(!column.meaning.isEmpty, "\(relation.name).\(column.name)")
      }
    }
  }

  @Test func `every example is a query that the book answers`() throws {
    let path = try Scratch.newPath()
    let ledger = try SQLiteLedger.make(at: path)
    try Scenario.record(in: ledger)
    let connection = try Connection(path: path, mode: .readOnly)
    for relation in try Self.schema.get() {
      #expect(relation.example.contains(relation.name))
      #expect(throws: Never.self) { try connection.all(relation.example) }
      #expect(throws: Never.self) { try connection.all("SELECT * FROM \(relation.name)") }
    }
  }

  @Test func `every table of facts has a view of its history`() throws {
    let names = try Set(Self.schema.get().map(\.name))
    for view in [
      "events", "audience_counts", "sales", "reported_totals", "rates", "targets", "memberships",
      "claims", "surveys",
    ] {
      #expect(names.isSuperset(of: [view, view + "_history"]))
    }
  }

  @Test func `the program's word for a relation or its column wins over a comment`() throws {
    let sql = """
      CREATE TABLE question (
        -- A row is a comment.
        name TEXT NOT NULL,  -- a comment
        note TEXT,           -- a comment
        title TEXT
      )
      """
    let columns = ["name", "note", "title"].map { name in
      (name: name, type: "TEXT", references: [String]())
    }
    let word = try #require(ColumnWords.columns["question.name"])
    let general = try #require(ColumnWords.columns["title"])
    #expect(ColumnWords.columns["note"] != nil)
    let known = SchemaDescription(name: "question", isView: false, sql: sql, columns: columns)
    #expect(known.meaning == ColumnWords.rows["question"])
    #expect(known.columns.map(\.meaning) == [word, "a comment", general])
    let other = SchemaDescription(name: "other", isView: false, sql: sql, columns: columns)
    #expect(other.meaning == "a comment.")
    #expect(other.columns.map(\.meaning) == ["a comment", "a comment", general])
  }

  @Test func `every word of the program is for a relation or a column that is there`() throws {
    let schema = try Self.schema.get()
    let relations = Set(schema.map(\.name))
    let columns = Set(
      schema.flatMap { relation in relation.columns.map { "\(relation.name).\($0.name)" } })
    let names = Set(schema.flatMap { $0.columns.map(\.name) })
    #expect(Set(ColumnWords.rows.keys).subtracting(relations) == [])
    #expect(Set(ColumnWords.examples.keys).subtracting(relations) == [])
    for words in [ColumnWords.columns, ColumnWords.units] {
      #expect(Set(words.keys.filter { $0.contains(".") }).subtracting(columns) == [])
      #expect(Set(words.keys.filter { !$0.contains(".") }).subtracting(names) == [])
    }
  }

  @Test func `no word of the program is the comment, or hidden by others`() throws {
    var hidden = Set(ColumnWords.columns.keys.filter { !$0.contains(".") })
    for relation in try Self.schema.get() {
      let comments = SchemaComments(relation.sql)
      if let row = comments.row { #expect(row != ColumnWords.rows[relation.name]) }
      for column in relation.columns {
        let word = ColumnWords.columns["\(relation.name).\(column.name)"]
        let other = comments.columns[column.name] ?? ColumnWords.columns[column.name]
        if let word { #expect(word != other, "\(relation.name).\(column.name)") }
        if word == nil, comments.columns[column.name] == nil { hidden.remove(column.name) }
      }
    }
    #expect(hidden == [])
  }

  @Test func `instants and amounts say their unit`() throws {
    for relation in try Self.schema.get() {
      for column in relation.columns where column.name.hasSuffix("_at") || column.name == "net" {
        #expect(column.unit != nil, "\(relation.name).\(column.name)")
      }
    }
  }
}

import LedgerCore
import Rows
import SQLite
import Testing

@testable import BookStorage
@testable import SQLiteStorage

/// Saved questions for programs that know parameters as text only.
@Suite struct TextParameterTests {
  private func statement(
    _ statement: String, type: String? = nil, value: String? = nil
  ) throws -> String {
    let question = try SavedQuery(
      name: "mine", statement: statement,
      parameters: [.init(name: "x", type: type, value: value)])
    return try #require(question.statementOfTexts)
  }

  /// What a statement makes of a text, as SQLite's own `quote()` writes it.
  private func value(of text: String, type: String?, else other: String? = nil) throws -> String {
    let connection = try Connection(inMemory: ())
    var asked = try connection.uncachedStatement(
      statement("SELECT quote(:x)", type: type, value: other))
    let rows = try asked.rows(.text(text)) { row throws(StorageError) in try row.text(0) }
    return try #require(rows.first)
  }

  @Test(arguments: [
    (nil, "5", "5"), (nil, "5.5", "5.5"), (nil, "007", "'007'"),
    (nil, "2021-12-08", "'2021-12-08'"),
    ("text", "5", "'5'"), ("integer", "5", "5"), ("real", "5", "5.0"),
    ("money", "19.98", "19980000"),
    ("instant", "2021-12-08T17:00Z", "1638982800000"), ("day", "2021-12-08", "18969"),
    ("null", "", "NULL"),
  ])
  func `a text becomes what the parameter is`(type: String?, text: String, value: String) throws {
    #expect(try self.value(of: text, type: type) == value)
  }

  @Test(arguments: [
    (nil, "%", "", "'%'"), (nil, "%", "UK", "'UK'"), (nil, "it's", "", "'it''s'"),
    (nil, "20", "", "20"), (nil, "20", "5", "5"), (nil, "-2.5", "", "-2.5"),
    (nil, "inf", "", "'inf'"),
    ("money", "19.98", "", "19980000"), ("integer", "20", "", "20"), ("text", "20", "", "'20'"),
  ])
  func `where nothing is given, there is what was saved`(
    type: String?, saved: String, text: String, value: String
  ) throws {
    #expect(try self.value(of: text, type: type, else: saved) == value)
  }

  @Test func `a parameter is named by a colon, and what only looks like one stays`() throws {
    let sql = "SELECT @x, ':x' -- :x"
    #expect(try statement(sql, type: "text") == "SELECT :x, ':x' -- :x")
  }

  @Test func `a question that ships takes texts`() throws {
    let connection = try Connection(inMemory: ())
    try Book(connection: connection).migrate()
    for question in ShippedQueries.all {
      #expect(throws: Never.self, "\(question.name)") {
        _ = try connection.uncachedStatement(question.statementOfTexts ?? "")
      }
    }
  }
}

import LedgerCore
import Testing

/// How the text of statements is taken apart and completed.
@Suite struct SQLTextTests {
  @Test func `a statement ends with a semicolon that is not in a text or a comment`() {
    let (statements, rest) = SQLStatements.split(
      " SELECT ';' -- ; \n;;\nSELECT \"a;b\"; SELECT 3 /* ; */")
    #expect(statements == ["SELECT ';' -- ;", "SELECT \"a;b\""])
    #expect(rest == " SELECT 3 /* ; */")
  }

  private let completion = SQLCompletion(
    names: SchemaNames([
      .init(
        name: "events", isView: true,
        columns: [(name: "event", isInteger: false), (name: "title", isInteger: false)]),
      .init(name: "sale", isView: false, columns: [(name: "event_id", isInteger: true)]),
      .init(name: "other.sale", isView: false, columns: [(name: "event_id", isInteger: true)]),
    ]))

  @Test(arguments: [
    ("SELECT * FROM ev", "", ["event", "event_id", "events"]),
    ("SELECT event", " FROM sale ", ["event_id", "events"]),
    ("SEL", "", ["SELECT"]), ("sel", "", ["select"]), ("SELECT sale.", "", ["sale.event_id"]),
    ("SELECT e.t", "FROM events e ", ["e.title"]), ("SELECT o", "", ["offset", "on", "or"]),
    ("SELECT ", "", []),
  ])
  func `a word is completed by names and keywords`(
    line: String, earlier: String, choices: [String]
  ) {
    let words = completion.words(for: line, after: earlier)
    #expect(choices.allSatisfy(words.choices.contains), "\(words.choices)")
    #expect(words.choices.isEmpty == choices.isEmpty)
  }

  @Test func `a word grows as far as all choices agree`() {
    #expect(SQLCompletion.Words(typed: "ev", choices: ["event", "events"]).certain == "event")
    #expect(SQLCompletion.Words(typed: "event", choices: ["event", "events"]).certain == nil)
    #expect(SQLCompletion.Words(typed: "sel", choices: ["select"]).certain == "select ")
  }
}

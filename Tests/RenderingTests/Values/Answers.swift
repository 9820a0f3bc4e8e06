import LedgerCore
import LedgerRenderings

/// Answers to queries, their plans, and what is wrong with others.
enum Answers {
  static let names = ["key", "number", "a long | text", "number", "payload\u{9}"]

  static let rows: [[AnswerValue]] = [
    [.text("plain"), .integer(0), .text("one"), .real(0.1), .null],
    [.text("口紅 💄"), .integer(.max), .text("全角の文字は二桁"), .real(-1234.5), .blob([0, 15, 255])],
    [.text("<b>&amp;'\""), .integer(-7), .text("a, \"quoted\" text"), .real(1e300), .text("")],
    [
      .text("=SUM(A1:A9)"), .null,
      .text("over\nthree\r\nlines, a \ttab, \u{1B}[31mred\u{1B}[0m and a bell\u{7}"),
      .real(.infinity), .blob([]),
    ],
    [
      .text("*long* `text`"), .integer(1_000_000),
      .text(
        "a text that is longer than a terminal is wide, as descriptions of shows and quotes of "
          + "articles often are, and that is neither cut off nor broken"),
      .real(2), .text("+44 20 7946 0000"),
    ],
  ]

  static func text(_ style: AnswerStyle, _ rows: [[AnswerValue]] = Answers.rows) -> String {
    var writer = style.writer
    writer.begin(names)
    for row in rows { writer.add(ListedRow(row)) }
    writer.end()
    return String(decoding: writer.take(), as: UTF8.self)
  }

  /// The plan of a query, as SQLite tells it: number, part of, unused, words.
  static func plan() -> PlanTree {
    var tree = PlanTree()
    let steps: [(Int64, Int64, String)] = [
      (2, 0, "CO-ROUTINE totals"), (5, 2, "SEARCH s USING INDEX sale_event (event_id=?)"),
      (9, 2, "USE TEMP B-TREE FOR GROUP BY"), (20, 0, "SCAN totals"),
      (24, 0, "CORRELATED SCALAR SUBQUERY 3"),
      (28, 24, "SEARCH e USING INTEGER PRIMARY KEY (rowid=?)"),
    ]
    for (number, parent, words) in steps {
      tree.add(ListedRow([.integer(number), .integer(parent), .integer(0), .text(words)]))
    }
    return tree
  }

  /// Faults: in a line of several, beyond a line's width, behind control characters, and nowhere.
  static let faults = [
    QueryFault(
      .statement("no such column: titel", advice: " (did you mean title?)"),
      sql: "SELECT event,\n       titel\nFROM events", offset: 21),
    QueryFault(
      .statement("near \"GRUOP\": syntax error", advice: ""),
      sql: "SELECT market, sum(net) AS net, count(*) AS shows, max(peak_concurrent) AS peak FROM "
        + "event_summary GRUOP BY market ORDER BY net DESC, shows DESC, peak DESC LIMIT 20",
      offset: 99),
    QueryFault(.failed("no such function: 口紅"), sql: "SELECT 'a\u{9}b', 口紅(1)", offset: 14),
    QueryFault(.stopped),
  ]

  /// A question that was saved, changed, taken back and retired, and one that ships.
  static func question() throws -> [SavedQueryRecord] {
    func record(
      _ version: Int, _ statement: String?, entry: Int64?, at: String?, voidedBy: Int64? = nil
    ) throws -> SavedQueryRecord {
      SavedQueryRecord(
        query: SavedQuery(
          recorded: "best-shows", statement: statement, description: "Which shows sold most?",
          parameters: [
            .init(name: "market", type: "text", value: "UK"), .init(name: "since", type: "day"),
            .init(name: "n"),
          ]), version: version, entry: entry, recordedAt: try at.map(instant), voidedBy: voidedBy)
    }
    return [
      try record(0, "SELECT * FROM event_summary", entry: nil, at: nil),
      try record(
        1, "SELECT event,\n\tnet -- in pounds\nFROM event_summary LIMIT :n", entry: 7,
        at: "2022-01-15T10:00Z"),
      try record(2, nil, entry: 8, at: "2022-01-16T10:00Z", voidedBy: 9),
    ]
  }
}

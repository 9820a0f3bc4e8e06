import LedgerCore

/// A small schema of three tables and four views, and questions about it.
enum Schemas {
  static let all = [
    relation(
      "event_summary", isView: true,
      "a show with what it came to. Shows without counts or sales are in it.",
      [
        ("event", "TEXT", nil, "the show", []),
        ("starts_at", "TEXT", "ISO 8601, UTC", "when it starts", []),
        ("net", "REAL", "the currency’s unit", "gross − cancelled − refunded + adjusted", []),
        ("note", "", nil, "what `who` says | *if* anything", []),
      ]),
    relation(
      "sales", isView: true, "a movement of units and money that counts",
      [("event", "TEXT", nil, "the show it is credited to", [])]),
    relation(
      "sales_history", isView: true, "a movement, current or not",
      [("event", "TEXT", nil, "the show it is credited to", [])]),
    relation(
      "market_month", isView: true, "a month of a market, and what it sold in one currency.",
      [("month", "TEXT", "YYYY-MM, UTC", "2021-12", [])]),
    relation(
      "market", isView: false, "a country that the program knows.",
      [("code", "TEXT", "ISO 3166-1, but UK for GB", "its code", [])]),
    relation(
      "event", isView: false, "a live show as it was recorded.",
      [
        ("id", "INTEGER", nil, "its number", []), ("market", "TEXT", nil, "where", ["market"]),
        ("key", "TEXT", nil, "its name", []), ("title", "TEXT", nil, "what it is called", []),
        ("platform", "TEXT", nil, "where it is shown, in lower case", []),
        ("starts_at", "INTEGER", "UTC milliseconds", "when it starts", []),
      ]),
    relation(
      "sale", isView: false, "a movement of units and money.",
      [
        ("event_id", "INTEGER", nil, "the show it is credited to, if any", ["event"]),
        ("market", "TEXT", nil, "the market, where there is no show", ["market"]),
        ("amount", "INTEGER", "millionths", "in millionths of the currency’s unit", []),
      ]),
  ]

  static func questions() throws -> [SavedQuery] {
    [
      try SavedQuery(
        name: "best-shows", statement: "SELECT event FROM event_summary WHERE net > :least",
        description: "Which shows sold most?", parameters: [.init(name: "least", value: "100")]),
      // A question that has the name of a view.
      try SavedQuery(
        name: "sales", statement: "SELECT :n, :since",
        parameters: [.init(name: "n"), .init(name: "since", type: "day", value: "2022-01-01")]),
      SavedQuery(recorded: "retired", statement: nil, description: nil, parameters: []),
    ]
  }

  private static func relation(
    _ name: String, isView: Bool, _ meaning: String,
    _ columns: [(String, String, String?, String, [String])]
  ) -> SchemaDescription {
    SchemaDescription(
      name: name, isView: isView, meaning: meaning,
      sql: "CREATE \(isView ? "VIEW" : "TABLE") \(name)", example: "SELECT * FROM \(name) LIMIT 10",
      columns: columns.map { name, type, unit, meaning, references in
        .init(name: name, type: type, unit: unit, meaning: meaning, references: references)
      })
  }
}

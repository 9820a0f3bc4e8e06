import ArgumentParser
import LedgerCore
import SQLiteStorage

/// `ledger sql`.
struct SQL: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sql",
    abstract: "Ask a question in SQL.",
    discussion: """
      Examples:
        ledger sql "SELECT event, starts_at FROM events WHERE market = 'UK'"
        ledger sql "SELECT * FROM sales WHERE market = :market" --param market=UK --format csv
        ledger sql --file question.sql --output answer.csv --format csv
      The views events, audience_counts, sales and entries have instants as ISO 8601 text and money
      as decimal text. One statement that reads; nothing can be changed, and nothing else be read.
      """)

  @OptionGroup var book: BookOptions
  @OptionGroup var source: SQLSource
  @OptionGroup var shape: SQLShape
  @OptionGroup var limits: SQLLimits

  func run() throws {
    let statement = try source.statement()
    try book.reading { ledger in
      for other in source.attachments { try ledger.attach(other.path, as: other.name) }
      let question = Question(
        statement, values: try source.values(), limit: limits.limit?.count,
        asksForPlan: shape.explain)
      let answer = SQLAnswer(
        ledger: ledger, style: shape.style, limits: limits, isTimed: shape.timing)
      try answer.give(question) { try shape.destination() }
    }
  }
}

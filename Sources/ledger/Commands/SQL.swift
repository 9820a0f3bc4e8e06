import ArgumentParser
import LedgerCore
import SQLiteStorage

/// `ledger sql`.
struct SQL: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sql",
    abstract: "Ask a question in SQL.",
    discussion: """
      Example:
        ledger sql "SELECT event, starts_at FROM events WHERE market = 'UK'"
      The views events, audience_counts, sales and entries have instants as ISO 8601 text and money
      as decimal text. One statement that reads; nothing can be changed.
      """)

  @OptionGroup var book: BookOptions
  @Argument(help: "One SELECT.") var statement: String
  @Option(help: "table, csv, json or jsonl.") var format = ListingFormat.table

  func run() throws {
    try book.reading { ledger in
      let output = Output()
      var listing = Listing(format, to: output)
      try ledger.ask(
        statement, columns: { names in try listing.begin(names) },
        row: { row in try listing.add(row) })
      try listing.end()
      try output.flush()
    }
  }
}

import ArgumentParser
import LedgerCore
import LedgerKit
import LedgerRenderings
import Terminal

/// `ledger sql`.
struct SQLCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sql",
    abstract: "Run a statement of SQL, or open a prompt",
    discussion: """
      Examples:
        ledger sql "SELECT event, starts_at FROM events WHERE market = 'UK'"
        ledger sql "SELECT * FROM sales WHERE market = :market" \\
          --param market=UK --format csv
        ledger sql --file shows.sql --output shows.csv --format csv
        ledger sql --save sold "SELECT * FROM sales WHERE market = :market" \\
          --param market=UK
        ledger sql --run sold --param market=DE
        ledger sql

      A statement can only read: the book, and those that --attach names. The views events, \
      audience_counts, sales and entries show instants as ISO 8601 text; `ledger schema` describes \
      them all.

      On a terminal and without a statement, a prompt opens; .help lists its commands.
      """)

  @OptionGroup var book: BookOptions
  @OptionGroup var statement: SQLStatementOptions
  @OptionGroup var saving: SavedQueryOptions
  @OptionGroup var answer: SQLAnswerOptions
  @OptionGroup var limits: SQLLimitOptions

  func validate() throws {
    if saving.run != nil, statement.isGiven {
      throw ValidationError("--run has a statement already: leave the other one out")
    }
    if saving.save != nil, answer.isGiven || limits.limit != nil {
      throw ValidationError("--save shows no rows: leave --format and the like to --run")
    }
  }

  func run() throws {
    if let name = saving.save { return try save(as: name) }
    if isAtTerminal {
      var prompt = try SQLPrompt(book: book, statement: statement, answer: answer, limits: limits)
      return try prompt.run()
    }
    // A statement that this process runs is all that it does.
    Book.limitMemoryOfProcess()
    try book.reading { book in
      let query = try query(to: book)
      let shown = SQLAnswer(ledger: try book.sql(), answer: answer, timeout: limits.timeout)
      do { try shown.give(query) } catch let fault as QueryFault {
        // The book keeps a saved statement: what is wrong with it is no wrong usage.
        throw CommandFailure(
          FaultText(fault.advised).text, saving.run == nil ? fault.code : .refused)
      }
    }
  }

  /// Whether a prompt opens.
  private var isAtTerminal: Bool {
    saving.run == nil && !statement.isGiven && answer.output == nil && System.isTerminal(0)
      && System.isTerminal(1)
  }

  private func query(to book: Book) throws -> Query {
    var query =
      if let name = saving.run { try book.savedQuery(name, statement.parameters) } else {
        Query(try statement.statement(), values: try QueryParameter.values(statement.parameters))
      }
    query.attachments = statement.attachments
    query.limit = limits.limit?.count
    query.asksForPlan = answer.explain
    return query
  }

  private func save(as name: String) throws {
    let words = QueryWords(
      name: name, statement: try statement.statement(), description: saving.description,
      defaults: statement.parameters, attachments: statement.attachments)
    try book.recording { book in
      let query = try book.query(words)
      let draft = try book.draft("sql --save", author: Author.name(saving.author))
      let recording = try book.queries().record(query, as: draft)
      guard let entry = recording.entry else {
        Messages.show("\(query.subject) is already saved with this statement; nothing was added")
        return nil
      }
      let version = try book.queries().savedQuery(name).version
      Messages.show("saved \(query.subject), version \(version), in entry \(entry)")
      return recording.receipt
    }
  }
}

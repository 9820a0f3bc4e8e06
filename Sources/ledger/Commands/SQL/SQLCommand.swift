import ArgumentParser
import LedgerCore
import LedgerRenderings
import SQLiteStorage

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
    try book.reading { ledger in
      for other in statement.attachments { try ledger.attach(other.path, as: other.name) }
      let query = try query(to: ledger)
      let shown = SQLAnswer(
        ledger: ledger, style: answer.style, timeout: limits.timeout, isTimed: answer.timing)
      do { try shown.give(query) { try answer.destination() } } catch let fault as QueryFault {
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

  private func query(to ledger: SQLiteLedger) throws -> Query {
    let saved = try saving.run.map { name in try ledger.savedQuery(name).query }
    var values = try QueryParameter.values(statement.parameters)
    if let saved {
      do {
        values = try QueryParameter.values(statement.parameters, declared: saved.parameters)
      } catch {
        // The book keeps the types: a value of another one is no wrong usage.
        throw CommandFailure(error.advice, .refused)
      }
    }
    return Query(
      try saved?.statement ?? statement.statement(), values: values, limit: limits.limit?.count,
      asksForPlan: answer.explain)
  }

  /// A ledger that only reads checks the statement; the one that records runs none of it.
  private func save(as name: String) throws {
    let text = SQLStatements.trimmed(try statement.statement())
    let parameters = try book.reading { ledger in
      for other in statement.attachments { try ledger.attach(other.path, as: other.name) }
      // Refuses a parameter that is given twice.
      _ = try QueryParameter.values(statement.parameters)
      return try QueryParameter.declared(
        try ledger.parameters(of: text), defaults: statement.parameters)
    }
    let query = try SavedQuery(
      name: name, statement: text, description: saving.description, parameters: parameters)
    try book.recording { ledger in
      let draft = try EntryOptions.draft("sql --save", source: nil, note: nil)
      let recording = try ledger.record(query, as: draft)
      guard let entry = recording.entry else {
        return Messages.show(
          "\(query.subject) is already saved with this statement; nothing was added")
      }
      let version = try ledger.savedQuery(name).version
      Messages.show("saved \(query.subject), version \(version), in entry \(entry)")
    }
  }
}

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
        ledger sql --save sold "SELECT * FROM sales WHERE market = :market" --param market=UK
        ledger sql --run sold --param market=DE
        ledger sql
      The views events, audience_counts, sales and entries have instants as ISO 8601 text and money
      as decimal text. One statement that reads; nothing can be changed, and nothing else be read.
      On a terminal and without a statement, it asks for one after the other; .help says how.
      """)

  @OptionGroup var book: BookOptions
  @OptionGroup var source: SQLSource
  @OptionGroup var saving: SQLSaving
  @OptionGroup var shape: SQLShape
  @OptionGroup var limits: SQLLimits

  func validate() throws {
    if saving.run != nil, source.isGiven {
      throw ValidationError("a saved question has its statement: leave the other one out")
    }
    if saving.save != nil, shape.isGiven || limits.limit != nil {
      throw ValidationError("--save answers nothing: --run takes how the answer is shown")
    }
  }

  func run() throws {
    if let name = saving.save { return try save(as: name) }
    if isAtTerminal {
      var prompt = try SQLPrompt(book: book, source: source, shape: shape, limits: limits)
      return try prompt.run()
    }
    try book.reading { ledger in
      for other in source.attachments { try ledger.attach(other.path, as: other.name) }
      let question = try question(to: ledger)
      let answer = SQLAnswer(
        ledger: ledger, style: shape.style, limits: limits, isTimed: shape.timing)
      do { try answer.give(question) { try shape.destination() } } catch let fault as QuestionFault
      {
        // What is wrong with a saved statement, the book says and not who asks.
        throw CommandFailure(
          FaultText(fault.advised).text, saving.run == nil ? fault.code : .refused)
      }
    }
  }

  /// Whether a person is there to be asked for statements.
  private var isAtTerminal: Bool {
    saving.run == nil && !source.isGiven && shape.output == nil && System.isTerminal(0)
      && System.isTerminal(1)
  }

  private func question(to ledger: SQLiteLedger) throws -> Question {
    let saved = try saving.run.map { name in try ledger.savedQuestion(name).question }
    return Question(
      try saved?.statement ?? source.statement(),
      values: try SQLParameter.values(source.parameters, declared: saved?.parameters ?? []),
      limit: limits.limit?.count, asksForPlan: shape.explain)
  }

  /// The statement is seen to by a ledger that only reads; the one that records runs none of it.
  private func save(as name: String) throws {
    let text = SQLSaving.trimmed(try source.statement())
    let parameters = try book.reading { ledger in
      for other in source.attachments { try ledger.attach(other.path, as: other.name) }
      return try saving.parameters(
        named: try ledger.parameters(of: text), given: source.parameters)
    }
    let question = try SavedQuestion(
      name: name, statement: text, description: saving.description, parameters: parameters)
    try book.recording { ledger in
      let draft = try CitationOptions.draft("sql --save", source: nil, note: nil)
      let recording = try ledger.record(question, as: draft)
      guard let entry = recording.entry else {
        return Talk.say("\(question.subject) is saved just so already; nothing was added")
      }
      let version = try ledger.savedQuestion(name).version
      Talk.say("saved \(question.subject), version \(version), in entry \(entry)")
    }
  }
}

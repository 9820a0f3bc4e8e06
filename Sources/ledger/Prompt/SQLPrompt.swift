import LedgerCore
import SQLiteStorage

/// `ledger sql` on a terminal: a person asks one question after the other.
///
/// Each is asked by a process of its own, with the limits and the care that any question gets. So
/// Ctrl-C, the limits of time and memory and whatever else may end a question leave the prompt as
/// it is, and between two questions the book is closed.
struct SQLPrompt {
  private let book: BookOptions
  private let attachments: [SQLAttachment]
  private let limits: SQLLimitOptions
  private var answer: SQLAnswerOptions
  private var parameters: [String: String] = [:]
  private var completion: SQLCompletion
  private var last = ""

  /// - Throws: ``LedgerError`` where the book, or one that is attached to it, cannot be read.
  init(
    book: BookOptions, statement: SQLStatementOptions, answer: SQLAnswerOptions,
    limits: SQLLimitOptions
  ) throws {
    self.book = book
    attachments = statement.attachments
    self.limits = limits
    self.answer = answer
    completion = try book.reading { ledger in
      for other in statement.attachments { try ledger.attach(other.path, as: other.name) }
      return SQLCompletion(
        names: try ledger.names(),
        questions: try ledger.savedQuestions().map(\.question.name))
    }
    for parameter in statement.parameters { parameters[parameter.name] = parameter.argument }
  }

  /// Asks until there is nothing more to ask.
  mutating func run() throws { try StatementTimer.pausing { try converse() } }

  private mutating func converse() throws {
    var pending = ""
    let completion = completion
    // The editor calls back while it reads a line, and the lines before it are known here.
    let earlier = EarlierLines()
    guard
      let editor = LineEditor(completing: { line in
        completion.words(for: line, after: earlier.text)
      })
    else { throw CommandFailure("the terminal cannot be used: give the statement, or a --file") }
    let history = PromptHistory()
    if let path = history.path { editor.readHistory(path) }
    // Ctrl-C ends the process that asks; this one only hears of it.
    StatementTimer.catchInterrupts()
    Messages.remark("\(quoted(book.book)) is only read; .help says what can be done here")
    while true {
      do {
        earlier.text = pending
        guard let line = try editor.line(pending.isEmpty ? "ledger> " : "   ...> ") else { break }
        if pending.isEmpty, SQLStatements.trimmed(line).isEmpty { continue }
        let isCommand = pending.isEmpty && line.hasPrefix(".")
        pending += isCommand ? line : line + "\n"
        let typed = SQLStatements.trimmed(pending)
        let (statements, rest) = isCommand ? ([], "") : SQLStatements.split(pending)
        pending = SQLStatements.trimmed(rest).isEmpty ? "" : rest
        guard isCommand || !statements.isEmpty else { continue }
        editor.remember(typed)
        history.save { editor.writeHistory($0) }
        StatementTimer.forgetInterrupt()
        if isCommand { guard try obey(PromptCommand(line)) else { return } }
        for statement in statements { try ask(statement) }
      } catch let failure as CommandFailure {
        Messages.show(failure.sentence)
      } catch is LineEditor.Cancelled {
        pending = ""
      }
    }
    // The terminal's next line is not for the shell's prompt to stand behind this one's.
    try? System.write(Array("\n".utf8), to: 1)
  }

  /// Does what a command says; returns whether to go on.
  private mutating func obey(_ command: PromptCommand) throws -> Bool {
    switch command.name {
    case .tables:
      let names = completion.names.relations.map { printable($0.name) }
      try show(TextTable.columns(names, width: System.columns(of: 1)))
    case .schema: try start("schema", command.arguments)
    case .mode: try setMode(command.rest)
    case .explain: try explain(command.rest)
    case .queries: try start("queries", ["list"] + bookArguments)
    case .run: try runQuestion(command.arguments)
    case .param: try setParameter(command.rest)
    case .help: try show(PromptCommand.help)
    case .quit: return false
    }
    return true
  }

  private mutating func setMode(_ word: String) throws {
    guard !word.isEmpty else { return try show(answer.format.rawValue + "\n") }
    guard let format = ListingFormat(rawValue: word) else {
      throw CommandFailure("there is no format \(quoted(word)); there are \(ListingFormat.list)")
    }
    answer.format = format
  }

  private mutating func explain(_ word: String) throws {
    switch word {
    case "on": answer.explain = true
    case "off": answer.explain = false
    case "":
      guard !last.isEmpty else { throw CommandFailure("there is no statement yet to explain") }
      var answer = answer
      answer.explain = true
      try ask(last, answer)
    default: throw CommandFailure(".explain is followed by on, by off, or by nothing")
    }
  }

  private mutating func setParameter(_ text: String) throws {
    guard !text.isEmpty else {
      return try show(parameters.values.sorted().map { printable($0) + "\n" }.joined())
    }
    guard let parameter = SQLParameter(argument: text) else {
      throw CommandFailure(
        "a parameter is given as name=value or name:type=value, where type is one of "
          + SQLParameter.typeList)
    }
    parameters[parameter.name] = parameter.argument
  }

  private func runQuestion(_ words: [String]) throws {
    guard let name = words.first else {
      throw CommandFailure(".run is followed by the name of a question: .queries lists them")
    }
    try start(
      "sql",
      askingArguments(answer) + ["--run=" + name] + words.dropFirst().map { "--param=" + $0 })
  }

  private mutating func ask(_ statement: String) throws {
    last = statement
    try ask(statement, answer)
  }

  private func ask(_ statement: String, _ answer: SQLAnswerOptions) throws {
    let named = SQLToken.all(of: statement).filter { $0.kind == .parameter }
      .map { String($0.text.dropFirst()) }
    let used = Set(named).sorted().compactMap { parameters[$0] }
    try start(
      "sql", askingArguments(answer) + used.map { "--param=" + $0 } + ["--", statement])
  }

  private var bookArguments: [String] { ["--db=" + book.book, "--wait=\(book.wait)"] }

  private func askingArguments(_ answer: SQLAnswerOptions) -> [String] {
    bookArguments + attachments.map { "--attach=\($0.name)=\($0.path)" } + answer.arguments
      + limits.arguments
  }

  /// Has this program do one thing.
  private func start(_ command: String, _ arguments: [String]) throws {
    if !StatementTimer.isCancelled {
      guard let process = ChildProcess("/proc/self/exe", ["ledger", command] + arguments) else {
        throw CommandFailure("the question is too long, or the system has no room for a process")
      }
      // What else may be wrong is said already.
      if let signal = process.wait(), !StatementTimer.isCancelled {
        throw CommandFailure("the question ended by signal \(signal)")
      }
    }
    if StatementTimer.isCancelled { throw CommandFailure("\nthe question was cancelled") }
  }

  private func show(_ text: String) throws {
    let output = Output()
    try output.write(text)
    try output.flush()
  }
}

/// The lines of a statement that is not complete yet.
private final class EarlierLines {
  var text = ""
}

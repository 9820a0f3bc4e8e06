import LedgerCore
import LedgerKit
import LedgerRenderings
import Terminal

/// `ledger sql` on a terminal: a person runs one statement after another.
///
/// Each runs in a process of its own, with the limits of any statement. So Ctrl-C, the limits of
/// time and memory and whatever else may end a statement leave the prompt as it is, and between two
/// statements the book is closed.
struct SQLPrompt {
  private let book: BookOptions
  private let attachments: [Query.Attachment]
  private let limits: SQLLimitOptions
  private var answer: SQLAnswerOptions
  private var parameters: [String: String] = [:]
  private let completion: PromptCompletion
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
    completion = try book.reading { book in
      let ledger = try book.queries()
      return PromptCompletion(
        statement: SQLCompletion(names: try ledger.names(attaching: statement.attachments)),
        queries: try ledger.savedQueries().map(\.query.name))
    }
    for parameter in statement.parameters { parameters[parameter.name] = parameter.description }
  }

  /// Runs statements until the input ends.
  mutating func run() throws { try StatementTimer.pausing { try converse() } }

  private mutating func converse() throws {
    var pending = ""
    let completion = completion
    // The editor calls back while it reads a line, and the lines before it are known here.
    let earlier = EarlierLines()
    guard
      let editor = LineEditor(
        for: "ledger", completing: { completion.completion(of: $0, after: earlier.text) })
    else { throw CommandFailure("the terminal cannot be used: give a statement or --file") }
    let history = PromptHistory()
    if let path = history.path { editor.readHistory(path) }
    // Ctrl-C ends the process that runs a statement; this one only notes it.
    StatementTimer.catchInterrupts()
    Messages.remark("\(quoted(book.book)) is open read-only; .help lists the commands")
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
        for statement in statements { try run(statement) }
      } catch let failure as CommandFailure {
        Messages.show("ledger: \(failure.sentence)")
      } catch is LineEditor.Cancelled {
        pending = ""
      }
    }
    // The shell's prompt begins on a line of its own.
    System.show("\n", on: 1)
  }

  /// Runs a command; returns whether to go on.
  private mutating func obey(_ command: PromptCommand) throws -> Bool {
    switch command.name {
    case .tables:
      let names = completion.statement.names.relations.map { printable($0.name) }
      try show(TextTable.columns(names, width: System.columns(of: 1)))
    case .schema: try start("schema", command.arguments)
    case .mode: try setMode(command.rest)
    case .explain: try explain(command.rest)
    case .queries: try start("queries", ["list"] + bookArguments)
    case .run: try runQuery(command.arguments)
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
      guard !last.isEmpty else { throw CommandFailure("there is no statement to explain yet") }
      var answer = answer
      answer.explain = true
      try run(last, answer)
    default: throw CommandFailure(".explain takes on, off or nothing")
    }
  }

  private mutating func setParameter(_ text: String) throws {
    guard !text.isEmpty else {
      return try show(parameters.values.sorted().map { printable($0) + "\n" }.joined())
    }
    guard let parameter = QueryParameter(text) else {
      throw CommandFailure(
        "write a parameter as name=value or name:type=value; the types are "
          + QueryParameter.typeList)
    }
    parameters[parameter.name] = parameter.description
  }

  private func runQuery(_ words: [String]) throws {
    guard let name = words.first else {
      throw CommandFailure(".run needs the name of a query: .queries lists them")
    }
    try start(
      "sql",
      statementArguments(answer) + ["--run=" + name] + words.dropFirst().map { "--param=" + $0 })
  }

  private mutating func run(_ statement: String) throws {
    last = statement
    try run(statement, answer)
  }

  private func run(_ statement: String, _ answer: SQLAnswerOptions) throws {
    let named = SQLToken.all(of: statement).filter { $0.kind == .parameter }
      .map { String($0.text.dropFirst()) }
    let used = Set(named).sorted().compactMap { parameters[$0] }
    try start(
      "sql", statementArguments(answer) + used.map { "--param=" + $0 } + ["--", statement])
  }

  private var bookArguments: [String] { ["--db=" + book.book, "--wait=\(book.wait)"] }

  private func statementArguments(_ answer: SQLAnswerOptions) -> [String] {
    bookArguments + attachments.map { "--attach=\($0.name)=\($0.path)" } + answer.arguments
      + limits.arguments
  }

  /// Runs a command of this program.
  private func start(_ command: String, _ arguments: [String]) throws {
    if !StatementTimer.isCancelled {
      guard let process = ChildProcess("/proc/self/exe", ["ledger", command] + arguments) else {
        throw CommandFailure("the statement is too long, or the system cannot start a process")
      }
      // The process has shown any other failure.
      if let signal = process.wait(), !StatementTimer.isCancelled {
        throw CommandFailure("the statement was ended by signal \(signal)")
      }
    }
    if StatementTimer.isCancelled { throw CommandFailure("\nthe statement was cancelled") }
  }

  private func show(_ text: String) throws {
    try Output.show(text)
  }
}

/// The lines of a statement that is not complete yet.
private final class EarlierLines {
  var text = ""
}

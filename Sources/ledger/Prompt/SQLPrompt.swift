import LedgerCore
import SQLiteStorage

/// `ledger sql` on a terminal: a person asks one question after the other.
///
/// Each is asked by a process of its own, with the limits and the care that any question gets. So
/// Ctrl-C, the limits of time and memory and whatever else may end a question leave the prompt as
/// it is, and between two questions the book is closed.
struct SQLPrompt {
  private let book: BookOptions
  private let source: SQLSource
  private let limits: SQLLimits
  private var shape: SQLShape
  private var parameters: [String: String] = [:]
  private var completion: SQLCompletion
  private var last = ""

  /// - Throws: ``LedgerError`` where the book, or one that is attached to it, cannot be read.
  init(book: BookOptions, source: SQLSource, shape: SQLShape, limits: SQLLimits) throws {
    self.book = book
    self.source = source
    self.limits = limits
    self.shape = shape
    completion = try book.reading { ledger in
      for other in source.attachments { try ledger.attach(other.path, as: other.name) }
      return SQLCompletion(
        names: try ledger.names(),
        questions: try ledger.savedQuestions().map(\.question.name))
    }
    for parameter in source.parameters { parameters[parameter.name] = parameter.argument }
  }

  /// Asks until there is nothing more to ask.
  mutating func run() throws { try QuestionWatch.pausing { try converse() } }

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
    QuestionWatch.catchInterrupts()
    Talk.remark("\(quoted(book.book)) is only read; .help says what can be done here")
    while true {
      do {
        earlier.text = pending
        guard let line = try editor.line(pending.isEmpty ? "ledger> " : "   ...> ") else { break }
        if pending.isEmpty, SQLSaving.trimmed(line).isEmpty { continue }
        let isCommand = pending.isEmpty && line.hasPrefix(".")
        pending += isCommand ? line : line + "\n"
        let typed = SQLSaving.trimmed(pending)
        let (statements, rest) = isCommand ? ([], "") : SQLStatements.split(pending)
        pending = SQLSaving.trimmed(rest).isEmpty ? "" : rest
        guard isCommand || !statements.isEmpty else { continue }
        editor.remember(typed)
        history.save { editor.writeHistory($0) }
        QuestionWatch.forgetInterrupt()
        if isCommand { guard try obey(PromptCommand(line)) else { return } }
        for statement in statements { try ask(statement) }
      } catch let failure as CommandFailure {
        Talk.say(failure.sentence)
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
    guard !word.isEmpty else { return try show(shape.format.rawValue + "\n") }
    guard let format = ListingFormat(rawValue: word) else {
      throw CommandFailure("there is no format \(quoted(word)); there are \(ListingFormat.list)")
    }
    shape.format = format
  }

  private mutating func explain(_ word: String) throws {
    switch word {
    case "on": shape.explain = true
    case "off": shape.explain = false
    case "":
      guard !last.isEmpty else { throw CommandFailure("there is no statement yet to explain") }
      var shape = shape
      shape.explain = true
      try ask(last, shape)
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
      askingArguments(shape) + ["--run=" + name] + words.dropFirst().map { "--param=" + $0 })
  }

  private mutating func ask(_ statement: String) throws {
    last = statement
    try ask(statement, shape)
  }

  private func ask(_ statement: String, _ shape: SQLShape) throws {
    let named = SQLToken.all(of: statement).filter { $0.kind == .parameter }
      .map { String($0.text.dropFirst()) }
    let used = Set(named).sorted().compactMap { parameters[$0] }
    try start(
      "sql", askingArguments(shape) + used.map { "--param=" + $0 } + ["--", statement])
  }

  private var bookArguments: [String] { ["--db=" + book.book, "--wait=\(book.wait)"] }

  private func askingArguments(_ shape: SQLShape) -> [String] {
    bookArguments + source.attachments.map { "--attach=\($0.name)=\($0.path)" } + shape.arguments
      + limits.arguments
  }

  /// Has this program do one thing.
  private func start(_ command: String, _ arguments: [String]) throws {
    if !QuestionWatch.isCancelled {
      guard let process = ChildProcess("/proc/self/exe", ["ledger", command] + arguments) else {
        throw CommandFailure("the query is too long, or the system has no room for a process")
      }
      // What else may be wrong is said already.
      if let signal = process.wait(), !QuestionWatch.isCancelled {
        throw CommandFailure("the query ended by signal \(signal)")
      }
    }
    if QuestionWatch.isCancelled { throw CommandFailure("\nthe query was cancelled") }
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

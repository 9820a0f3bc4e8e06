import LedgerCore

/// A line at the prompt that begins with a point, and is no statement.
struct PromptCommand {
  /// What it does.
  enum Name: String, CaseIterable {
    case tables, schema, mode, explain, queries, run, param, help, quit

    /// What stands behind it.
    var arguments: String {
      switch self {
      case .tables, .queries, .help, .quit: ""
      case .schema: "[NAME]"
      case .mode: "[FORMAT]"
      case .explain: "[on|off]"
      case .run: "NAME [PARAM=VALUE]…"
      case .param: "[PARAM=VALUE]"
      }
    }

    var words: String {
      switch self {
      case .tables: "list the tables and views"
      case .schema: "say what a table or view and its columns hold"
      case .mode: "show answers as \(ListingFormat.list)"
      case .explain: "show the plan of the last statement, or of each one instead of its answer"
      case .queries: "list the questions that are kept under names"
      case .run: "ask one of them"
      case .param: "give :PARAM a value in the statements to come, or list what has one"
      case .help: "show this"
      case .quit: "end, as Ctrl-D does"
      }
    }
  }

  let name: Name
  /// What stands behind the name.
  let rest: String

  static let names = Name.allCases.map(\.rawValue)

  /// - Throws: ``CommandFailure`` where there is no such command.
  init(_ line: String) throws(CommandFailure) {
    let line = SQLStatements.trimmed(line).dropFirst()
    let word = String(line.prefix { $0.isLetter || $0 == "_" || $0 == "-" })
    guard let name = Name(rawValue: word == "exit" ? "quit" : word) else {
      let near = nearest(to: word, among: Self.names).map { "." + $0 }
      let advice = near.isEmpty ? "" : " (did you mean \(near.joined(separator: " or "))?)"
      throw CommandFailure("there is no command \(quoted("." + word))\(advice): .help lists them")
    }
    self.name = name
    let rest = SQLStatements.trimmed(String(line.dropFirst(word.count)))
    // Who is used to statements may end it as one.
    self.rest = rest.hasSuffix(";") ? SQLStatements.trimmed(String(rest.dropLast())) : rest
  }

  /// The words behind the name.
  var arguments: [String] { rest.split(separator: " ").map(String.init) }

  static var help: String {
    let commands = Name.allCases.map { [".\($0.rawValue) \($0.arguments)", $0.words] }
    return TextTable.aligned(commands, right: [false, false]) + keys
  }

  private static let keys = """

    A statement may have several lines, and ends with a semicolon. Tab completes a word, the up
    arrow brings back what was asked before, Ctrl-C drops what is typed or stops what is asked,
    and Ctrl-D ends.

    """
}

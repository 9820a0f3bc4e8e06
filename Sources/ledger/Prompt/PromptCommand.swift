import LedgerCore
import LedgerRenderings

/// A line at the prompt that begins with a dot: a command, not a statement.
struct PromptCommand {
  /// What it does.
  enum Name: String, CaseIterable {
    case tables, schema, mode, explain, queries, run, param, help, quit

    /// What follows the name.
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
      case .schema: "describe a table or view and its columns"
      case .mode: "show rows as \(ListingFormat.list)"
      case .explain:
        "show the execution plan of the last statement, or of each one instead of its rows"
      case .queries: "list the saved queries"
      case .run: "run a saved query"
      case .param: "set :PARAM for later statements, or list what is set"
      case .help: "show this"
      case .quit: "end, as Ctrl-D does"
      }
    }
  }

  let name: Name
  /// What follows the name.
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
    // A habit of statements: a semicolon at the end.
    self.rest = rest.hasSuffix(";") ? SQLStatements.trimmed(String(rest.dropLast())) : rest
  }

  /// The words after the name.
  var arguments: [String] { rest.split(separator: " ").map(String.init) }

  static var help: String {
    let commands = Name.allCases.map { [".\($0.rawValue) \($0.arguments)", $0.words] }
    return TextTable.aligned(commands, right: [false, false]) + keys
  }

  private static let keys = """

    A statement may span several lines, and ends with a semicolon. Tab completes a word, the up
    arrow brings back earlier statements, Ctrl-C clears the input or stops the statement that
    runs, and Ctrl-D ends.

    """
}

import LedgerCore
import LedgerRenderings
import Terminal

/// The completions of a word at the prompt: in a command, else in a statement.
struct PromptCompletion {
  let statement: SQLCompletion
  let queries: [String]

  /// The choices for the last word of `line`.
  ///
  /// `earlier`: the lines of the same statement before it.
  private func words(for line: String, after earlier: String) -> SQLCompletion.Words {
    guard earlier.isEmpty, line.hasPrefix(".") else {
      return statement.words(for: line, after: earlier)
    }
    let parts = line.split(separator: " ", omittingEmptySubsequences: false)
    let typed = String(parts.last ?? "")
    let choices =
      parts.count == 1
      ? PromptCommand.names.map { "." + $0 } : choices(for: String(parts[0].dropFirst()))
    return SQLCompletion.Words(typed: typed, choices: choices.filter { $0.hasPrefix(typed) })
  }

  /// What the editor makes of a word.
  func completion(of line: String, after earlier: String) -> LineEditor.Completion {
    let words = words(for: line, after: earlier)
    if words.choices.isEmpty { return .unknown }
    if let certain = words.certain { return .replacement(of: words.typed.count, with: certain) }
    return .choice(TextTable.columns(words.choices, width: System.columns(of: 1)))
  }

  /// What may follow a command.
  private func choices(for command: String) -> [String] {
    switch PromptCommand.Name(rawValue: command) {
    case .mode: ListingFormat.allCases.map(\.rawValue)
    case .schema: statement.names.relations.map(\.name).filter { !$0.contains(".") }
    case .run: queries
    case .explain: ["on", "off"]
    default: []
    }
  }
}

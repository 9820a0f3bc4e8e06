/// Former names of commands, which still work and which nothing shows.
///
/// The parser's own aliases would be listed in the help, the manual and the completions.
enum RenamedCommand {
  /// Each former name, and the name that took its place.
  private static let names: KeyValuePairs = [
    ["import", "shows"]: "totals",
    ["import", "creators"]: "memberships",
    ["import", "export"]: "files",
  ]

  /// The names that took the place of former ones behind some words, by the former ones.
  static func names(after words: [String]) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: names.compactMap { former, name in
        former.dropLast() == words[...] ? former.last.map { ($0, name) } : nil
      })
  }

  /// The arguments of the program, with the former name of a command replaced.
  static func current(_ arguments: [String]) -> [String] {
    var arguments = arguments
    var words: [String] = []
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      index += 1
      switch argument {
      // Options that may precede a command.
      case "--db", "--wait": index += 1
      case _ where argument.hasPrefix("--db=") || argument.hasPrefix("--wait="): break
      case "help", "---completion": if !words.isEmpty { return arguments }
      case _ where argument.hasPrefix("-"): return arguments
      default:
        words.append(argument)
        if let name = names.first(where: { $0.key == words })?.value {
          arguments[index - 1] = name
          return arguments
        }
        guard names.contains(where: { $0.key.starts(with: words) }) else { return arguments }
      }
    }
    return arguments
  }
}

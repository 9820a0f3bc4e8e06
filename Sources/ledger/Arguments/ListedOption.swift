import ArgumentParser

/// An option or a flag, as the help of its command lists it.
struct ListedOption {
  /// `-f` and `--file`; the last is what messages call it.
  let names: [Substring]
  let takesValue: Bool
  /// Whether its description says so; a test compares that with what the parser takes.
  let isRepeatable: Bool

  /// The options of a command, and those of the subcommand that it runs by default.
  static func all(of command: any ParsableCommand.Type) -> [ListedOption] {
    // So wide that no description is wrapped.
    let help = command.helpMessage(includeHidden: true, columns: 10_000)
    let own = help.split(separator: "\n  -").dropFirst().map { text in
      // The description follows after two spaces, or in the next line.
      let head = text.firstRange(of: "  ")?.lowerBound ?? text.endIndex
      let words = "-\(text[..<head])".split { " ,\n".contains($0) }
      return ListedOption(
        names: words.filter { $0.hasPrefix("-") }, takesValue: words.contains { $0.hasPrefix("<") },
        isRepeatable: text.contains("may be repeated"))
    }
    return own + (command.configuration.defaultSubcommand.map(all) ?? [])
  }
}

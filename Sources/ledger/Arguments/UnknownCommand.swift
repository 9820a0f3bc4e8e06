import ArgumentParser
import LedgerCore

/// Refuses a command that does not exist, which the parser takes for an unexpected argument.
enum UnknownCommand {
  /// - Throws: `ValidationError`, with the commands that look like it.
  static func refuse(_ arguments: [String]) throws {
    var command: any ParsableCommand.Type = LedgerCommand.self
    var words: [String] = []
    for argument in arguments {
      let known = command.configuration.subcommands
      guard !known.isEmpty, !argument.hasPrefix("-"), argument != "help" else { return }
      let names = known.map { subcommand in subcommand._commandName }
      guard let index = names.firstIndex(of: argument) else {
        let former = RenamedCommand.names(after: words)
        let near = nearest(to: argument, among: names + former.keys.sorted())
          .map { former[$0] ?? $0 }
        // Where there is a default subcommand, anything else is its argument.
        if near.isEmpty, command.configuration.defaultSubcommand != nil { return }
        throw ValidationError(
          "there is no command \(quoted(argument))"
            + (near.isEmpty ? "" : ": did you mean \(near.joined(separator: " or "))?"))
      }
      command = known[index]
      words.append(argument)
    }
  }
}

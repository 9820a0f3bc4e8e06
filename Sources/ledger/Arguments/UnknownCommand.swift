import ArgumentParser
import LedgerCore

/// Names a command that there is not, which the parser takes for an argument too many.
enum UnknownCommand {
  /// - Throws: `ValidationError`, with the commands that look like it.
  static func refuse(_ arguments: [String]) throws {
    var command: any ParsableCommand.Type = Ledger.self
    for argument in arguments {
      let known = command.configuration.subcommands
      guard !known.isEmpty, !argument.hasPrefix("-"), argument != "help" else { return }
      let names = known.map { subcommand in subcommand._commandName }
      guard let index = names.firstIndex(of: argument) else {
        let near = nearest(to: argument, among: names)
        // Where there is a default, what is like no command is its argument.
        if near.isEmpty, command.configuration.defaultSubcommand != nil { return }
        throw ValidationError(
          "there is no command \(quoted(argument))"
            + (near.isEmpty ? "" : " (did you mean \(near.joined(separator: " or "))?)")
            + "; there are \(names.joined(separator: ", "))")
      }
      command = known[index]
    }
  }
}

import Foundation

/// The help of a command, as it is shown on a terminal of 80 columns.
struct HelpPage: Sendable, CustomStringConvertible {
  /// What the program says of its commands, for the writers of manuals and completions.
  private struct Dump: Decodable {
    struct Command: Decodable {
      let commandName: String
      let abstract: String?
      let discussion: String?
      let subcommands: [Command]?
      let arguments: [Argument]?
    }
    struct Argument: Decodable {
      struct Name: Decodable { let name: String }
      let kind: String
      let isOptional: Bool
      let isRepeating: Bool
      let preferredName: Name?
    }
    let command: Command
  }

  /// The command's words, without the name of the program.
  let words: [String]
  let abstract: String
  let discussion: String
  /// The names of the options that have to be given.
  let required: [String]
  /// The names of the options with a value, and whether they may be given again.
  let repeatable: [(name: String, isRepeatable: Bool)]
  let subcommands: [String]
  let lines: [String]

  var description: String { (["ledger"] + words).joined(separator: " ") }

  /// The lines of the discussion that are not prose: they begin with two blanks.
  var examples: [String] {
    discussion.components(separatedBy: "\n").filter { $0.hasPrefix("  ") }
  }

  /// The commands of the examples, with the lines that a backslash continues.
  var commands: [String] {
    var commands: [String] = []
    for line in examples {
      if let last = commands.last, last.hasSuffix("\\") {
        commands[commands.count - 1] = last + "\n" + line
      } else if line.hasPrefix("  ledger") {
        commands.append(String(line.dropFirst(2)))
      }
    }
    return commands
  }

  /// The pages of all commands but `help`, the program's own first.
  static let all = Result {
    let folder = try Shell.newFolder()
    let dump = try Shell.run("ledger --experimental-dump-help", in: folder).output
    let program = try JSONDecoder().decode(Dump.self, from: Data(dump.utf8)).command
    return try pages(of: program, [], in: folder)
  }

  private static func pages(
    of command: Dump.Command, _ words: [String], in folder: URL
  ) throws -> [HelpPage] {
    let subcommands = (command.subcommands ?? []).filter { $0.commandName != "help" }
    let help = try Shell.run(
      "COLUMNS=80 ledger \(words.joined(separator: " ")) --help", in: folder)
    let page = HelpPage(
      words: words, abstract: command.abstract ?? "", discussion: command.discussion ?? "",
      required: (command.arguments ?? []).filter { $0.kind == "option" && !$0.isOptional }
        .compactMap { $0.preferredName?.name },
      repeatable: (command.arguments ?? []).filter { $0.kind == "option" }
        .compactMap { option in option.preferredName.map { ($0.name, option.isRepeating) } },
      subcommands: subcommands.map(\.commandName),
      lines: help.output.components(separatedBy: "\n"))
    return try [page]
      + subcommands.flatMap { try pages(of: $0, words + [$0.commandName], in: folder) }
  }
}

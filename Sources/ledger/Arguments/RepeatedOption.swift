import ArgumentParser
import LedgerCore

/// Refuses an option that is given twice and has one value: the parser would take the last.
struct RepeatedOption {
  private var command: CommandDescription
  /// The preferred names of the options that were given.
  private var given: Set<String> = []

  /// - Throws: ``CommandFailure`` that names the option.
  static func refuse(_ arguments: [String]) throws {
    // Describing all commands takes longer than most of them run.
    guard hasRepeatedName(arguments), let root = CommandDescription(LedgerCommand._dumpHelp()) else {
      return
    }
    var reading = RepeatedOption(command: root)
    if let name = reading.repeated(in: arguments) {
      throw CommandFailure("\(name) is given twice, and has one value: leave one out", .invalid)
    }
  }

  private init(command: CommandDescription) { self.command = command }

  /// Whether something that may be an option occurs twice, or a letter beside a name that begins
  /// with it.
  private static func hasRepeatedName(_ arguments: [String]) -> Bool {
    let names = arguments.prefix { $0 != "--" }.compactMap(name)
    let letters = names.filter { $0.count == 2 }.compactMap(\.last)
    return Set(names).count < names.count
      || names.contains { name in
        name.count > 2 && letters.contains { name.dropFirst(2).first == $0 }
      }
  }

  /// `--market` in `--market=UK`; `nil` for what is no option, as `-1` and `-`.
  private static func name(in argument: String) -> Substring? {
    if argument.hasPrefix("--") { return argument.prefix { $0 != "=" } }
    let letter = argument.dropFirst()
    guard argument.hasPrefix("-"), letter.count == 1, letter.first?.isLetter == true else {
      return nil
    }
    return argument[...]
  }

  /// The first option that is given again and cannot be.
  private mutating func repeated(in arguments: [String]) -> String? {
    var rest = arguments.prefix { $0 != "--" }
    while let argument = rest.popFirst() {
      guard let name = Self.name(in: argument) else {
        if let inner = command.subcommand(argument) { command = inner }
        continue
      }
      guard let option = command.option(String(name)), option.takesValue else { continue }
      // What stands behind it is its value, whatever it looks like.
      if name.endIndex == argument.endIndex { _ = rest.popFirst() }
      if !given.insert(option.name).inserted, !option.isRepeatable { return option.name }
    }
    return nil
  }
}

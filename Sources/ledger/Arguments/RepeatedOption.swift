import ArgumentParser
import LedgerCore

/// Refuses an option that is given twice and has one value: the parser would take the last.
struct RepeatedOption {
  private var command: any ParsableCommand.Type = LedgerCommand.self
  private var options = ListedOption.all(of: LedgerCommand.self)
  /// The last names of the options that were given.
  private var given: Set<Substring> = []

  /// - Throws: ``CommandFailure`` that names the option.
  static func refuse(_ arguments: [String]) throws {
    // Listing options takes longer than all else at the program's start.
    guard hasRepeatedName(arguments) else { return }
    var reading = RepeatedOption()
    if let name = reading.repeated(in: arguments) {
      throw CommandFailure("\(name) is given twice, and has one value: leave one out", .invalid)
    }
  }

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
  private mutating func repeated(in arguments: [String]) -> Substring? {
    var rest = arguments.prefix { $0 != "--" }
    while let argument = rest.popFirst() {
      guard let name = Self.name(in: argument) else {
        let inner = command.configuration.subcommands.first { $0._commandName == argument }
        if let inner {
          command = inner
          options = ListedOption.all(of: inner)
        }
        continue
      }
      guard let option = options.first(where: { $0.names.contains(name) }), option.takesValue,
        let last = option.names.last
      else { continue }
      // What stands behind it is its value, whatever it looks like.
      if name.endIndex == argument.endIndex { _ = rest.popFirst() }
      if !given.insert(last).inserted, !option.isRepeatable { return last }
    }
    return nil
  }
}

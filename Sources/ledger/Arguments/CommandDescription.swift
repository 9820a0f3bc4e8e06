/// A command as the parser describes it.
struct CommandDescription {
  /// An option or a flag.
  struct Option {
    /// What it is called in messages: `--market`.
    let name: String
    let names: [String]
    let takesValue: Bool
    let isRepeatable: Bool
  }

  private let name: String
  private let options: [Option]
  private let subcommands: [CommandDescription]
  private let defaultSubcommand: String?

  /// Reads what `ParsableCommand._dumpHelp` prints; `nil` where that has another form.
  init?(_ dump: String) {
    guard let tool = JSONValue(dump), let command = CommandDescription(tool["command"]) else {
      return nil
    }
    self = command
  }

  private init?(_ json: JSONValue?) {
    guard let json, let name = json["commandName"]?.text else { return nil }
    self.name = name
    options = (json["arguments"]?.elements ?? []).compactMap(Option.init)
    subcommands = (json["subcommands"]?.elements ?? []).compactMap { CommandDescription($0) }
    defaultSubcommand = json["defaultSubcommand"]?.text
  }

  func subcommand(_ name: String) -> CommandDescription? {
    subcommands.first { $0.name == name }
  }

  /// The option of a name, of this command or of its default subcommand.
  func option(_ name: String) -> Option? {
    options.first { $0.names.contains(name) }
      ?? defaultSubcommand.flatMap(subcommand)?.option(name)
  }
}

extension CommandDescription.Option {
  fileprivate init?(_ json: JSONValue) {
    guard let name = Self.name(json["preferredName"]), let kind = json["kind"]?.text else {
      return nil
    }
    self.init(
      name: name, names: (json["names"]?.elements ?? []).compactMap(Self.name),
      takesValue: kind == "option", isRepeatable: json["isRepeating"] == .bool(true))
  }

  /// `--market`, or `-f`.
  private static func name(_ json: JSONValue?) -> String? {
    guard let name = json?["name"]?.text else { return nil }
    return (json?["kind"]?.text == "short" ? "-" : "--") + name
  }
}

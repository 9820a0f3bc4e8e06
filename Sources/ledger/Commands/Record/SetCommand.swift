import ArgumentParser
import LedgerCore
import LedgerKit
import LedgerRenderings

/// `ledger set`.
struct SetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: "Set what reports and imports use by default",
    usage: "ledger set [<options>] <name> (<value> | --unset)",
    discussion: """
      Examples:
        ledger set credit window:24h
        ledger set zone.US America/Los_Angeles
        ledger set credit --unset

      `ledger settings` lists the names. An option of a command takes precedence over a setting; \
      --credit none and --currency none do without one.
      """)

  @OptionGroup var book: BookOptions
  @Argument(
    help: "The setting, such as \(SettingKind.allCases.map(\.pattern).joined(separator: ", ")).")
  var name: String
  @Argument(help: "Its value.") var value: String?
  @Flag(help: "Take the setting back.") var unset = false
  @OptionGroup var entry: EntryOptions

  func validate() throws {
    guard (value == nil) == unset else { throw ValidationError("give a value, or --unset") }
  }

  func run() throws {
    try book.recording { book in
      let draft = try entry.draft("set", in: book)
      let (setting, recording) =
        try value.map { try book.set(name, to: $0, as: draft) } ?? book.unset(name, as: draft)
      Messages.show(recording.sentence(ofSetting: setting))
      return recording.receipt
    }
  }
}

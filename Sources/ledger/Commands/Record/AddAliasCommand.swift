import ArgumentParser
import LedgerCore
import LedgerKit

/// `ledger add-alias`.
struct AddAliasCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-alias",
    abstract: "Record that one name stands for another",
    usage: "ledger add-alias [<options>] <kind> <name> --as <name>",
    discussion: """
      Examples:
        ledger add-alias creator mia.glow --as Mia --citation "her profile"
        ledger add-alias product SKU-1042 --as "Lip Gloss"

      Reports show the other name in its place, and add up what both did. What is recorded stays \
      as it is, so a void of the alias shows both names again.
      """)

  @OptionGroup var book: BookOptions
  @Argument(help: "What has two names: creator, brand or product.") var kind: Alias.Kind
  @Argument(help: "The name that stands for another one.") var name: String
  @Option(name: .customLong("as"), help: ArgumentHelp("The name to show.", valueName: "name"))
  var canonical: String
  @OptionGroup var entry: EntryOptions

  func run() throws {
    try book.record { book in
      let alias = try book.alias(kind.rawValue, name, as: canonical, citation: entry.cited)
      let recording = try book.ledger.record([alias], as: entry.draft("add-alias", in: book))
      guard recording.receipt != nil else { return (alias, recording) }
      let uses = try book.uses(of: alias)
      if uses.shows == 0 { Messages.remark("no show names \(alias.kind) \(quoted(name)) yet") }
      if uses.sales == 0 { Messages.remark("no sale names product \(quoted(name)) yet") }
      return (alias, recording)
    }
  }
}

import ArgumentParser
import LedgerCore

/// Who records; for commands that take no other word on their entry.
struct AuthorOptions: ParsableArguments {
  @Option(help: authorHelp) var author: String?

  /// The name for new entries.
  func name() throws(LedgerError) -> String { try Author.name(author) }
}

/// The help of the option of this name, in every command that records.
let authorHelp = ArgumentHelp(
  "Who records it (default: $LEDGER_AUTHOR, or the user's name).", valueName: "name")

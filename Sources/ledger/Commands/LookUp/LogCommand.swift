import ArgumentParser
import LedgerCore
import LedgerKit
import LedgerRenderings

/// `ledger log`.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "List entries: what was recorded, when and by whom",
    usage: "ledger log [<options>]",
    discussion: """
      Examples:
        ledger log --limit 10
        ledger log --author "Mia Doe"

      An imported file is one line, even if it was recorded in several entries; --entries lists \
      each of them.
      """)

  @OptionGroup var book: BookOptions
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The most lines to list, 0 or more (default: all).", valueName: "number"))
  var limit: RowLimit?
  @Option(help: ArgumentHelp("Only what this person recorded.", valueName: "name"))
  var author: String?
  @Flag(name: .customLong("entries"), help: "List each entry of an imported file.")
  var listsEntries = false
  // The former name of --entries.
  @Flag(name: .customLong("chunks"), help: .hidden) var listsChunks = false
  @OptionGroup var listing: ListingOptions

  func run() throws {
    let lines = try book.reading { book in
      try book.log(
        limit: limit?.count, listsEntries: listsEntries || listsChunks, author: author)
    }
    try listing.show(.log(lines, for: listing.format))
  }
}

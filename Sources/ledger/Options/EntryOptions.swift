import ArgumentParser
import LedgerCore
import LedgerKit

/// What an entry says besides its facts; every command that records takes it.
struct EntryOptions: ParsableArguments {
  @OptionGroup var citation: CitationOptions

  @Option(help: ArgumentHelp("A remark, which `ledger log` shows.", valueName: "text"))
  var note: String?

  /// The draft of an entry in a book.
  func draft(_ command: String, in book: Book) throws(LedgerError) -> Entry.Draft {
    try book.draft(command, citation: citation.text, note: note)
  }
}

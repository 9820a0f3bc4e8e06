import ArgumentParser
import LedgerCore
import LedgerKit

/// What an entry says besides its facts; every command that records takes it.
struct EntryOptions: ParsableArguments {
  // Not a group of its own: a group within a group takes a fiftieth of a small command.
  @Option(
    help: ArgumentHelp(
      "Where the fact comes from: a link, a document or a person.", valueName: "text"))
  var citation: String?

  // The former name of --citation: elsewhere a source is the system that numbered an order.
  @Option(help: .hidden) var source: String?

  @Option(help: ArgumentHelp("A remark, which `ledger log` shows.", valueName: "text"))
  var note: String?

  @Option(help: authorHelp) var author: String?

  /// What was cited.
  var cited: String? { citation ?? source }

  func validate() throws {
    if citation != nil, source != nil {
      throw ValidationError("--source is the former name of --citation: leave it out")
    }
  }

  /// The draft of an entry in a book.
  func draft(_ command: String, in book: Book) throws(LedgerError) -> Entry.Draft {
    try book.draft(command, citation: cited, note: note, author: Author.name(author))
  }
}

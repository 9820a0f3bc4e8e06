import ArgumentParser
import LedgerCore
import LedgerKit
import LedgerRenderings
import Terminal

/// `ledger void`.
struct VoidCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "void",
    abstract: "Take back an entry, or a whole import",
    usage: "ledger void [<options>] <entry> --reason <reason>",
    discussion: """
      Examples:
        ledger void 12 --reason "loaded the wrong file"
        ledger void 12 --chunk --reason "the counter was off"

      If the entry belongs to an import, all entries of the import are voided, after a question \
      on a terminal; --chunk takes back only this one. Nothing is deleted: \
      the facts stay readable, and `ledger report --as-of` an earlier entry still counts them. \
      Facts that were voided may be recorded again; to record counts and sales again from the book \
      itself, void the void.
      """)

  @OptionGroup var book: BookOptions
  @Argument(
    help: ArgumentHelp("The number of an entry, as listed by `ledger log`.", valueName: "entry"))
  var entry: Int64
  @Option(help: "Why it is taken back.") var reason: String
  @Flag(help: "Take back only this entry of an import.") var chunk = false
  @Flag(help: "Record nothing, and show what would be taken back.") var dryRun = false
  @OptionGroup var author: AuthorOptions

  func run() throws {
    if !chunk, !dryRun { try announce() }
    try book.recording { book in
      let draft = try book.draft("void", because: reason, author: author.name())
      let record = try book.void(
        entry, chunk ? .entry : .file, reason: reason, as: draft, isTrial: dryRun)
      Messages.show(record.sentence(naming: entry, isTrial: dryRun))
      return dryRun ? nil : record.receipt
    }
  }

  /// Says what goes with the entry, and asks a person at a terminal.
  private func announce() throws {
    let entries = try book.reading { book in try book.entriesVoided(with: entry) }
    guard let announcement = VoidRecord.announcement(of: entries, with: entry) else { return }
    Messages.show(announcement + "; --chunk voids only entry \(entry)")
    guard System.isTerminal(0), System.isTerminal(2) else { return }
    System.show("void them all? [y/N] ", on: 2)
    let answer = readLine()?.lowercased()
    guard answer == "y" || answer == "yes" else { throw CommandFailure("nothing was voided") }
  }
}

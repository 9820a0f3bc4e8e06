import ArgumentParser
import LedgerCore
import LedgerKit
import LedgerRenderings

/// `ledger void`.
struct VoidCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "void",
    abstract: "Take back an entry, or a whole import",
    usage: "ledger void [<options>] <entry> --reason <reason>",
    discussion: """
      Example:
        ledger void 12 --reason "loaded the wrong file"

      If the entry belongs to an import, all entries of the import are voided. Nothing is deleted: \
      the facts stay readable, and `ledger report --as-of` an earlier entry still counts them. \
      Facts that were voided may be recorded again.
      """)

  @OptionGroup var book: BookOptions
  @Argument(
    help: ArgumentHelp("The number of an entry, as listed by `ledger log`.", valueName: "entry"))
  var entry: Int64
  @Option(help: "Why it is taken back.") var reason: String

  func run() throws {
    try book.recording { book in
      let draft = try book.draft("void", because: reason)
      let record = try book.ledger.void(entry, reason: reason, as: draft)
      Messages.show(record.sentence(naming: entry))
      return record.receipt
    }
  }
}

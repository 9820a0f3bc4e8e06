import ArgumentParser
import LedgerCore
import SQLiteStorage

/// `ledger void`.
struct VoidCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "void",
    abstract: "Take an entry back, or a whole import, by recording that it was wrong.",
    discussion: """
      Example:
        ledger void 12 --reason "loaded the wrong file"
      Of an import, any of its entries stands for all of them. Nothing is deleted: the facts stay
      readable, and `ledger report --as-of` before the void still counts them. What was voided may
      be recorded again.
      """)

  @OptionGroup var book: BookOptions
  @Argument(help: ArgumentHelp("The entry's number, as `ledger log` lists it.", valueName: "entry"))
  var entry: Int64
  @Option(help: "Why it is taken back.") var reason: String

  func run() throws {
    let reason = try checkedText(reason, field: "--reason")
    let record = try book.recording { ledger in
      try ledger.void(
        entry, reason: reason,
        as: Entry.Draft(recordedAt: System.now(), command: "void", note: reason))
    }
    let entries =
      record.voided.count == 1
      ? "entry \(entry)" : "the \(record.voided.count) entries of the import of entry \(entry)"
    Messages.show("voided \(entries) in entry \(record.entry): \(record.counts.phrase)")
  }
}

import ArgumentParser
import LedgerCore
import SQLiteStorage

/// `ledger restore`.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Make a book of a backup, where none is.",
    discussion: """
      Example:
        ledger restore /mnt/usb/shows.db --to shows.db
      The backup is checked before, and the book after. A file that is there already is left as it
      is: move it away first, and the files beside it that begin with its name.
      """)

  @OptionGroup var book: BookOptions
  @Argument(help: ArgumentHelp("What `ledger backup` made, or any book.", valueName: "backup"))
  var backup: String
  @Option(help: ArgumentHelp("The new book; else what --db says.", valueName: "path"))
  var to: String?

  func run() throws {
    let path = to ?? book.book
    let copy = try SQLiteLedger.restore(backup, to: path, waitingSeconds: book.wait)
    Messages.show("restored " + copy.text)
    Messages.show(copy.lastEntry?.receipt)
  }
}

import ArgumentParser
import LedgerCore
import LedgerKit
import LedgerRenderings

/// `ledger restore`.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Restore a backup to a new file",
    discussion: """
      Example:
        ledger restore /mnt/usb/shows.db --to shows.db

      The backup is checked before, and the book after. A file that exists is never overwritten: \
      move it away first, with the files next to it whose names begin with its name.
      """)

  @OptionGroup var book: BookOptions
  @Argument(
    help: ArgumentHelp("The copy that `ledger backup` made, or any book.", valueName: "backup"))
  var backup: String
  @Option(help: ArgumentHelp("The new file (default: that of --db).", valueName: "path"))
  var to: String?

  func run() throws {
    let path = to ?? book.book
    let copy = try Book.restore(backup, to: path, waitingSeconds: book.wait)
    Messages.show("restored " + copy.text)
    Messages.show(copy.lastEntry?.receipt)
  }
}

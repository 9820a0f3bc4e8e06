import ArgumentParser
import LedgerCore
import LedgerKit
import LedgerRenderings

/// `ledger upgrade`.
struct UpgradeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "upgrade",
    abstract: "Bring a book of an older program up to date, for good",
    discussion: """
      Example:
        ledger upgrade --db shows.db

      Keeps a copy of the book as it was beside it, and says which figures of this book are \
      others now, and by which step. Entries and receipts stay what they were. Until then, reading \
      leaves an older book as it is.
      """)

  @OptionGroup var book: BookOptions
  @Flag(help: "Keep no copy of the book as it was.") var noBackup = false

  func run() throws {
    let upgrade = try Book.upgrade(book.book, keepsCopy: !noBackup, waitingSeconds: book.wait)
    for line in upgrade.lines(of: book.book) { Messages.show(line) }
  }
}

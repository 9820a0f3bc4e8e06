import ArgumentParser
import LedgerKit

/// `ledger init`.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make an empty book",
    discussion: """
      Example:
        ledger init --db shows.db

      A file that exists is never overwritten.
      """)

  @OptionGroup var book: BookOptions

  func run() throws {
    let made = try Book.make(at: book.book, waitingSeconds: book.wait)
    try made.close()
    Messages.show("made \(book.book)")
    Messages.show(opening: made)
  }
}

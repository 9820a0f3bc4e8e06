import ArgumentParser
import LedgerCore
import LedgerKit

/// `ledger move`.
struct MoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "move",
    abstract: "Rename a book, or move it to another folder",
    usage: "ledger move [--wait <seconds>] <book> <new>",
    discussion: """
      Examples:
        ledger move ledger.db uk-2021.db
        ledger move ledger.db archive

      The book keeps its entries and its receipts. Nobody may have it open: the command waits \
      for those who record or read. A file that exists is never overwritten. To another disk, the \
      book is copied, and the copy checked, before the old file is removed.
      """)

  @OptionGroup var book: BookOptions
  @Argument(help: ArgumentHelp("The book.", valueName: "book")) var old: String
  @Argument(help: ArgumentHelp("The new name, or a folder.", valueName: "new")) var new: String

  func validate() throws {
    if book.path != nil {
      throw ValidationError("`ledger move` takes both names as arguments: leave --db out")
    }
    if old.isEmpty || new.isEmpty { throw ValidationError("\"\" is not the name of a file") }
  }

  func run() throws {
    let moved = try Book.move(old, to: new, waitingSeconds: book.wait)
    Messages.show("moved \(quoted(old)) to \(quoted(moved))")
  }
}

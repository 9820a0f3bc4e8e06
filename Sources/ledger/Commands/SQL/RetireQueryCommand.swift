import ArgumentParser
import LedgerCore
import SQLiteStorage

/// `ledger queries retire`.
struct RetireQueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retire", abstract: "Take a saved question off the list; its versions stay.",
    discussion: """
      Example:
        ledger queries retire sold
      What it was can still be shown; saving a question under the name again brings it back.
      """)

  @Argument(help: "The name, as `ledger queries` lists it.", completion: .questions) var name:
    String
  @OptionGroup var book: BookOptions
  @OptionGroup var entry: EntryOptions

  func run() throws {
    try book.recording { ledger in
      let number = try ledger.retireQuestion(name, as: entry.draft("queries retire"))
      Messages.show("retired question \(quoted(name)) in entry \(number)")
      if try ledger.savedQuestions().contains(where: { $0.question.name == name }) {
        Messages.remark("the one of that name that ships with the program is there again")
      }
    }
  }
}

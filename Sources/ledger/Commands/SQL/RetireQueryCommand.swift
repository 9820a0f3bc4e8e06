import ArgumentParser
import LedgerCore
import LedgerKit

/// `ledger queries retire`.
struct RetireQueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retire",
    abstract: "Retire a saved query; its versions stay",
    usage: "ledger queries retire [<options>] <name>",
    discussion: """
      Example:
        ledger queries retire sold

      A retired query can still be shown. Saving a query under its name again brings the name \
      back.
      """)

  @Argument(help: "The query's name, as listed by `ledger queries`.", completion: .queries)
  var name: String
  @OptionGroup var book: BookOptions
  @OptionGroup var entry: EntryOptions

  func run() throws {
    try book.recording { book in
      let receipt = try book.queries().retireQuery(
        name, as: entry.draft("queries retire", in: book))
      Messages.show("retired query \(quoted(name)) in entry \(receipt.entry)")
      if try book.queries().savedQueries().contains(where: { $0.query.name == name }) {
        Messages.remark("the query of that name that ships with the program is listed again")
      }
      return receipt
    }
  }
}

import ArgumentParser
import LedgerCore
import LedgerKit
import LedgerRenderings

/// `ledger show`.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print everything about a show, a claim or a survey",
    usage: "ledger show [<options>] <key>",
    discussion: """
      Examples:
        ledger show on-trend-2021-12-08
        ledger show on-trend-2021-12-08 --history
      """)

  @OptionGroup var book: BookOptions
  @Argument(
    help: ArgumentHelp("The key of the show, claim or survey.", valueName: "key"),
    completion: .events) var key: String
  @Flag(help: "Show every entry that recorded, amended or voided it.") var history = false
  @Option(help: "The format of the output.") var format = EventFormat.text

  func run() throws {
    let text = try book.reading { book in
      history ? format.render(try book.history(of: key)) : format.render(try book.find(key))
    }
    try Output.show(text)
  }
}

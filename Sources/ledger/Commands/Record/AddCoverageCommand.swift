import ArgumentParser
import LedgerCore
import LedgerKit

/// `ledger add-coverage`.
struct AddCoverageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-coverage",
    abstract: "Record over which time the sales of a market are complete",
    usage: "ledger add-coverage [<options>] --market <market> --from <time> --to <time>",
    discussion: """
      Example:
        ledger add-coverage --market UK --platform tiktok --from 2022-01-01 --to 2022-01-31

      A show without sales sold nothing only if all sales of its time are recorded; otherwise its \
      sales are not known. Days are whole days of the market. A time is written like \
      2022-01-31T18:00Z; --to is the first one that is not complete.
      """)

  @OptionGroup var book: BookOptions
  @Option(help: "The country.", completion: .markets) var market: String
  @Option(help: "Only the sales on this platform.") var platform: String?
  @Option(
    name: .customLong("order-source"),
    help: ArgumentHelp("Only the orders that this system numbers.", valueName: "source"))
  var orderSource: String?
  @Option(help: ArgumentHelp("Only the sales of shows with this creator.", valueName: "name"))
  var creator: String?
  @Option(help: ArgumentHelp("The first day, or a time.", valueName: "time")) var from: String
  @Option(help: ArgumentHelp("The last day, or a time.", valueName: "time")) var to: String
  @OptionGroup var times: TimeOptions
  @OptionGroup var entry: EntryOptions

  func run() throws {
    let words = CoverageWords(
      market: market, platform: platform, source: orderSource, creator: creator, from: from,
      to: to, zone: times.zoneName, citation: entry.cited)
    try book.record { book in
      let coverage = try book.coverage(words)
      let draft = try entry.draft("add-coverage", in: book)
      return (coverage, try book.ledger.record([coverage], as: draft))
    }
  }
}

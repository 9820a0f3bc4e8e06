import ArgumentParser
import LedgerCore
import LedgerRenderings
import LedgerKit

/// `ledger targets`.
struct TargetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "targets",
    abstract: "List targets of markets and shows",
    usage: "ledger targets [<options>]",
    discussion: """
      Example:
        ledger targets --market UK
      """)

  @OptionGroup var book: BookOptions
  @Option(help: "Only targets of this country and its shows.", completion: .markets) var market:
    String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Answer from what was recorded by then: an entry's number, a day or a time, in UTC.",
      valueName: "when"))
  var asOf: String?
  @OptionGroup var listing: ListingOptions

  func run() throws {
    let records = try book.reading { book in try book.targets(in: market, asOf: asOf) }
    try listing.show(.targets(records))
  }
}

import ArgumentParser
import LedgerCore
import LedgerKit
import LedgerRenderings

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
  @OptionGroup var past: UTCAsOfOptions
  @OptionGroup var listing: ListingOptions

  func run() throws {
    let records = try book.reading { book in try book.targets(in: market, asOf: past.asOf) }
    try listing.show(.targets(records))
  }
}

import ArgumentParser
import LedgerCore
import LedgerKit
import LedgerRenderings

/// `ledger coverages`.
struct CoveragesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverages",
    abstract: "List over which time sales are complete, and the gaps",
    usage: "ledger coverages [<options>]",
    discussion: """
      Example:
        ledger coverages --market UK

      Below the coverages is each week of a market in which the sales of shows are not known.
      """)

  @OptionGroup var book: BookOptions
  @Option(help: "Only those of this country.", completion: .markets) var market: String?
  @OptionGroup var past: UTCAsOfOptions
  @OptionGroup var listing: ListingOptions

  func run() throws {
    let found = try book.reading { book in try book.coverages(in: market, asOf: past.asOf) }
    try listing.show(.coverages(found.records, gaps: found.gaps))
  }
}

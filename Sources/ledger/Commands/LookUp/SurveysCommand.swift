import ArgumentParser
import LedgerCore
import LedgerKit
import LedgerRenderings

/// `ledger surveys`.
struct SurveysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "surveys",
    abstract: "List surveys, with 95% confidence intervals",
    usage: "ledger surveys [<options>]",
    discussion: """
      Example:
        ledger surveys --market UK --kind awareness

      Shares and intervals are in percent, latest survey first. The intervals are Wilson's, and \
      need a known sample size.
      """)

  @OptionGroup var book: BookOptions
  @Option(help: "Only surveys of this country.", completion: .markets) var market: String?
  @Option(help: "Only surveys of this kind, such as awareness.") var kind: String?
  @OptionGroup var past: UTCAsOfOptions
  @OptionGroup var listing: ListingOptions

  func run() throws {
    let surveys = try book.reading { book in
      try book.surveys(in: market, kind: kind, asOf: past.asOf)
    }
    try listing.show(.surveys(surveys.reversed()))
  }
}

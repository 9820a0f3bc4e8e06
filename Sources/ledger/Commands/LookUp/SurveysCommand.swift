import ArgumentParser
import LedgerCore
import LedgerRenderings
import SQLiteStorage

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
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Answer from what was recorded by then: an entry's number, a day or a time, in UTC.",
      valueName: "when"))
  var asOf: String?
  @OptionGroup var listing: ListingOptions

  func run() throws {
    let kind = try kind.map { text in try Survey.Kind(text) }
    let surveys = try book.reading { ledger in
      let market = try market.map { text in try ledger.reference().market(text).code }
      let entry = try asOf.map { text in try ledger.lastEntry(asOf: text, .utc) }
      if let kind { try kind.check(among: ledger.surveys(in: nil, asOf: entry)) }
      return try ledger.surveys(in: market, asOf: entry)
        .filter { survey in kind.map { $0 == survey.kind } ?? true }
    }
    try listing.show(.surveys(surveys.reversed()))
  }
}

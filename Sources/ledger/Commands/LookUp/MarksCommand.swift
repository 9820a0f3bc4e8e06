import ArgumentParser
import LedgerCore
import LedgerKit
import LedgerRenderings

/// `ledger marks`.
struct MarksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "marks",
    abstract: "List what happened in shows",
    usage: "ledger marks [<options>]",
    discussion: """
      Example:
        ledger marks --event on-trend-2021-12-08
      """)

  @OptionGroup var book: BookOptions
  @Option(help: ArgumentHelp("Only marks of this show.", valueName: "key"), completion: .events)
  var event: String?
  @Option(help: "Only marks of this country's shows.", completion: .markets) var market: String?
  @Option(help: "Only marks about this, such as host.") var kind: String?
  @OptionGroup var past: UTCAsOfOptions
  @OptionGroup var listing: ListingOptions

  func run() throws {
    let records = try book.reading { book in
      try book.marks(of: event, in: market, kind: kind, asOf: past.asOf)
    }
    try listing.show(.marks(records))
  }
}

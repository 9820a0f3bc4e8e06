import ArgumentParser
import LedgerCore
import LedgerKit
import LedgerRenderings

/// `ledger shifts`.
struct ShiftsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shifts",
    abstract: "Show what fell into each host's shift",
    usage: """
      ledger shifts [<options>] --market <market>
      ledger shifts [<options>] --event <key> [--reported]
      """,
    discussion: """
      Example:
        ledger shifts --event on-trend-2021-12-08

      A shift is a mark of kind host. Its orders are those credited to the show that were placed \
      in its time; what came back of them counts for it, whenever that was. A shift without an end \
      lasts until the next host's begins, else until the end of the show. Where shifts overlap, \
      viewers and sales count in each.

      --reported lists instead what was added to reported totals between two observations of \
      a running show, and who led it meanwhile.
      """)

  @OptionGroup var book: BookOptions
  @Option(help: "The country.", completion: .markets) var market: String?
  @Option(
    help: ArgumentHelp("Only the shifts of this show.", valueName: "key"), completion: .events)
  var event: String?
  @Flag(help: "List what reported totals gained between two observations.") var reported = false
  @OptionGroup var past: UTCAsOfOptions
  @OptionGroup var listing: ListingOptions

  func validate() throws {
    guard market != nil || event != nil else {
      throw ValidationError("name a country with --market, or a show with --event")
    }
    if reported, event == nil || market != nil || past.asOf != nil {
      throw ValidationError("--reported is of one show: name it with --event, and nothing else")
    }
  }

  func run() throws {
    guard reported, let event else {
      let shifts = try book.reading { book in
        try book.shifts(in: market, of: event, asOf: past.asOf)
      }
      return try listing.show(.shifts(shifts))
    }
    try listing.show(
      .reportedParts(try book.reading { book in try book.reportedParts(of: event) }))
  }
}

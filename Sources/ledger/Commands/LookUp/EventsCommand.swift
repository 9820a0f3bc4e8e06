import ArgumentParser
import LedgerCore
import LedgerKit
import LedgerRenderings

/// `ledger events`.
struct EventsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "events",
    abstract: "List shows, newest first",
    usage: "ledger events [<options>]",
    discussion: """
      Example:
        ledger events --market UK --from 2021-12-01 --format csv
      """)

  @OptionGroup var book: BookOptions
  @Option(help: "Only shows of this country.", completion: .markets) var market: String?
  @OptionGroup var days: DayOptions
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The most shows to list, 0 or more (default: all).", valueName: "number"))
  var limit: RowLimit?
  @OptionGroup var listing: ListingOptions

  func run() throws {
    let events = try book.reading { book in
      try book.events(in: market, days: days.range, limit: limit?.count)
    }
    try listing.show(.events(events))
  }
}

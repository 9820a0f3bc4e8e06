import ArgumentParser
import LedgerCore
import LedgerKit
import LedgerRenderings

/// `ledger rates`.
struct RatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rates",
    abstract: "List exchange rates",
    usage: "ledger rates [<options>]",
    discussion: """
      Example:
        ledger rates --currency GBP --from 2021-12-01 --to 2021-12-31

      An exchange rate says how many units of the currency one unit of the base is worth.
      """)

  @OptionGroup var book: BookOptions
  @Option(
    help: ArgumentHelp(
      "Only between these currencies and the euro; may be repeated.", valueName: "code"))
  var currency: [String] = []
  @OptionGroup var dates: DateOptions
  @OptionGroup var past: UTCAsOfOptions
  @OptionGroup var listing: ListingOptions

  func run() throws {
    let rates = try book.reading { book in
      try book.rates(between: currency, days: dates.range, asOf: past.asOf)
    }
    try listing.show(.rates(rates))
  }
}

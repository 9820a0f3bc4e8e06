import ArgumentParser
import LedgerCore
import LedgerRenderings
import LedgerKit

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
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Answer from what was recorded by then: an entry's number, a day or a time, in UTC.",
      valueName: "when"))
  var asOf: String?
  @OptionGroup var listing: ListingOptions

  func run() throws {
    let days = try dates.days()
    let rates = try book.reading { book in
      try book.rates(between: currency, days: days, asOf: asOf)
    }
    try listing.show(.rates(rates))
  }
}

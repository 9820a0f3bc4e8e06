import ArgumentParser
import LedgerCore
import SQLiteStorage

/// `ledger rates`.
struct Rates: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List exchange rates.",
    discussion: """
      Example:
        ledger rates --currency GBP --from 2021-12-01 --to 2021-12-31
      A rate says how many units of the currency one unit of the base is worth.
      """)

  @OptionGroup var book: BookOptions
  @Option(
    help: ArgumentHelp(
      "Only rates between these currencies and the euro; may be repeated.", valueName: "code"))
  var currency: [String] = []
  @OptionGroup var dates: DateOptions
  @Option(help: "table, csv, json or jsonl.") var format = ListingFormat.table

  func run() throws {
    let days = try dates.days()
    let rates = try book.reading { ledger in
      let reference = try ledger.reference()
      let currencies = try Set(currency.map { code in try reference.currency(code) })
      return try ledger.rates(
        between: currencies.isEmpty ? nil : currencies.union([ExchangeRates.pivot]), on: days,
        asOf: nil)
    }
    try Listing.show(
      ["date", "base", "currency", "rate", "source"],
      rates.map { rate in
        [
          .text(rate.day.description), .text(rate.base.code), .text(rate.currency.code),
          .text(rate.value.text), .text(rate.source),
        ]
      }, as: format)
  }
}

import ArgumentParser
import LedgerCore
import LedgerKit

/// `ledger add-sale`.
struct AddSaleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-sale",
    abstract: "Record a sale, cancellation, refund or adjustment",
    usage: """
      ledger add-sale [<options>] --order <number> --line <number>
      --product <code> --quantity <quantity> --amount <amount>
      --currency <code> --at <time>
      """,
    discussion: """
      Examples:
        ledger add-sale --event on-trend-2021-12-08 --order 1001 --line 1 \\
          --product BLENDER --quantity 2 --amount 19.98 --currency GBP \\
          --at 2021-12-08T17:20:00Z
        ledger add-sale --event on-trend-2021-12-08 --order 1001 --line 1 \\
          --product BLENDER --kind refund --quantity -1 --amount -9.99 \\
          --currency GBP --at 2021-12-14T10:00:00Z

      The amount is that of the whole line. Cancellations and refunds are negative, and dated when \
      they happened. To record a second refund of a line, give it another line number.
      """)

  @OptionGroup var book: BookOptions
  @Option(
    help: ArgumentHelp("The show that the sale is credited to.", valueName: "key"),
    completion: .events)
  var event: String?
  @Option(help: "The country, if the sale is credited to no show.", completion: .markets)
  var market: String?
  @Option(
    name: .customLong("order-source"),
    help: ArgumentHelp("The source: the system that numbered the order.", valueName: "name"))
  var orderSource = Sale.defaultSource
  @Option(help: ArgumentHelp("The order's number.", valueName: "number")) var order: String
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The line's number in the order.", valueName: "number"))
  var line: Int64
  @Option(help: "The kind: sale, cancellation, refund or adjustment.") var kind = "sale"
  @Option(help: ArgumentHelp("The product's code.", valueName: "code")) var product: String
  @Option(parsing: .unconditional, help: "How many units.") var quantity: Int64?
  @Flag(help: "Nobody says how many units.") var quantityUnknown = false
  @Option(parsing: .unconditional, help: "The line's amount, such as 19.98.") var amount: String
  @Option(help: ArgumentHelp("The currency's ISO 4217 code.", valueName: "code")) var currency:
    String
  @Option(help: ArgumentHelp("When, in ISO 8601.", valueName: "time")) var at: String
  @Option(
    help: ArgumentHelp(
      "The earliest that a refund can have happened, if --at is only the latest.",
      valueName: "time"))
  var notBefore: String?
  @OptionGroup var times: TimeOptions
  @OptionGroup var entry: EntryOptions

  func validate() throws {
    if event == nil, market == nil {
      throw ValidationError("a sale has a show or a market: add --event KEY or --market UK")
    }
    if quantity == nil, !quantityUnknown {
      throw ValidationError("how many units? Add --quantity NUMBER, or --quantity-unknown")
    }
    if quantity != nil, quantityUnknown {
      throw ValidationError("--quantity-unknown stands next to --quantity: leave one of them out")
    }
  }

  func run() throws {
    let words = SaleWords(
      source: orderSource, order: order, line: line, kind: kind, product: product,
      quantity: quantity, amount: amount, currency: currency, at: at, notBefore: notBefore,
      zone: times.zoneName,
      event: event, market: market)
    try book.record { book in
      let sale = try book.sale(words)
      return (sale, try book.ledger.record([sale], as: entry.draft("add-sale", in: book)))
    }
  }
}

import ArgumentParser
import LedgerCore
import LedgerKit

/// `ledger add-credit`.
struct AddCreditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-credit",
    abstract: "Record which show or channel sold an order",
    usage: """
      ledger add-credit [<options>] --order <number>
      """,
    discussion: """
      Example:
        ledger add-credit --event on-trend-2021-12-08 --order 1001 \\
          --order-source shopify --citation "the affiliate export"

      The order counts for this show from now on, whatever show its sales name. A credit of one \
      line goes before a credit of the whole order; of two alike, the one observed last counts.
      """)

  @OptionGroup var book: BookOptions
  @Option(
    help: ArgumentHelp("The show that sold the order.", valueName: "key"), completion: .events)
  var event: String?
  @Option(
    help: ArgumentHelp(
      "The channel that sold it: live, video, product_card, shop_tab, ads or other.",
      valueName: "name"))
  var channel: String?
  @Option(help: ArgumentHelp("The creator who sold it.", valueName: "name")) var creator: String?
  @Option(
    name: .customLong("order-source"),
    help: ArgumentHelp("The source: the system that numbered the order.", valueName: "name"))
  var orderSource = Sale.defaultSource
  @Option(help: ArgumentHelp("The order's number.", valueName: "number")) var order: String
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The line's number in the order; all of its lines if left out.", valueName: "number"))
  var line: Int64?
  @Option(
    help: ArgumentHelp("When this was seen, in ISO 8601; now if left out.", valueName: "time"))
  var observedAt: String?
  @OptionGroup var times: TimeOptions
  @OptionGroup var entry: EntryOptions

  func run() throws {
    let words = CreditWords(
      source: orderSource, order: order, line: line, event: event, channel: channel,
      creator: creator, observedAt: observedAt,
      zone: times.zoneName, citation: entry.cited)
    try book.record { book in
      let credit = try book.credit(words)
      return (credit, try book.ledger.record([credit], as: entry.draft("add-credit", in: book)))
    }
  }
}

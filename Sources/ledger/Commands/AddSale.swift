import ArgumentParser
import LedgerCore
import SQLiteStorage

/// `ledger add-sale`.
struct AddSale: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-sale",
    abstract: "Record one movement of units and money: a sale, cancellation, refund or adjustment.",
    discussion: """
      Example:
        ledger add-sale --event on-trend-2021-12-08 --order 1001 --line 1 --product BLENDER \\
          --quantity 2 --amount 19.98 --currency GBP --at 2021-12-08T17:20:00Z
        ledger add-sale --event on-trend-2021-12-08 --order 1001 --line 1 --product BLENDER \\
          --kind refund --quantity -1 --amount -9.99 --currency GBP --at 2021-12-14T10:00:00Z
      The amount is of the whole line. What goes back is negative and dated when it went.
      """)

  @OptionGroup var book: BookOptions
  @Option(
    help: ArgumentHelp("The event that it is credited to.", valueName: "key"), completion: .events)
  var event: String?
  @Option(help: "The country, where it is credited to no event.", completion: .markets) var market:
    String?
  @Option(
    name: .customLong("order-source"),
    help: ArgumentHelp("The system that numbered the order.", valueName: "name"))
  var orderSource = Sale.defaultSource
  @Option(help: ArgumentHelp("The order's number.", valueName: "number")) var order: String
  @Option(
    parsing: .unconditional, help: ArgumentHelp("The line of the order.", valueName: "number"))
  var line: Int64
  @Option(help: "sale, cancellation, refund or adjustment.") var kind = "sale"
  @Option(help: ArgumentHelp("What was sold.", valueName: "code")) var product: String
  @Option(parsing: .unconditional, help: "Units.") var quantity: Int64
  @Option(parsing: .unconditional, help: "The line's amount: 19.98.") var amount: String
  @Option(help: ArgumentHelp("ISO 4217.", valueName: "code")) var currency: String
  @Option(help: ArgumentHelp("When, in ISO 8601.", valueName: "time")) var at: String
  @OptionGroup var times: TimeOptions
  @OptionGroup var citation: CitationOptions

  func validate() throws {
    if event == nil, market == nil {
      throw ValidationError("a sale names its event or its market: --event KEY or --market UK")
    }
  }

  func run() throws {
    try book.recording { ledger in
      let reference = try ledger.reference()
      let sale = try Sale(
        source: orderSource, order: order, line: line, kind: saleKind(), product: product,
        quantity: quantity, amount: money(reference), at: times.instant(at, flag: "--at"),
        event: event.map { text throws(LedgerError) in try EventKey(text) },
        market: market.map { text throws(LedgerError) in try reference.market(text).code })
      try announce(ledger.record([sale], as: citation.draft("add-sale")), of: sale)
    }
  }

  private func saleKind() throws(LedgerError) -> Sale.Kind {
    if let kind = Sale.Kind(rawValue: kind.lowercased()) { return kind }
    let kinds = Sale.Kind.allCases.map(\.rawValue).joined(separator: ", ")
    throw .invalid(field: "--kind", value: kind, reason: "is not one of \(kinds)")
  }

  private func money(_ reference: Reference) throws(LedgerError) -> Money {
    let currency = try reference.currency(currency)
    do {
      return Money(micros: try NumberFormat.plain.decimal(amount).micros, currency: currency)
    } catch {
      throw .invalid(field: "--amount", value: amount, reason: error.description)
    }
  }
}

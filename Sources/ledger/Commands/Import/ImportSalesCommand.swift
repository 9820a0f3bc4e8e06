import ArgumentParser
import LedgerImport

/// `ledger import sales`.
struct ImportSalesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sales",
    abstract: "Load sales, cancellations, refunds and adjustments",
    discussion: """
      Example:
        ledger import sales --currency GBP --market UK orders.csv

      The ledger's own columns are order, line, product, quantity, amount, currency, at, one of \
      event and market, and optionally kind, source, quantity_unknown and not_before. The source \
      is the system that numbered the order.
      """)

  @OptionGroup var options: ImportOptions
  @OptionGroup var follow: FollowOptions
  @Option(help: ArgumentHelp("The show of all rows.", valueName: "key"), completion: .events)
  var event: String?
  @Option(help: "The market of all rows.", completion: .markets) var market: String?
  @Option(help: ArgumentHelp("The currency of all rows.", valueName: "code"))
  var currency: String?
  @Option(help: "The shop or system of all rows, which numbers the orders.") var source: String?
  @Option(
    help: ArgumentHelp(
      "All sales of these days or times are in the files: 2022-01-01..2022-01-31.",
      valueName: "from..to"))
  var complete: String?
  @Option(
    help: ArgumentHelp("When the file was made, in ISO 8601.", valueName: "time"))
  var observedAt: String?
  @Flag(help: "The file does not say how many units; for all rows.") var quantityUnknown = false

  func run() throws {
    try ImportRun(
      .sales, options,
      constants: [
        ("event", event), ("market", market), ("currency", currency), ("observed_at", observedAt),
        ("source", source), ("quantity_unknown", quantityUnknown ? "yes" : nil),
      ],
      follow: follow, complete: complete
    ).run()
  }
}

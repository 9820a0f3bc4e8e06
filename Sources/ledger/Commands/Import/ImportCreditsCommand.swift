import ArgumentParser
import LedgerImport

/// `ledger import credits`.
struct ImportCreditsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "credits",
    abstract: "Load what sold which orders",
    discussion: """
      Example:
        ledger import credits --source shopify credits.csv

      The ledger's own columns are order, and one or more of event, channel and creator, and \
      optionally line, source, observed_at and citation. The orders and the shows may be recorded \
      before or after.
      """)

  @OptionGroup var options: ImportOptions
  @Option(help: ArgumentHelp("The show of all rows.", valueName: "key"), completion: .events)
  var event: String?
  @Option(
    help: ArgumentHelp("The channel of all rows, such as live or video.", valueName: "name"))
  var channel: String?
  @Option(help: ArgumentHelp("The creator of all rows.", valueName: "name")) var creator: String?
  @Option(help: "The shop or system of all rows, which numbers the orders.") var source: String?
  @Option(
    help: ArgumentHelp("When the file was made, in ISO 8601.", valueName: "time"))
  var observedAt: String?

  func run() throws {
    try ImportRun(
      .credits, options,
      constants: [
        ("event", event), ("channel", channel), ("creator", creator), ("source", source),
        ("observed_at", observedAt),
      ]
    ).run()
  }
}

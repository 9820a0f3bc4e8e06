import ArgumentParser
import LedgerCore
import LedgerKit
import LedgerRenderings

/// `ledger drift`.
struct DriftCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drift",
    abstract: "Show how the figures of a show were restated",
    usage: "ledger drift [<options>] --event <key>",
    discussion: """
      Example:
        ledger drift --event on-trend-2021-12-08 --metric gmv_net

      Lists the audience counts that were recorded more than once; what platforms reported, by the \
      time it was observed; and each figure of the show after each entry that changed it.
      """)

  @OptionGroup var book: BookOptions
  @Option(help: ArgumentHelp("The show's key.", valueName: "key"), completion: .events) var event:
    String
  @Option(
    help: ArgumentHelp(
      "Only this figure, as listed by `ledger explain`; may be repeated.",
      valueName: "metric"))
  var metric: [String] = []
  @OptionGroup var listing: ListingOptions

  func run() throws {
    let drift = try book.reading { book in try book.drift(of: event, metrics: metric) }
    try listing.show(.drift(drift, hasFacts: metric.isEmpty))
  }
}

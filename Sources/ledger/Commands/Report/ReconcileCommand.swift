import ArgumentParser
import LedgerCore
import LedgerKit
import LedgerRenderings

/// `ledger reconcile`.
struct ReconcileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconcile",
    abstract: "Compare platforms' figures with order lines",
    usage: "ledger reconcile [<options>] --market <market>",
    discussion: """
      Example:
        ledger reconcile --market UK --window 24h

      The difference is reported minus order lines. It is split into lines sold after the report \
      was made, lines that only the rule credits to the show, lines sold once the platform's \
      window had closed, lines cancelled or refunded that it leaves out, and lines credited to no \
      show that were sold in the show's time or in the window after it. A part is named only if \
      parts come to the difference exactly; what is left is unexplained. Times are compared by the \
      quarter of an hour.

      The exit status is 2 if anything is unexplained, or has no order lines to be compared with.
      """)

  @OptionGroup var book: BookOptions
  @Option(help: "The country.", completion: .markets) var market: String
  @OptionGroup var days: DayOptions
  @Option(
    help: ArgumentHelp(
      "How long after a show an order may be of it, such as 24h.", valueName: "length"))
  var window = "0m"
  @Option(help: ArgumentHelp("Differences up to this are none.", valueName: "amount"))
  var tolerance = "0"
  @OptionGroup var credit: CreditOptions
  @OptionGroup var past: UTCAsOfOptions
  @OptionGroup var listing: ListingOptions

  func run() throws {
    let found = try book.reading { book in
      try book.reconciliation(
        of: market, days: days.range, window: window, tolerance: tolerance,
        credit: credit.credit, asOf: past.asOf)
    }
    try listing.show(.reconciliation(found))
    let alone = found.lines.count { $0.unexplained == nil }
    if found.lines.isEmpty {
      Messages.remark("no platform reports the merchandise value of a show: nothing is compared")
    } else if alone > 0 {
      Messages.remark(
        alone == 1
          ? "1 reported value has no order lines to be compared with"
          : "\(alone) reported values have no order lines to be compared with")
    }
    if found.lines.contains(where: { $0.unexplained?.micros != 0 }) { throw ExitCode(2) }
  }
}

import ArgumentParser
import LedgerCore
import LedgerKit
import LedgerRenderings

/// `ledger credits`.
struct CreditsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "credits",
    abstract: "List which shows sold which orders",
    usage: "ledger credits [<options>]",
    discussion: """
      Example:
        ledger credits --state no_sale

      The state says what a credit comes to: credited, or why it does not count: no_show and \
      no_sale are not recorded yet, other_market is an order of another market than the show's, \
      and overruled is a credit that another one of the same lines goes before.
      """)

  @OptionGroup var book: BookOptions
  @Option(help: ArgumentHelp("Only credits to this show.", valueName: "key"), completion: .events)
  var event: String?
  @Option(help: ArgumentHelp("Only credits of this order.", valueName: "number")) var order: String?
  @Option(help: "Only credits that come to this.") var state: CreditState?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The most credits to list, 0 or more (default: all).", valueName: "number"))
  var limit: RowLimit?
  @OptionGroup var past: UTCAsOfOptions
  @OptionGroup var listing: ListingOptions

  func run() throws {
    let records = try book.reading { book in
      try book.credits(
        event: event, order: order, state: state, limit: limit?.count, asOf: past.asOf)
    }
    try listing.show(.credits(records))
  }
}

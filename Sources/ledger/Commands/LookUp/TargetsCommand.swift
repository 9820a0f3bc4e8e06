import ArgumentParser
import LedgerCore
import LedgerRenderings
import SQLiteStorage

/// `ledger targets`.
struct TargetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "targets",
    abstract: "List targets of markets and shows",
    usage: "ledger targets [<options>]",
    discussion: """
      Example:
        ledger targets --market UK
      """)

  @OptionGroup var book: BookOptions
  @Option(help: "Only targets of this country and its shows.", completion: .markets) var market:
    String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Answer from what was recorded by then: an entry's number, a day or a time, in UTC.",
      valueName: "when"))
  var asOf: String?
  @OptionGroup var listing: ListingOptions

  func run() throws {
    let records = try book.reading { ledger in
      let market = try market.map { text in try ledger.reference().market(text) }
      let entry = try asOf.map { text in try ledger.lastEntry(asOf: text, .utc) }
      return try ledger.targets(in: market?.code, asOf: entry)
    }
    try listing.show(
      ["market", "event", "metric", "period", "value", "currency", "source", "entry"],
      records.map { record in
        let target = record.target
        return [
          .text(record.market.description), .optional(target.event?.description),
          .text(target.metric.description), .optional(target.period?.description),
          .text(target.exactText), .optional(target.money?.currency.code),
          .optional(target.source), .integer(record.entry),
        ]
      })
  }
}

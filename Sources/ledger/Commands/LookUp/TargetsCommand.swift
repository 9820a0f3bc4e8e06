import ArgumentParser
import LedgerCore
import SQLiteStorage

/// `ledger targets`.
struct TargetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "targets",
    abstract: "List what markets and events were to reach.",
    discussion: """
      Example:
        ledger targets --market UK
      """)

  @OptionGroup var book: BookOptions
  @Option(help: "Only those of a country and its events.", completion: .markets) var market: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "What had been recorded by then: an entry's number, a day or a time, of UTC.",
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

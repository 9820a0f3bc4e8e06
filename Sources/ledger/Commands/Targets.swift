import ArgumentParser
import LedgerCore
import SQLiteStorage

/// `ledger targets`.
struct Targets: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List what markets and events were to reach.",
    discussion: """
      Example:
        ledger targets --market UK
      """)

  @OptionGroup var book: BookOptions
  @Option(help: "Only those of a country and its events.") var market: String?
  @Option(help: "table, csv, json or jsonl.") var format = ListingFormat.table

  func run() throws {
    let records = try book.reading { ledger in
      let market = try market.map { text in try ledger.reference().market(text) }
      return try ledger.targets(in: market?.code, asOf: nil)
    }
    try Listing.show(
      ["market", "event", "metric", "period", "value", "currency", "source", "entry"],
      records.map { record in
        let target = record.target
        return [
          .text(record.market.description), .optional(target.event?.description),
          .text(target.metric.description), .optional(target.period?.description),
          .text(target.exactText), .optional(target.money?.currency.code),
          .optional(target.source), .integer(record.entry),
        ]
      }, as: format)
  }
}

import ArgumentParser
import LedgerCore
import LedgerRenderings
import SQLiteStorage

/// `ledger queries list`.
struct ListQueriesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the saved queries",
    usage: "ledger queries list [<options>]")

  @OptionGroup var book: BookOptions
  @OptionGroup var listing: ListingOptions

  func run() throws {
    let records = try book.reading { ledger in try ledger.savedQueries() }
    try listing.show(
      ["name", "description", "parameters", "from", "version", "entry"],
      records.map { record in
        [
          .text(record.query.name), .optional(record.query.description),
          .optional(record.query.parameterText), .text(record.origin),
          .optional(record.entry == nil ? nil : Int64(record.version)), .optional(record.entry),
        ]
      })
  }
}

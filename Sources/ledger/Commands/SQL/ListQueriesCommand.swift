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
    try listing.show(.savedQueries(records))
  }
}

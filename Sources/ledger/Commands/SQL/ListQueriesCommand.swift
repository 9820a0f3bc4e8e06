import ArgumentParser
import LedgerCore
import LedgerKit
import LedgerRenderings

/// `ledger queries list`.
struct ListQueriesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the saved queries",
    usage: "ledger queries list [<options>]")

  @OptionGroup var book: BookOptions
  @OptionGroup var listing: ListingOptions

  func run() throws {
    let records = try book.reading { book in try book.queries().savedQueries() }
    try listing.show(.savedQueries(records))
  }
}

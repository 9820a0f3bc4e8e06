import ArgumentParser
import LedgerCore
import LedgerKit
import LedgerRenderings

/// `ledger aliases`.
struct AliasesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "aliases",
    abstract: "List names that stand for others, or that may",
    usage: "ledger aliases [<options>]",
    discussion: """
      Examples:
        ledger aliases
        ledger aliases --proposed

      Each is listed with how many shows, or lines of sales, name it. --proposed lists names of \
      creators instead that differ only by case, spaces and marks, or of which one is the \
      beginning of the other. `ledger add-alias` records an alias.
      """)

  @OptionGroup var book: BookOptions
  @Flag(help: "List names that may be of one creator.") var proposed = false
  @OptionGroup var past: UTCAsOfOptions
  @OptionGroup var listing: ListingOptions

  func validate() throws {
    if proposed, past.asOf != nil {
      throw ValidationError("--proposed compares the names of now: leave --as-of out")
    }
  }

  func run() throws {
    let aliases = try book.reading { book in
      proposed ? try book.possibleAliases() : try book.aliases(asOf: past.asOf)
    }
    try listing.show(
      .aliases(
        aliases.map {
          Listing.AliasLine($0.alias, shows: $0.shows, sales: $0.sales, entry: $0.entry)
        }))
  }
}

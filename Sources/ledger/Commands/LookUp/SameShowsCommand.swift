import ArgumentParser
import LedgerCore
import LedgerKit
import LedgerRenderings

/// `ledger same-shows`.
struct SameShowsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "same-shows",
    abstract: "List shows that have two keys, and those that may",
    usage: "ledger same-shows [<options>]",
    discussion: """
      Example:
        ledger same-shows

      A pair is proposed if two shows of one market and platform begin within 15 minutes, or \
      overlap with a creator in common. `ledger same-show` records that they are one.
      """)

  @OptionGroup var book: BookOptions
  @OptionGroup var listing: ListingOptions

  func run() throws {
    let (recorded, possible) = try book.reading { book in
      (try book.ledger.sameShows(asOf: nil), try book.possibleSameShows())
    }
    try listing.show(.sameShows(recorded, possible: possible))
  }
}

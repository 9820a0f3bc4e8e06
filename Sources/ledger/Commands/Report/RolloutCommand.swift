import ArgumentParser
import LedgerCore
import LedgerKit
import LedgerRenderings

/// `ledger rollout`.
struct RolloutCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rollout",
    abstract: "Show the rollout stage of each market, with sources",
    usage: "ledger rollout [<options>]",
    discussion: """
      Example:
        ledger rollout --market DE --as-of 2022-07-31

      For each market and platform, this is the stage that was reported last. --as-of with a date, \
      such as 2022-07-31 or 2022-H1, answers from what had been reported by then; with an entry's \
      number or a time, from what had been recorded in this book by then. A year alone is an \
      entry's number.
      """)

  @OptionGroup var book: BookOptions
  @Option(help: "Only claims about this country.", completion: .markets) var market: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Answer from what was known by a date, an entry or a time.", valueName: "when"))
  var asOf: String?
  @Flag(help: "List all claims, oldest first.") var history = false
  @Flag(help: "List claims that contradict each other.") var conflicts = false
  @OptionGroup var listing: ListingOptions

  func validate() throws {
    if history, conflicts { throw ValidationError("give --history or --conflicts, not both") }
  }

  func run() throws {
    let rollout = try book.reading { book in try book.rollout(in: market, asOf: asOf) }
    if conflicts { return try listing.show(.conflicts(rollout.conflicts)) }
    try listing.show(.claims(history ? rollout.history : rollout.latest))
  }
}

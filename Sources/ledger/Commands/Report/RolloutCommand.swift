import ArgumentParser
import LedgerCore
import LedgerRenderings
import SQLiteStorage

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
    // A year alone would be the number of an entry.
    let date = asOf.flatMap { Int64($0) == nil ? PartialDate($0) : nil }
    let rollout = try book.reading { ledger in
      let market = try market.map { text in try ledger.reference().market(text).code }
      let entry =
        if let asOf, date == nil { try ledger.lastEntry(asOf: asOf, .utc) } else { Int64?.none }
      return Rollout(try ledger.claims(in: market, asOf: entry), reportedBy: date)
    }
    if conflicts {
      try listing.show(ClaimRow.conflictNames, rollout.conflicts.map(ClaimRow.cells))
    } else {
      let lines = history ? rollout.history : rollout.latest
      try listing.show(ClaimRow.names, lines.map(ClaimRow.cells))
    }
  }
}

/// Claims as rows of a listing.
private enum ClaimRow {
  static let names = [
    "market", "platform", "stage", "effective", "reported", "source", "claim", "disputes",
    "disputed_by", "quote", "url",
  ]

  static func cells(_ line: Rollout.Line) -> [AnswerValue] {
    let claim = line.claim
    let disputedBy = line.disputedBy.map(\.key.description).joined(separator: "; ")
    return [
      .optional(claim.market?.description), .optional(claim.platform),
      .optional(claim.stage?.rawValue), .optional(claim.effective?.description),
      .text(claim.reported.description), .text(claim.source), .text(claim.key.description),
      .optional(claim.disputes?.description), disputedBy.isEmpty ? .null : .text(disputedBy),
      .optional(claim.quote), .optional(claim.url),
    ]
  }

  static let conflictNames = [
    "market", "platform", "conflict", "claim", "stage", "effective", "reported", "source",
    "other_claim", "other_stage", "other_effective", "other_reported", "other_source",
  ]

  static func cells(_ conflict: ClaimConflict) -> [AnswerValue] {
    let about: [AnswerValue] = [
      .optional(conflict.claim.market?.description), .optional(conflict.claim.platform),
      .text(conflict.reason.rawValue),
    ]
    return about + summary(conflict.claim) + summary(conflict.other)
  }

  private static func summary(_ claim: Claim) -> [AnswerValue] {
    [
      .text(claim.key.description), .optional(claim.stage?.rawValue),
      .optional(claim.effective?.description), .text(claim.reported.description),
      .text(claim.source),
    ]
  }
}

import ArgumentParser
import LedgerCore
import LedgerKit

/// `ledger end-membership`.
struct EndMembershipCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "end-membership",
    abstract: "Record that a creator left a programme, and why",
    usage: """
      ledger end-membership [<options>] --market <market> --creator <name>
      --left <date>
      """,
    discussion: """
      Example:
        ledger end-membership --market UK --creator Amy --left 2022-03-01 \\
          --reason "too few sales for the hours" --citation "interview"

      --left is the first day after the membership.
      """)

  @OptionGroup var book: BookOptions
  @OptionGroup var member: MemberOptions
  @Option(
    help: ArgumentHelp("The first day after the membership, such as 2022-03-01.", valueName: "date")
  )
  var left: String
  @Option(help: "Why the creator left, as stated.") var reason: String?
  @OptionGroup var entry: EntryOptions

  func run() throws {
    let words = LeavingWords(
      market: member.market, creator: member.creator, platform: member.platform, left: left,
      reason: reason, source: entry.cited)
    try book.recording { book in
      let membership = try book.membership(words)
      let draft = try entry.draft("end-membership", in: book)
      let recording = try book.ledger.record([membership], as: draft)
      guard let day = membership.left, recording.outcomes == [.recorded] else {
        return try Messages.show(recording, of: membership)
      }
      Messages.show(
        "recorded that \(membership.subject) ended on \(day) in entry \(recording.entry ?? 0)")
      return recording.receipt
    }
  }
}

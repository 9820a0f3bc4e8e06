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
    try book.recording { book in
      let end = try CalendarDay.read(left, field: "--left") ?? .latest
      let membership = try book.membership(
        of: member.creator, in: member.market, platform: member.platform, on: end
      )
        .ended(on: end, reason: reason, source: entry.citation.text)
      let recording = try book.ledger.record([membership], as: entry.draft("end-membership", in: book))
      guard recording.outcomes == [.recorded] else {
        return try Messages.show(recording, of: membership)
      }
      Messages.show(
        "recorded that \(membership.subject) ended on \(end) in entry \(recording.entry ?? 0)")
      return recording.receipt
    }
  }
}

import ArgumentParser
import LedgerCore
import SQLiteStorage

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
    try book.recording { ledger in
      let end: CalendarDay = try day(left, flag: "--left")
      let market = try ledger.reference().market(member.market).code
      let membership = try Membership.current(
        of: member.creator, on: member.platform, by: end, in: market,
        among: ledger.memberships(in: market, asOf: nil)
      ).ended(on: end, reason: reason, source: entry.citation.text)
      let recording = try ledger.record([membership], as: entry.draft("end-membership"))
      guard recording.outcomes == [.recorded] else {
        return try Messages.show(recording, of: membership)
      }
      Messages.show(
        "recorded that \(membership.subject) ended on \(end) in entry \(recording.entry ?? 0)")
    }
  }
}

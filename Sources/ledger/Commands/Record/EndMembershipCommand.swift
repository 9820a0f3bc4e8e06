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
      let membership = try membership(in: ledger, on: end)
        .ended(on: end, reason: reason, source: entry.citation.text)
      let recording = try ledger.record([membership], as: entry.draft("end-membership"))
      guard recording.outcomes == [.recorded] else {
        return try Messages.show(recording, of: membership)
      }
      Messages.show(
        "recorded that \(membership.subject) ended on \(end) in entry \(recording.entry ?? 0)")
      return recording.receipt
    }
  }

  /// The last membership that had begun by a day, if possible one that has not ended.
  private func membership(
    in ledger: SQLiteLedger, on day: CalendarDay
  ) throws(LedgerError) -> Membership {
    let market = try ledger.reference().market(member.market)
    let all = try ledger.memberships(in: market.code, asOf: nil)
    let platform = member.platform?.lowercased()
    let own = all.filter { membership in
      membership.creator == member.creator && membership.joined <= day
        && (platform == nil || membership.platform == platform)
    }
    let current = own.filter { $0.left == nil }
    guard current.count <= 1 else {
      let platforms = current.map { $0.platform ?? "none" }
      throw .severalMemberships(member.creator, platforms: platforms)
    }
    if let membership = current.first ?? own.last { return membership }
    let names = Set(all.map(\.creator))
    let near =
      names.contains(member.creator) ? [] : nearest(to: member.creator, among: names.sorted())
    throw .unknownMember(
      member.creator, market: market.code.description, by: day, near: near)
  }
}

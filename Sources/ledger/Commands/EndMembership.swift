import ArgumentParser
import LedgerCore
import SQLiteStorage

/// `ledger end-membership`.
struct EndMembership: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "end-membership",
    abstract: "Record that a creator left a market's programme, and why.",
    discussion: """
      Example:
        ledger end-membership --market UK --creator Amy --left 2022-03-01 \\
          --reason "too few sales for the hours" --source "interview"
      The day is the first on which they were no longer a member.
      """)

  @OptionGroup var book: BookOptions
  @OptionGroup var member: MemberOptions
  @Option(help: ArgumentHelp("The first day after: 2022-03-01.", valueName: "date"))
  var left: String
  @Option(help: "Why, as it was stated.") var reason: String?
  @OptionGroup var citation: CitationOptions

  func run() throws {
    try book.recording { ledger in
      let end: CalendarDay = try day(left, flag: "--left")
      let membership = try membership(in: ledger, on: end)
        .ended(on: end, reason: reason, source: citation.source)
      let recording = try ledger.record([membership], as: citation.draft("end-membership"))
      guard recording.outcomes == [.recorded] else {
        return try announce(recording, of: membership)
      }
      Talk.say(
        "recorded that \(membership.subject) ended on \(end) in entry \(recording.entry ?? 0)")
    }
  }

  /// The last membership that had begun by a day: one that has not ended, if there is one.
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

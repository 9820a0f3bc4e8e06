import ArgumentParser
import LedgerCore
import SQLiteStorage

/// `ledger add-membership`.
struct AddMembershipCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-membership",
    abstract: "Record that a creator joined a market's programme.",
    discussion: """
      Example:
        ledger add-membership --market UK --creator Amy --joined 2021-12-01
      `ledger end-membership` records that they left; who has left may join again. The creator's
      name is the one with which events credit them.
      """)

  @OptionGroup var book: BookOptions
  @OptionGroup var member: MemberOptions
  @Option(help: ArgumentHelp("The first day: 2021-12-01.", valueName: "date")) var joined: String
  @Option(
    help: ArgumentHelp("The first day after, where they have left.", valueName: "date"))
  var left: String?
  @Option(help: "Why they left, as it was stated.") var reason: String?
  @OptionGroup var entry: EntryOptions

  func run() throws {
    try book.recording { ledger in
      let membership = try Membership(
        market: try ledger.reference().market(member.market).code, creator: member.creator,
        platform: member.platform, joined: day(joined, flag: "--joined"),
        left: day(left, flag: "--left"), reason: reason, source: entry.citation.text)
      try Messages.show(
        ledger.record([membership], as: entry.draft("add-membership")), of: membership)
    }
  }
}

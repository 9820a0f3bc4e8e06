import ArgumentParser
import LedgerCore
import LedgerKit

/// `ledger add-membership`.
struct AddMembershipCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-membership",
    abstract: "Record that a creator joined a market's programme",
    usage: """
      ledger add-membership [<options>] --market <market> --creator <name>
      --joined <date>
      """,
    discussion: """
      Example:
        ledger add-membership --market UK --creator Amy --joined 2021-12-01

      Use the name that the creator has in shows. `ledger end-membership` records that a \
      creator left; a creator who has left may join again.
      """)

  @OptionGroup var book: BookOptions
  @OptionGroup var member: MemberOptions
  @Option(help: ArgumentHelp("The first day, such as 2021-12-01.", valueName: "date")) var joined:
    String
  @Option(
    help: ArgumentHelp("The first day after the membership, if it has ended.", valueName: "date"))
  var left: String?
  @Option(help: "Why the creator left, as stated.") var reason: String?
  @OptionGroup var entry: EntryOptions

  func run() throws {
    let words = MembershipWords(
      market: member.market, creator: member.creator, platform: member.platform, joined: joined,
      left: left, reason: reason, source: entry.cited)
    try book.record { book in
      let membership = try book.membership(words)
      let draft = try entry.draft("add-membership", in: book)
      return (membership, try book.ledger.record([membership], as: draft))
    }
  }
}

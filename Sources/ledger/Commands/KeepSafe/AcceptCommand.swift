public import ArgumentParser
public import LedgerCore
import LedgerKit
import LedgerRenderings

/// `ledger accept`.
struct AcceptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Accept findings of `ledger verify`, with a reason",
    usage: """
      ledger accept [<options>] <rule> (<subject> ... | --all)
      --reason <reason>
      """,
    discussion: """
      Examples:
        ledger accept no-end on-trend-2021-12-08 \\
          --reason "the stream broke off"
        ledger accept foreign-currency --all --reason "the shop sells in euros"

      Name a finding as `ledger verify` lists it: the rule, then the subject. A finding is \
      accepted with its figures: if they change, it is found again. `ledger void` takes an \
      acceptance back.
      """)

  @OptionGroup var book: BookOptions
  @Argument(help: "The rule that found it.") var rule: AuditRule
  @Argument(help: "What the finding is about; may be several.") var subject: [String] = []
  @Flag(help: "Accept everything that the rule finds now.") var all = false
  @Option(help: "Why it is correct as it is.") var reason: String
  @OptionGroup var author: AuthorOptions

  func validate() throws {
    guard subject.isEmpty == all else {
      throw ValidationError("name the subject of a finding, or give --all")
    }
  }

  func run() throws {
    try book.recording { book in
      let draft = try book.draft("accept", because: reason, author: author.name())
      let record = try book.ledger.accept(rule, of: all ? nil : subject, reason: reason, as: draft)
      Messages.show(record.sentence(of: rule))
      return record.receipt
    }
  }
}

extension AuditRule: ExpressibleByArgument {}

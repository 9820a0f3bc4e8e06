public import ArgumentParser
public import LedgerCore
import SQLiteStorage

/// `ledger accept`.
struct AcceptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Accept what a rule of `ledger verify` finds, with a reason.",
    discussion: """
      Examples:
        ledger accept no-end on-trend-2021-12-08 --reason "the stream broke off"
        ledger accept foreign-currency --all --reason "the shop sells in euros"
      A finding is named as `ledger verify` lists it: the rule, then what it is about. What is \
      accepted is the finding with its figures: where these change, it is found again. \
      `ledger void` takes an acceptance back.
      """)

  @OptionGroup var book: BookOptions
  @Argument(help: "The rule that finds it.") var rule: AuditRule
  @Argument(help: "What the finding is about; may be several.") var subject: [String] = []
  @Flag(help: "All that the rule finds now.") var all = false
  @Option(help: "Why it is as it should be.") var reason: String

  func validate() throws {
    guard subject.isEmpty == all else {
      throw ValidationError("name what the finding is about, or give --all")
    }
  }

  func run() throws {
    let reason = try checkedText(reason, field: "--reason")
    let record = try book.recording { ledger in
      try ledger.accept(
        rule, of: all ? nil : subject, reason: reason,
        as: Entry.Draft(recordedAt: System.now(), command: "accept", note: reason))
    }
    guard let entry = record.entry else {
      return Messages.show("nothing is left to accept; nothing was added")
    }
    let number = Int64(record.accepted.count)
    Messages.show(
      "accepted \(grouped(number)) finding\(number == 1 ? "" : "s") of \(rule.rawValue) "
        + "in entry \(entry)")
  }
}

extension AuditRule: ExpressibleByArgument {}

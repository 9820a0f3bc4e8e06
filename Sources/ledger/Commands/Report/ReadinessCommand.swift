import ArgumentParser
import LedgerCore
import LedgerImport
import LedgerRenderings
import SQLiteStorage

/// `ledger readiness`.
struct ReadinessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "readiness",
    abstract: "Judge a market by a policy: go on, wait or stop",
    discussion: """
      Examples:
        ledger readiness --market UK
        ledger readiness --market UK --output uk-readiness.html
        ledger readiness --print-policy > policy.toml

      The verdict says what would change it. A criterion passes only if its whole 95% confidence \
      interval clears the threshold. The exit status is 0 whatever the verdict.
      """)

  @OptionGroup var book: BookOptions
  @Option(help: "The country, such as UK or DE.", completion: .markets) var market: String?
  @OptionGroup var days: DayOptions
  @Option(
    help: ArgumentHelp("A policy of your own (default: the one that ships).", valueName: "file"))
  var policy: String?
  @Flag(help: "Print the policy that ships.") var printPolicy = false
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Answer from what was recorded by then: an entry's number, a day or a time.",
      valueName: "when"))
  var asOf: String?
  @Option(help: "The seed of the random draws for confidence intervals.")
  var seed: UInt64 = 1
  @Option(help: "The format (default: the one that --output names, or text).")
  var format: ReadinessFormat?
  @OptionGroup var csv: CSVOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard market != nil || printPolicy else {
      throw ValidationError("Missing expected argument '--market <market>'")
    }
  }

  func run() throws {
    guard !printPolicy else { return try output.write(ReadinessPolicy.standardText) }
    let format = try output.form(format, else: .text)
    try output.write(format.render(try book.reading(judge), csv.style, hints: .commandLine))
  }

  private func judge(_ ledger: SQLiteLedger) throws -> Readiness {
    try ledger.reading {
      let reference = try ledger.reference()
      let market = try reference.market(market ?? "")
      let period = try days.period(in: market)
      let entry = try asOf.map { try ledger.lastEntry(asOf: $0, period.zone) }
      let last = try entry.map { try ledger.entry($0) } ?? ledger.entries(limit: 1).first
      // What was known at an earlier time is judged by the clock of that time.
      let now = entry == nil ? System.now() : last?.draft.recordedAt ?? System.now()
      return try Readiness(
        of: market, in: ledger, by: try chosenPolicy(reference),
        ReportRequest(
          period: period, asOf: entry, now: now, bootstrap: Bootstrap(seed: seed)),
        book: Report.Book(lastEntry: last, isPast: entry != nil))
    }
  }

  private func chosenPolicy(_ reference: Reference) throws -> ReadinessPolicy {
    guard let policy else { return try ReadinessPolicy.standard(reference) }
    guard let bytes = System.contents(of: policy, limit: 1 << 20) else {
      throw CommandFailure(
        "policy \(quoted(policy)) cannot be read: check its name, and that it has at most 1 MB")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandFailure("policy \(quoted(policy)) is not UTF-8 text", .invalid)
    }
    return try ReadinessPolicy(toml: text, name: policy, reference: reference)
  }
}

import ArgumentParser
import LedgerCore
import LedgerImport
import LedgerKit
import LedgerRenderings

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
    help: ArgumentHelp(
      "A policy of your own, or standard for the one that ships (default: the book's setting).",
      valueName: "file"))
  var policy: String?
  @Flag(help: "Print the policy that ships.") var printPolicy = false
  @OptionGroup var rule: CreditOptions
  @OptionGroup var past: AsOfOptions
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
    var request = ReadinessRequest(market: market ?? "")
    request.days = days.range
    request.policy = policy.map { $0 == "standard" ? .standard : .file($0) } ?? .setting
    request.credit = rule.credit
    request.asOf = past.asOf
    request.seed = seed
    let readiness = try book.reading(showsSettings: format == .csv) { book in
      try book.readiness(request)
    }
    try output.write(format.render(readiness, csv.style, hints: .commandLine))
  }
}

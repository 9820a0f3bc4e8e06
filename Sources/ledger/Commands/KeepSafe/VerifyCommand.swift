public import ArgumentParser
public import LedgerCore
import SQLiteStorage

/// `ledger verify`.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Look whether the book is as it was recorded.",
    discussion: """
      Example:
        ledger verify --expect "$(cat receipt.txt)"
      Draws up the digest of every entry, all totals and all references anew, and compares; besides,
      the schema and the file itself. The exit status is 3 where something is wrong, which is listed
      with its entry, table and row. Who rewrites all digests too is found only by a receipt that
      was kept elsewhere: every command that records prints one, and --expect takes it.
      Rules say what is hardly ever meant, such as more refunds than sales (docs/audit.md); the exit
      status is 2 where they find something that `ledger accept` has not accepted.
      """)

  @OptionGroup var book: BookOptions
  @Option(
    help: ArgumentHelp(
      "A receipt that was kept, ENTRY:DIGEST; may be repeated.", valueName: "receipt"))
  var expect: [Receipt] = []
  @Option(
    help: ArgumentHelp(
      "Trust the digests up to an entry, and draw up those of later ones.", valueName: "entry"))
  var since: Int64?
  @Option(help: "text or json.") var format = VerificationFormat.text

  func run() throws {
    let verification = try book.reading { ledger in
      try ledger.verify(VerificationPlan(receipts: expect, since: since ?? 0))
    }
    let output = Output()
    try output.write(format.render(verification))
    try output.flush()
    if !verification.isSound { throw ExitCode(3) }
    if verification.hasOpenFindings { throw ExitCode(2) }
  }
}

extension Receipt: ExpressibleByArgument {
  /// Reads a receipt as commands print it.
  public init?(argument: String) { self.init(argument) }
}

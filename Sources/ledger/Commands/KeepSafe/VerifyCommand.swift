import ArgumentParser
import LedgerCore
import LedgerKit
import LedgerRenderings

/// `ledger verify`.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check that the book has not been altered",
    usage: "ledger verify [<options>]",
    discussion: """
      Example:
        ledger verify --expect "$(cat receipt.txt)"

      Recomputes the digest of every entry, all totals and all references, and compares them; \
      checks the schema and the file itself. If something is wrong, it is listed with its entry, \
      table and row, and the exit status is 3. Someone who rewrites all digests too is found only \
      by a receipt that was kept elsewhere: every command that records prints one, and --expect \
      takes it.

      Rules find likely mistakes, such as more refunds than sales (docs/audit.md). The exit status \
      is 2 if they find something that `ledger accept` has not accepted.
      """)

  @OptionGroup var book: BookOptions
  @Option(
    help: ArgumentHelp(
      "A receipt that was kept, ENTRY:DIGEST; may be repeated.", valueName: "receipt"),
    transform: Receipt.init(argument:))
  var expect: [Receipt] = []
  @Option(
    help: ArgumentHelp(
      "Trust digests up to this entry, and recompute later ones.", valueName: "entry"))
  var since: Int64?
  @Option(help: "The format of the output.") var format = VerificationFormat.text

  func run() throws {
    let verification = try book.reading(isChecked: true) { book in
      try book.ledger.verify(VerificationPlan(receipts: expect, since: since ?? 0))
    }
    try Output.show(format.render(verification))
    if !verification.isSound { throw ExitCode(3) }
    if verification.hasOpenFindings { throw ExitCode(2) }
  }
}

extension Receipt {
  /// Reads a receipt as commands print it.
  fileprivate init(argument: String) throws {
    do { try self.init(reading: argument) } catch {
      guard case .invalid(_, _, let reason) = error else { throw error }
      throw ValidationError(reason)
    }
  }
}

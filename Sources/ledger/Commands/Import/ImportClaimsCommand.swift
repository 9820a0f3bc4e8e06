import ArgumentParser
import LedgerImport

/// `ledger import claims`.
struct ImportClaimsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claims",
    abstract: "Load what sources say about the rollout",
    discussion: """
      Example:
        ledger import claims examples/rollout/claims.csv

      The ledger's own columns are stage, reported, source, market or platform or both, and \
      optionally claim, effective, url, quote and disputes.
      """)

  @OptionGroup var options: ImportOptions
  @Option(help: "The market of all rows.", completion: .markets) var market: String?
  @Option(help: "The platform of all rows.") var platform: String?

  func run() throws {
    try ImportRun(.claims, options, constants: [("market", market), ("platform", platform)]).run()
  }
}

import ArgumentParser
import LedgerCore
import LedgerImport

/// `ledger import memberships`.
struct ImportMembershipsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "memberships",
    abstract: "Load who joined a market's programme, and who left",
    discussion: """
      Example:
        ledger import memberships --market UK creators.csv

      The ledger's own columns are creator, market and joined, and optionally left, reason, \
      platform and source. A later export of the same list adds only who has joined or left since.
      """)

  @OptionGroup var options: ImportOptions
  @Option(help: "The market of all rows.", completion: .markets) var market: String?
  @Option(help: "The platform of all rows.") var platform: String?

  func run() throws {
    try ImportRun(.creators, options, constants: [("market", market), ("platform", platform)]).run()
  }
}

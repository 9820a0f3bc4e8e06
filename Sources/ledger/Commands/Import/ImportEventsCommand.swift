import ArgumentParser
import LedgerCore
import LedgerImport

/// `ledger import events`.
struct ImportEventsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "events",
    abstract: "Load shows",
    discussion: """
      Example:
        ledger import events examples/on-trend/events.csv

      The ledger's own columns are event, market, platform, title and starts_at, and optionally \
      ends_at, brands, hosts, guests and creators; several names are separated by semicolons.
      """)

  @OptionGroup var options: ImportOptions
  @OptionGroup var follow: FollowOptions
  @Option(help: "The market of all rows.", completion: .markets) var market: String?
  @Option(help: "The platform of all rows.") var platform: String?
  @Flag(help: "Amend shows that are recorded with other values; their market stays.")
  var restate = false

  func run() throws {
    try ImportRun(
      .events, options, constants: [("market", market), ("platform", platform)],
      onConflict: restate ? .restate : .refuse, follow: follow
    ).run()
  }
}

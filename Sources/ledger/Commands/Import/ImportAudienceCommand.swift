import ArgumentParser
import LedgerCore
import LedgerImport

/// `ledger import audience`.
struct ImportAudienceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audience",
    abstract: "Load audience counts",
    discussion: """
      Example:
        ledger import audience --event on-trend-2021-12-08 \\
          --metric concurrent minutes.csv

      The ledger's own columns are event, at, metric and count. --event and --metric replace a \
      column that the file lacks.
      """)

  @OptionGroup var options: ImportOptions
  @OptionGroup var follow: FollowOptions
  @Option(help: ArgumentHelp("The show of all rows.", valueName: "key"), completion: .events)
  var event: String?
  @Option(help: "The metric of all rows.") var metric: String?
  @Flag(help: "Restate counts that are recorded with other values.")
  var restate = false

  func run() throws {
    try ImportRun(
      .audience, options, constants: [("event", event), ("metric", metric)],
      onConflict: restate ? .restate : .refuse, follow: follow
    ).run()
  }
}

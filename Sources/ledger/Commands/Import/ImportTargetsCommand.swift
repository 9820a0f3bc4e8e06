import ArgumentParser
import LedgerCore
import LedgerImport

/// `ledger import targets`.
struct ImportTargetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "targets",
    abstract: "Load targets of markets and shows",
    discussion: """
      Example:
        ledger import targets plan.csv

      The ledger's own columns are metric, value, market or event or both, period, and optionally \
      currency and source. A row with an event is a target of that show alone.
      """)

  @OptionGroup var options: ImportOptions
  @Option(help: "The market of all rows.", completion: .markets) var market: String?
  @Option(help: ArgumentHelp("The show of all rows.", valueName: "key"), completion: .events)
  var event: String?
  @Flag(help: "Restate targets that are recorded with other values.")
  var restate = false

  func run() throws {
    try ImportRun(
      .targets, options, constants: [("market", market), ("event", event)],
      onConflict: restate ? .restate : .refuse
    ).run()
  }
}

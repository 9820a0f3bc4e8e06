import ArgumentParser
import LedgerCore
import LedgerImport

/// `ledger import targets`.
struct ImportTargetsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "targets",
    abstract: "Load what markets and events were to reach.",
    discussion: """
      Example:
        ledger import targets plan.csv
      The ledger's own columns are metric, value, market or event or both, period, and perhaps
      currency and source. A row with an event is for that event alone.
      """)

  @OptionGroup var options: ImportOptions
  @Option(help: "The market of all rows.", completion: .markets) var market: String?
  @Option(help: ArgumentHelp("The event of all rows.", valueName: "key"), completion: .events)
  var event: String?
  @Flag(help: "Record other values of targets that are recorded, in place of the old ones.")
  var restate = false

  func run() throws {
    try ImportRun(
      .targets, options, constants: [("market", market), ("event", event)],
      onConflict: restate ? .restate : .refuse
    ).run()
  }
}

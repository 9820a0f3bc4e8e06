import ArgumentParser
import LedgerImport

/// `ledger import marks`.
struct ImportMarksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "marks",
    abstract: "Load what happened in shows, such as shifts",
    discussion: """
      Example:
        ledger import marks --event on-trend-2021-12-08 schedule.csv

      The ledger's own columns are event and from, and optionally until, kind, text and creator. \
      A row has a text or a creator. Times such as 20:15 are by the market's clocks, on the day on \
      which they are in the show or nearest to it.
      """)

  @OptionGroup var options: ImportOptions
  @Option(help: ArgumentHelp("The show of all rows.", valueName: "key"), completion: .events)
  var event: String?
  @Option(help: "What all rows are about, such as host.") var kind: String?

  func run() throws {
    try ImportRun(.marks, options, constants: [("event", event), ("kind", kind)]).run()
  }
}

import ArgumentParser
import LedgerCore
import LedgerImport

/// `ledger import rates`.
struct ImportRatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rates",
    abstract: "Load exchange rates.",
    discussion: """
      Example:
        ledger import rates eurofxref-hist.zip
      The history of the euro's reference rates is read as the European Central Bank publishes it,
      zipped or not; it is recorded with EUR as its base and ECB as its source. The ledger's own
      columns are date, base, currency, rate and source: one base is worth so many of the currency.
      Instead of the latter two columns there may be one for each currency, named by its code.
      """)

  @OptionGroup var options: ImportOptions
  @Option(help: ArgumentHelp("The base of all rates.", valueName: "code")) var base: String?
  @Option(help: "Who published the rates.") var source: String?
  @Flag(help: "Record other values of rates that are recorded, in place of the old ones.")
  var restate = false

  func run() throws {
    try ImportRun(
      .rates, options, constants: [("base", base), ("source", source)],
      onConflict: restate ? .restate : .refuse
    ).run()
  }
}

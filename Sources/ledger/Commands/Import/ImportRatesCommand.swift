import ArgumentParser
import LedgerCore
import LedgerImport

/// `ledger import rates`.
struct ImportRatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rates",
    abstract: "Load exchange rates",
    discussion: """
      Example:
        ledger import rates eurofxref-hist.zip

      The history of the euro's reference rates is read as the European Central Bank publishes it, \
      zipped or not; its base is EUR and its source is ECB.

      The ledger's own columns are date, base, currency, rate and source: one unit of the base is \
      worth this many units of the currency. Instead of currency and rate there may be one column \
      for each currency, named by its code.
      """)

  @OptionGroup var options: ImportOptions
  @Option(help: ArgumentHelp("The base of all exchange rates.", valueName: "code")) var base:
    String?
  @Option(help: "Who published the exchange rates.") var source: String?
  @Flag(help: "Restate exchange rates that are recorded with other values.")
  var restate = false

  func run() throws {
    try ImportRun(
      .rates, options, constants: [("base", base), ("source", source)],
      onConflict: restate ? .restate : .refuse
    ).run()
  }
}

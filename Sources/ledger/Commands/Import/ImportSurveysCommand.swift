import ArgumentParser
import LedgerImport

/// `ledger import surveys`.
struct ImportSurveysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "surveys",
    abstract: "Load surveys of awareness and adoption",
    discussion: """
      Example:
        ledger import surveys --market UK surveys.csv

      The ledger's own columns are market, kind, date, answers and source, and optionally survey, \
      question, until, sample_size and url. Answers are separated by semicolons, as in yes=24.5%; \
      no=75.5%.
      """)

  @OptionGroup var options: ImportOptions
  @Option(help: "The market of all rows.", completion: .markets) var market: String?

  func run() throws { try ImportRun(.surveys, options, constants: [("market", market)]).run() }
}

import ArgumentParser
import LedgerCore
import LedgerImport
import LedgerKit
import LedgerRenderings

/// `ledger report`.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Report on a market's shows, audience and sales",
    discussion: """
      Examples:
        ledger report --market UK --from 2021-12-01 --to 2021-12-31 \\
          --compare previous
        ledger report --market UK,DE --by month --format json
        ledger report --market UK --output uk.html

      A report covers the shows that start in the period and the sales that are dated in it, with \
      confidence intervals. Days are those of --tz, else of the market's zone; in a market with \
      several zones they are those of most people there, unless its zone is set (`ledger set`).

      `ledger explain` defines each figure.
      """)

  @OptionGroup var book: BookOptions
  @OptionGroup var request: ReportOptions
  @Option(help: "The format (default: the one that --output names, or text).")
  var format: ReportFormat?
  @OptionGroup var csv: CSVOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let format = try output.form(format, else: .text)
    var request = request.request
    request.limit = request.limit ?? format.listing
    let report = try book.reading(showsSettings: format == .csv) { book in
      try book.report(request, isIllustrated: format == .html)
    }
    try output.write(
      format.render(report, csv.style, width: output.width, hints: .commandLine))
  }
}

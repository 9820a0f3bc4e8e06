import ArgumentParser
import LedgerCore
import LedgerImport
import LedgerRenderings
import SQLiteStorage

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
      confidence intervals. Days are those of the market's zone, or of --tz; in a market with \
      several zones they are days of UTC.

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
    try book.reading { ledger in
      let text = try ledger.reading {
        let report = try request.report(ledger, listing: format.listing)
        let pictures = format == .html ? try illustrations(of: report, ledger) : []
        return format.render(report, pictures, csv.style, width: output.width, hints: .commandLine)
      }
      try output.write(text)
    }
  }

  /// What a page shows next to the report, from the same state of the book.
  private func illustrations(
    of report: Report, _ ledger: SQLiteLedger
  ) throws -> [ReportIllustration] {
    let policy = try ReadinessPolicy.standard(try ledger.reference())
    return try report.sections.map { section in
      try ReportIllustration(of: section.report, in: ledger, by: policy, book: report.book)
    }
  }
}

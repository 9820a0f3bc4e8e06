import ArgumentParser
import LedgerCore
import LedgerKit
import LedgerRenderings

/// `ledger creators`.
struct CreatorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "creators",
    abstract: "Report on creators: who joined, left, and sold what",
    usage: "ledger creators [<options>] --market <market>",
    discussion: """
      Example:
        ledger creators --market UK --from 2021-12-01 --to 2022-12-31

      The report covers memberships that begin or end in the period, and shows that start in it. \
      Active creators are those of its last day, or of today.
      """)

  @OptionGroup var book: BookOptions
  @Option(help: "The country, such as UK or DE.", completion: .markets) var market: String
  @OptionGroup var days: DayOptions
  @OptionGroup var rule: CreditOptions
  @OptionGroup var past: AsOfOptions
  @Option(help: "The format of the output.") var format = CreatorFormat.table
  @OptionGroup var csv: CSVOptions
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The most creators to list, 0 or more (default: 10 in a table, else all).",
      valueName: "number"))
  var limit: RowLimit?

  func run() throws {
    var request = CreatorRequest(market: market)
    request.days = days.range
    request.credit = rule.credit
    request.asOf = past.asOf
    request.limit = limit?.count ?? (format == .table ? 10 : nil)
    let report = try book.reading { book in try book.creators(request) }
    try Output.show(format.render(report, csv.style, hints: .commandLine))
  }
}

import ArgumentParser
import LedgerCore
import SQLiteStorage

/// `ledger creators`.
struct CreatorsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "creators",
    abstract: "Report on a market's creators: who joined, stayed and left, and what they sold.",
    discussion: """
      Example:
        ledger creators --market UK --from 2021-12-01 --to 2022-12-31
      Memberships count that begin or end in the period, and events that start in it. Who is active
      is told of its last day, or of today.
      """)

  @OptionGroup var book: BookOptions
  @Option(help: "The country: UK, DE, US, …", completion: .markets) var market: String
  @OptionGroup var days: DayOptions
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "What had been recorded by then: an entry's number, a day or a time.", valueName: "when"))
  var asOf: String?
  @Option(help: "table, json or csv.") var format = CreatorFormat.table
  @OptionGroup var csv: CSVOptions
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The most creators to list, 0 or more: 10 in a table, else all.", valueName: "number"))
  var limit: RowLimit?

  func run() throws {
    let report = try book.reading { ledger in
      let market = try ledger.reference().market(market)
      let period = try days.period(in: market)
      let entry = try asOf.map { text in try ledger.lastEntry(asOf: text, period.zone) }
      let today = period.zone.day(of: System.now())
      return CreatorReport(
        market: market, period: period, through: min(period.to ?? today, today),
        memberships: try ledger.memberships(in: market.code, asOf: entry),
        events: try ledger.totals(of: market.code, during: period.range, asOf: entry).events,
        limit: limit?.count ?? (format == .table ? 10 : nil))
    }
    let output = Output()
    try output.write(format.render(report, csv.writer))
    try output.flush()
  }
}

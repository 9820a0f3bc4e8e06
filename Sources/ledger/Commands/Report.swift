import ArgumentParser
import LedgerCore
import SQLiteStorage

/// `ledger report`.
struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Report on a market: its events, their audience, the sales, and what is missing.",
    discussion: """
      Example:
        ledger report --market UK --from 2021-12-01 --to 2021-12-31 --format json
      Events count that start in the period, and sales that are dated in it. The days are those of
      the market's zone, or of --tz; a market with several zones has days of UTC.
      """)

  @OptionGroup var book: BookOptions
  @Option(help: "The country: UK, DE, US, …") var market: String
  @OptionGroup var days: DayOptions
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "What had been recorded by then: an entry's number, a day or a time.", valueName: "when"))
  var asOf: String?
  @Option(help: "text, json or csv.") var format = ReportFormat.text
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The most events to list, 0 or more: 20 as text, else all.", valueName: "number"))
  var limit: RowLimit?

  func run() throws {
    let report = try book.reading { ledger in
      let market = try ledger.reference().market(market)
      let period = try days.period(in: market)
      return MarketReport(
        market: market, period: period,
        totals: try ledger.totals(
          of: market.code, during: period.range, asOf: try lastEntry(in: ledger, period.zone)),
        limit: limit?.count ?? (format == .text ? 20 : nil))
    }
    let output = Output()
    try output.write(format.render(report))
    try output.flush()
  }

  /// The last entry that counts; `nil` for all of them.
  private func lastEntry(in ledger: SQLiteLedger, _ zone: TimeZone) throws -> Int64? {
    guard let asOf else { return nil }
    if let number = Int64(asOf) {
      let last = try ledger.entries(limit: 1).first?.number ?? 0
      guard (0...last).contains(number) else { throw LedgerError.unknownEntry(number, last: last) }
      return number
    }
    if let day = CalendarDay(asOf) {
      // A day counts to its end.
      let next = CalendarDay(daysSince1970: day.daysSince1970 + 1).map(zone.start(of:))
      let end = next.flatMap { Instant(milliseconds: $0.milliseconds - 1) } ?? .latest
      return try ledger.lastEntry(at: end) ?? 0
    }
    do {
      return try ledger.lastEntry(at: try TimeFormat.iso8601.instant(asOf, zone: zone)) ?? 0
    } catch let error as TimeError {
      throw LedgerError.invalid(field: "--as-of", value: asOf, reason: error.description)
    }
  }
}

import LedgerCore

/// A table that compares two periods of a market.
struct ComparisonSection {
  static let heading = ["Figure", "Then", "Now", "Change", "95 % interval"]
  /// What the intervals are, in a sentence.
  static let remark =
    "intervals of changes: by how shows differ, or days for sales (Fieller); at least "
    + "\(Bootstrap.fewestShows) in each period"

  /// The rows of the table: a metric in both periods, its change, and the interval of that.
  let rows: [[String]]
  private let section: Report.Section

  init(_ section: Report.Section) {
    self.section = section
    let changes = section.changes
    let missing = TextTable.missing
    rows = changes.map { change in
      let isOneOfSeveral = changes.count { $0.metric == change.metric } > 1
      return [
        change.metric.title
          + (isOneOfSeveral ? change.currency.map { " (\($0.code))" } ?? "" : ""),
        change.before.map(FigureText.value) ?? missing,
        change.now.map(FigureText.value) ?? missing, change.change.map(Self.percent) ?? "",
        change.interval.map(Self.interval) ?? "",
      ]
    }
  }

  func text(_ width: Int?) -> String {
    guard let comparison = section.comparison else { return "" }
    let lines = rows.map { ["  \($0[0])"] + $0.dropFirst() }
    let heading = [""] + Self.heading.dropFirst().map(\.lowercasedFirst)
    return "Compared with \(periodText(comparison.period))\n"
      + TextTable.aligned(
        [heading] + lines, right: [false, true, true, true, true], width: width)
      + (section.changes.contains { $0.interval != nil } ? "  \(Self.remark)\n" : "")
  }

  private static func percent(_ change: Double) -> String {
    let tenths = Decimal(nearest: change * 100).rounded(decimals: 1)
    let text = tenths.grouped(decimals: 1)
    return (tenths.micros > 0 ? "+" : "") + text + " %"
  }

  private static func interval(_ interval: Interval) -> String {
    "\(percent(interval.lower).dropLast(2)) to \(percent(interval.upper))"
  }
}

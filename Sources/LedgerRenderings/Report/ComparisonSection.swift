import LedgerCore

/// A table that compares two periods of a market.
struct ComparisonSection {
  /// A metric in both periods.
  struct Row {
    /// The metric, with its currency if it has several.
    let title: String
    let now: Figure?
    let before: Figure?

    /// Now ÷ before − 1; `nil` if either is missing or the earlier is 0.
    var change: Double? {
      guard let now = now?.number, let before = before?.number, before != 0 else { return nil }
      return now / before - 1
    }
  }

  let rows: [Row]
  private let section: Report.Section

  init(_ section: Report.Section) {
    self.section = section
    let (now, before) = (section.report.figures, section.comparison?.figures)
    rows = ReportMetric.allCases.flatMap { metric -> [Row] in
      let figures = now[metric] + (before?[metric] ?? [])
      let currencies = Set(figures.filter(\.isKnown).map(\.currency))
      return currencies.sorted { ($0?.code ?? "") < ($1?.code ?? "") }.map { currency in
        let isOneOfSeveral = currencies.count > 1
        return Row(
          title: metric.title + (isOneOfSeveral ? currency.map { " (\($0.code))" } ?? "" : ""),
          now: now.figure(metric, in: currency), before: before?.figure(metric, in: currency))
      }
    }
  }

  func text(_ width: Int?) -> String {
    guard let comparison = section.comparison else { return "" }
    let missing = TextTable.missing
    let lines = rows.map { row in
      [
        "  \(row.title)", row.before.map(FigureText.value) ?? missing,
        row.now.map(FigureText.value) ?? missing, row.change.map(Self.percent) ?? "",
      ]
    }
    return "Compared with \(periodText(comparison.period))\n"
      + TextTable.aligned(
        [["", "then", "now", "change"]] + lines, right: [false, true, true, true], width: width)
  }

  static func percent(_ change: Double) -> String {
    let tenths = Decimal(nearest: change * 100).rounded(decimals: 1)
    let text = tenths.grouped(decimals: 1)
    return (tenths.micros > 0 ? "+" : "") + text + " %"
  }
}

import LedgerCore

/// A table of several markets, one column each.
struct MarketsSection {
  let text: String

  init(_ report: Report, _ width: Int?) {
    let markets = report.sections.map(\.report)
    guard markets.count > 1 else {
      text = ""
      return
    }
    let rows = ReportMetric.allCases.compactMap { metric -> [String]? in
      guard markets.contains(where: { $0.figures[metric].contains(where: \.isKnown) })
      else { return nil }
      return ["  \(metric.title)"]
        + markets.map { market in FigureText.cell(market.figures[metric]) }
    }
    let heading = ["  "] + markets.map(\.market.code.description)
    text =
      "Markets side by side\n"
      + TextTable.aligned(
        [heading] + rows, right: heading.indices.map { $0 > 0 }, width: width)
  }
}

import LedgerCore

/// A table of ratios with their intervals.
struct RatioSection {
  let text: String

  init(_ report: MarketReport, _ width: Int?) {
    let figures = ReportMetric.allCases.filter(\.isRatio).flatMap { report.figures[$0] }.filter(
      \.isKnown)
    guard !figures.isEmpty else {
      text = ""
      return
    }
    let hasIntervals = figures.contains { $0.interval != nil }
    let hasOverShows = figures.contains { $0.intervalOverShows != nil }
    var heading = ["", ""]
    if hasIntervals { heading.append("95 % interval") }
    if hasOverShows { heading.append("interval over shows") }
    heading.append("shows")
    let rows = figures.map { figure in
      var row = ["  \(report.figures.title(of: figure))", FigureText.value(figure)]
      if hasIntervals { row.append(FigureText.interval(figure.interval, of: figure)) }
      if hasOverShows { row.append(FigureText.interval(figure.intervalOverShows, of: figure)) }
      row.append(figure.shows.map { "\($0) of \(report.eventCount)" } ?? "")
      return row
    }
    text =
      "Ratios\n"
      + TextTable.aligned(
        [heading] + rows, right: heading.indices.map { $0 > 0 }, width: width)
      + figures.compactMap { figure in
        FigureText.doubt(figure).map { "  \(report.figures.title(of: figure)): \($0)\n" }
      }.joined()
      + report.advice.map { "  \($0)\n" }.joined()
  }
}

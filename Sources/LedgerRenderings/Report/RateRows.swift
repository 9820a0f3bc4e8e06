import LedgerCore

/// Rates with their intervals, in lines of one table.
struct RateRows {
  let text: String

  /// The metrics that are rates, in the order of the catalogue.
  static let metrics = ReportMetric.allCases.filter { metric in
    switch metric.unit {
    case .share, .multiple, .seconds: true
    case .money: metric.rawValue.contains("_per_") || metric.rawValue.hasPrefix("average_")
    default: false
    }
  }

  init(_ report: MarketReport, _ width: Int?) {
    let figures = Self.metrics.flatMap { report.figures[$0] }.filter { $0.value != nil }
    guard !figures.isEmpty else {
      text = ""
      return
    }
    let hasIntervals = figures.contains { $0.interval != nil }
    let hasOverShows = figures.contains { $0.intervalOverShows != nil }
    var heading = ["", ""]
    if hasIntervals { heading.append("95 % interval") }
    if hasOverShows { heading.append("over shows") }
    heading.append("shows")
    let rows = figures.map { figure in
      let isOneOfSeveral = report.figures[figure.metric].count > 1
      let currency = isOneOfSeveral ? figure.currency.map { " (\($0.code))" } : nil
      var row = ["  \(figure.metric.title)\(currency ?? "")", FigureText.value(figure)]
      if hasIntervals { row.append(FigureText.interval(figure.interval, of: figure)) }
      if hasOverShows { row.append(FigureText.interval(figure.intervalOverShows, of: figure)) }
      row.append(figure.shows.map { "\($0) of \(report.eventCount)" } ?? "")
      return row
    }
    text =
      "Rates\n"
      + TextTable.aligned(
        [heading] + rows, right: heading.indices.map { $0 > 0 }, width: width)
      + report.advice.map { "  \($0)\n" }.joined()
  }
}

extension MarketReport {
  /// Where an interval is wide, how much more data would halve it.
  var advice: [String] {
    if eventCount > 0, eventCount < Bootstrap.fewestShows {
      return [
        "too few shows to say how they differ: \(eventCount), and it takes "
          + "\(Bootstrap.fewestShows)"
      ]
    }
    let wide = Self.advised.flatMap { figures[$0] }.filter { figure in
      guard let number = figure.number, number > 0, let interval = figure.cautiousInterval
      else { return false }
      return interval.halfWidth > number / 4
    }
    return wide.map { figure in
      // The width of an interval falls with the square root of the data.
      "\(figure.metric.title) is known to a quarter of itself or worse; "
        + "four times as many shows (\(grouped(Int64(4 * (figure.shows ?? eventCount))))) "
        + "would halve its interval"
    }
  }

  private static let advised: [ReportMetric] = [.gmvPerHour, .ordersPerClick, .buyersPerViewer]
}

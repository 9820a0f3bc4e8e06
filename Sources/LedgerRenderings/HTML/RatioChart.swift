import LedgerCore

/// A chart of ratios with their 95 % intervals, one line each, on its own scale from 0.
struct RatioChart {
  let report: MarketReport

  /// The chart; `nil` if no ratio has an interval.
  var figure: HTML? {
    let rates = ReportMetric.allCases.filter(\.isRatio).flatMap { report.figures[$0] }.compactMap {
      figure in
      figure.cautiousInterval.flatMap { interval in
        figure.number.map { (figure: figure, number: $0, interval: interval) }
      }
    }
    guard !rates.isEmpty else { return nil }
    let (left, right) = (8.0, 312.0)
    var shapes: [HTML] = []
    for (index, rate) in rates.enumerated() {
      let y = Double(index) * 52 + 16
      let most = max(rate.interval.upper, rate.number) * 1.1
      func x(_ number: Double) -> Double {
        most > 0 ? left + (right - left) * max(0, number) / most : left
      }
      let axis = y + 14
      shapes += [
        ChartFrame.text(ChartFrame.fitted(rate.figure.metric.title, 212), left, y, "value"),
        ChartFrame.text(FigureText.value(rate.figure), right, y, anchor: "end", "value"),
        ChartFrame.line(left, axis, right, axis, "axis"),
        ChartFrame.line(x(rate.interval.lower), axis, x(rate.interval.upper), axis, "range"),
        ChartFrame.dot(x(rate.number), axis),
      ]
    }
    return ChartFrame.figure(
      "Ratios with their 95 % intervals",
      description: rates.map {
        "\($0.figure.metric.title): \(FigureText.value($0.figure)), "
          + FigureText.interval($0.interval, of: $0.figure)
      }.joined(separator: "; ") + ".",
      height: Double(rates.count) * 52 + 4,
      note: "The wider of two intervals is shown. Each line starts at 0 and has its own scale.",
      shapes)
  }
}

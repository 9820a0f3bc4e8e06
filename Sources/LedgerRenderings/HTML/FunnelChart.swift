import LedgerCore

/// A chart from those who saw to those who ordered, with one bar per step.
struct FunnelChart {
  let report: MarketReport
  /// The first step: views or product impressions.
  let first: ReportMetric

  private struct Step {
    let name: String
    let count: Int64
    /// The ratio to the step before, as in the report.
    let rate: Figure?
  }

  /// The chart; `nil` if the first step, or every other step, is unknown.
  var figure: HTML? {
    let steps = steps
    guard steps.first?.name == first.title, steps.count > 1, let most = steps.map(\.count).max(),
      most > 0
    else { return nil }
    let (left, right) = (8.0, 312.0)
    var shapes: [HTML] = []
    for (index, step) in steps.enumerated() {
      let y = Double(index) * 58 + 16
      shapes += [
        ChartFrame.text(step.name, left, y, "value"),
        ChartFrame.text(grouped(step.count), right, y, anchor: "end", "value"),
        ChartFrame.bar(
          left, y + 6, width: max(1, (right - left) * Double(step.count) / Double(most)), height: 16
        ),
      ]
      if let rate = step.rate {
        shapes.append(
          ChartFrame.text(
            "\(rate.metric.title.lowercasedFirst) \(FigureText.value(rate))", left, y + 36))
      }
    }
    return ChartFrame.figure(
      "From \(first.title.lowercasedFirst) to orders",
      description: steps.map { "\($0.name): \(grouped($0.count))" }.joined(separator: "; ") + ".",
      height: Double(steps.count) * 58 + 4,
      note: "Sums over the shows that have them; a ratio is over the shows that have both parts.",
      shapes)
  }

  private var steps: [Step] {
    let figures = report.figures
    func step(_ metric: ReportMetric, _ rate: ReportMetric?) -> Step? {
      guard case .count(let count)? = figures.figure(metric)?.value else { return nil }
      return Step(name: metric.title, count: count, rate: rate.flatMap(known))
    }
    func known(_ metric: ReportMetric) -> Figure? {
      figures.figure(metric).flatMap { $0.value == nil ? nil : $0 }
    }
    let orders = report.sales.map(\.credited.orders)
    return [
      step(first, nil),
      step(.productClicks, first == .views ? .clicksPerView : .clicksPerImpression),
      orders.isEmpty
        ? nil
        : Step(
          name: "Orders credited to shows", count: orders.reduce(0, +),
          rate: known(.ordersPerClick)),
    ].compactMap { $0 }
  }
}

import LedgerCore

/// A chart of one metric, with one bar per market.
struct MarketsChart {
  let markets: [MarketReport]
  let metric: ReportMetric
  /// The only currency that is compared; `nil` for a metric that has none.
  let currency: Currency?

  /// The metrics to draw; those that do not grow with the number of shows come first.
  static let metrics: [ReportMetric] = [
    .averageConcurrent, .gmvPerHour, .ordersPerClick, .views, .gmvNet,
  ]

  /// The charts for which at least two markets have numbers.
  static func figures(_ markets: [MarketReport]) -> [HTML] {
    metrics.flatMap { metric -> [HTML] in
      let currencies = Set(markets.flatMap { $0.figures[metric].map(\.currency) })
      return currencies.sorted { ($0?.code ?? "") < ($1?.code ?? "") }.compactMap {
        MarketsChart(markets: markets, metric: metric, currency: $0).figure
      }
    }
  }

  private var figure: HTML? {
    let known = markets.compactMap { market -> (name: String, figure: Figure, number: Double)? in
      guard let figure = market.figures.figure(metric, in: currency), let number = figure.number
      else { return nil }
      return ("\(market.market.name) (\(market.market.code))", figure, number)
    }
    guard known.count > 1, let most = known.map(\.number).max(), most > 0 else { return nil }
    let (left, right) = (8.0, 312.0)
    var shapes: [HTML] = []
    for (index, market) in known.enumerated() {
      let y = Double(index) * 42 + 16
      shapes += [
        ChartFrame.text(ChartFrame.fitted(market.name, 200), left, y, "value"),
        ChartFrame.text(FigureText.value(market.figure), right, y, anchor: "end", "value"),
        ChartFrame.bar(
          left, y + 6, width: (right - left) * max(0, market.number) / most, height: 14),
      ]
    }
    return ChartFrame.figure(
      metric.title + (currency.map { ", \($0.code)" } ?? ""),
      description: known.map { "\($0.name): \(FigureText.value($0.figure))" }
        .joined(separator: "; ") + ".",
      height: Double(known.count) * 42 + 4, shapes)
  }
}

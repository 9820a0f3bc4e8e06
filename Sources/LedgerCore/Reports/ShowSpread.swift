/// How a metric differs from show to show.
public struct ShowSpread: Equatable, Sendable {
  /// The metric, of one show each.
  public let metric: ReportMetric
  /// Its currency, where it is money.
  public let currency: Currency?
  /// Its spread over the shows that have it.
  public let spread: Spread

  /// What is skewed: a few shows have most of it.
  private static let skewed: [ReportMetric] = [
    .peakConcurrent, .averageConcurrent, .views, .uniqueViewers, .orders, .gmvGross, .gmvPerHour,
  ]

  static func spreads(_ shows: [EventTotals]) -> [ShowSpread] {
    var numbers: [ReportMetric: [Currency?: [Double]]] = [:]
    for show in shows {
      let figures = FigureSet(skewed, shows: [show], sales: show.sales)
      for metric in skewed {
        for figure in figures[metric] {
          guard let number = figure.number else { continue }
          numbers[metric, default: [:]][figure.currency, default: []].append(number)
        }
      }
    }
    return skewed.flatMap { metric in
      (numbers[metric] ?? [:]).sorted { ($0.key?.code ?? "") < ($1.key?.code ?? "") }
        .compactMap { currency, numbers in
          Spread(numbers).map { ShowSpread(metric: metric, currency: currency, spread: $0) }
        }
    }
  }
}

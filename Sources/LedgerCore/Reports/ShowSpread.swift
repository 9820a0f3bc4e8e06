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
    var numbers = [[(currency: Currency?, numbers: [Double])]](
      repeating: [], count: skewed.count)
    for index in shows.indices {
      let facts = FigureFacts(shows[index...index], shows[index].sales)
      for (place, metric) in skewed.enumerated() {
        for figure in facts.figures(of: metric) {
          guard let number = figure.number else { continue }
          let known = numbers[place].firstIndex { $0.currency == figure.currency }
          if let known {
            numbers[place][known].numbers.append(number)
          } else {
            numbers[place].append((figure.currency, [number]))
          }
        }
      }
    }
    return zip(skewed, numbers).flatMap { metric, numbers in
      numbers.sorted { ($0.currency?.code ?? "") < ($1.currency?.code ?? "") }
        .compactMap { currency, numbers in
          Spread(numbers).map { ShowSpread(metric: metric, currency: currency, spread: $0) }
        }
    }
  }
}

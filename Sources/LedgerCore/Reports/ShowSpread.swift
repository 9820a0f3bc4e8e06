/// How a metric differs from show to show.
public struct ShowSpread: Equatable, Sendable {
  /// The metric, computed for each show.
  public let metric: ReportMetric
  /// Its currency, if it is money.
  public let currency: Currency?
  /// Its spread over the shows that have it.
  public let spread: Spread

  /// The skewed metrics: a few shows have most of them.
  private static let skewed: [ReportMetric] = [
    .peakConcurrent, .averageConcurrent, .views, .uniqueViewers, .orders, .gmvGross, .gmvPerHour,
  ]

  static func spreads(_ shows: [EventTotals]) -> [ShowSpread] {
    skewed.flatMap { metric in
      var numbers = ShowNumbers(metric)
      for show in shows { numbers.add(show) }
      return numbers.all.sorted { ($0.currency?.code ?? "") < ($1.currency?.code ?? "") }
        .compactMap { currency, numbers in
          Spread(numbers).map { ShowSpread(metric: metric, currency: currency, spread: $0) }
        }
    }
  }
}

/// The numbers of one metric, one for each show.
///
/// They equal those of a ``FigureSet`` of a single show, without computing everything else.
struct ShowNumbers {
  private let unit: MetricUnit
  private let computation: Computation
  /// The numbers by currency, of the shows that have them.
  private(set) var all: [(currency: Currency?, numbers: [Double])] = []

  init(_ metric: ReportMetric) {
    unit = metric.unit
    computation = metric.definition.computation
  }

  mutating func add(_ show: EventTotals) {
    switch computation {
    case .sales(let part):
      if show.isOfUnknownSales { return }
      if case .soldNothing(let currency) = show.knowledge, show.sales.isEmpty {
        add(sum: 0, currency)
      }
      for sales in show.sales {
        if let value = part.wholeValue(sales) { add(sum: value, sales.currency) }
      }
    case .salesRatio(let part, let per, let times):
      for sales in show.sales {
        guard let above = part.wholeValue(sales), let below = per.wholeValue(sales) else {
          continue
        }
        add(above, per: below, times, sales.currency)
      }
    case .shows(let part):
      for currency in FigureFacts.currencies(of: part, show) {
        if let value = part.value(show, in: currency) { add(sum: value, currency) }
      }
    case .showsRatio(let part, let per, let times):
      for currency in FigureFacts.currencies(of: part, show) {
        guard let above = part.value(show, in: currency), let below = per.value(show, in: currency)
        else { continue }
        add(above, per: below, times, currency)
      }
    case .peak(let gauge):
      if let audience = show.audience(gauge) { add(.count(audience.peak), nil) }
    case .average(let gauge):
      if let audience = show.audience(gauge) {
        add(
          Int128(audience.observedTwiceArea), per: 2 * Int128(audience.observedSpan), 1_000_000, nil
        )
      }
    case .people(let counted):
      if let audience = show.audience(counted) { add(.count(audience.latest), nil) }
    }
  }

  private mutating func add(sum: Int128, _ currency: Currency?) {
    add(Figure.Value(unit, sum: sum, currency), currency)
  }

  private mutating func add(
    _ above: Int128, per below: Int128, _ times: Int128, _ currency: Currency?
  ) {
    add(Figure.Value(unit, above: above, below: below, times: times, currency), currency)
  }

  private mutating func add(_ value: Figure.Value?, _ currency: Currency?) {
    guard let number = value?.number else { return }
    if let place = all.firstIndex(where: { $0.currency == currency }) {
      all[place].numbers.append(number)
    } else {
      all.append((currency, [number]))
    }
  }
}

/// What a metric means: the one source of its explanation and of the docs.
public struct MetricDefinition: Sendable {
  /// Its name; a ratio's with its denominator in it.
  public let name: String
  /// How it is called in a table.
  public let title: String
  /// What its values are.
  public let unit: MetricUnit
  /// In a sentence, what it is.
  public let meaning: String
  /// How it is computed, in the words of the facts.
  public let formula: String
  /// What goes wrong when it is read carelessly.
  public let pitfall: String
  /// Where the definition comes from.
  public let source: String
  /// The same formula, as it is computed.
  let computation: Computation

  init(
    _ name: String, _ title: String, _ unit: MetricUnit, _ computation: Computation,
    meaning: String,
    formula: String, pitfall: String, source: String
  ) {
    self.name = name
    self.title = title
    self.unit = unit
    self.computation = computation
    self.meaning = meaning
    self.formula = formula
    self.pitfall = pitfall
    self.source = source
  }
}

/// How a figure follows from the totals of shows and sales.
enum Computation: Sendable {
  /// A sum over the sales that the figure is about.
  case sales(SalePart)
  /// A quotient of two such sums, times a factor.
  case salesRatio(SalePart, per: SalePart, times: Int128)
  /// A sum over those shows that have the part.
  case shows(ShowPart)
  /// A quotient of two sums over those shows that have both parts, times a factor.
  case showsRatio(ShowPart, per: ShowPart, times: Int128)
  /// The largest count of a gauge of any show.
  case peak(Metric)
  /// The mean of a gauge over the time observed.
  case average(Metric)
  /// The bounds of a number of different people.
  case people(Metric)

  /// Whether it is money, or a quotient with money above the line: one figure a currency.
  var isOfCurrency: Bool {
    switch self {
    case .sales(let part), .salesRatio(let part, _, _): part.isOfCurrency
    case .shows(let part), .showsRatio(let part, _, _): part.isOfCurrency
    case .peak, .average, .people: false
    }
  }

  /// Whether it is a quotient of two sums, and no sum.
  var isRatio: Bool {
    switch self {
    case .salesRatio, .showsRatio: true
    case .sales, .shows, .peak, .average, .people: false
    }
  }

  /// The metric is about shows, and not about the sales of a period.
  var isOfShows: Bool {
    switch self {
    case .sales, .salesRatio: false
    default: true
    }
  }
}

/// A number that sales of one currency add up to.
enum SalePart: Sendable {
  case gross, cancelled, refunded, adjusted, net
  case orders, paidOrders, units, unitsCancelled, unitsRefunded

  var isOfCurrency: Bool { true }

  /// Micros of money, or a count; cancelled and refunded as positive numbers.
  func value(_ totals: SaleTotals) -> Int128 {
    switch self {
    case .gross: totals.gross
    case .cancelled: -totals.cancelled
    case .refunded: -totals.refunded
    case .adjusted: totals.adjusted
    case .net: totals.gross + totals.cancelled + totals.refunded + totals.adjusted
    case .orders: Int128(totals.orders)
    case .paidOrders: Int128(totals.paidOrders)
    case .units: Int128(totals.units)
    case .unitsCancelled: -Int128(totals.unitsCancelled)
    case .unitsRefunded: -Int128(totals.unitsRefunded)
    }
  }
}

/// A number that is known of a show, or is not.
enum ShowPart: Sendable {
  case one
  /// Milliseconds from start to end.
  case duration
  /// Gross micros of the order lines that are credited to it.
  case gross
  /// Its orders, of all currencies.
  case orders
  /// The latest count of a metric.
  case count(Metric)
  /// The latest that was reported of a measure, in millionths.
  case reported(Measure)
  /// Twice the area under its curve of concurrent viewers, in viewers × milliseconds.
  case twiceArea
  /// The largest concurrent count, in millionths.
  case peak
  /// Viewers at a part of its length, in millionths.
  case retained(RetainedViewers.Mark)

  var isOfCurrency: Bool {
    switch self {
    case .gross: true
    case .reported(let measure): measure.unit == .money
    default: false
    }
  }

  /// `nil` where it is not known; missing is not zero.
  func value(_ show: EventTotals, in currency: Currency?) -> Int128? {
    switch self {
    case .one: 1
    case .duration: show.event.duration.map { Int128($0) }
    case .gross: show.sales.first { $0.currency == currency }?.gross
    case .orders:
      show.sales.isEmpty ? nil : Int128(show.sales.reduce(0) { $0 + $1.orders })
    case .count(let metric): show.audience(metric).map { Int128($0.latest) }
    case .reported(let measure): reported(measure, show, in: currency)
    case .twiceArea:
      show.audience(.concurrent).flatMap { $0.span > 0 ? Int128($0.twiceArea) : nil }
    case .peak: show.audience(.concurrent).map { Int128($0.peak) * 1_000_000 }
    case .retained(let mark): show.retained.map { Int128($0[mark]) }
    }
  }

  /// Of several sources the latest observation counts.
  private func reported(
    _ measure: Measure, _ show: EventTotals, in currency: Currency?
  ) -> Int128? {
    let totals = show.reported.filter {
      $0.measure == measure && (measure.unit != .money || $0.money?.currency == currency)
    }
    let latest = totals.max { $0.key.observedAt < $1.key.observedAt }
    return switch latest?.amount {
    case .money(let money)?: money.micros
    case .number(let number)?: number.micros
    case nil: nil
    }
  }
}

extension EventTotals {
  /// What was counted of one metric.
  public func audience(_ metric: Metric) -> AudienceTotals? {
    audience.first { $0.metric == metric }
  }
}

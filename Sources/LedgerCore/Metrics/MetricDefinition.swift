/// What a metric means: the only source of its explanation and of the documents.
public struct MetricDefinition: Sendable {
  /// The name; that of a ratio contains its denominator.
  public let name: String
  /// The name in tables.
  public let title: String
  /// The unit of its values.
  public let unit: MetricUnit
  /// What it is, in a sentence.
  public let meaning: String
  /// How it is computed, in terms of the facts.
  public let formula: String
  /// How it is easily misread.
  public let pitfall: String
  /// Where the definition comes from.
  public let source: String
  /// The same formula, as the program computes it.
  let computation: Computation
  /// The same figure by what platforms report instead, the nearest definition first.
  let alternatives: [Alternative]

  /// A figure by a total that platforms report.
  struct Alternative {
    let measure: Measure
    let computation: Computation
  }

  init(
    _ name: String, _ title: String, _ unit: MetricUnit, _ computation: Computation,
    or alternatives: [Alternative] = [], meaning: String,
    formula: String, pitfall: String, source: String
  ) {
    self.name = name
    self.title = title
    self.unit = unit
    self.computation = computation
    self.alternatives = alternatives
    self.meaning = meaning
    self.formula = formula
    self.pitfall = pitfall
    self.source = source
  }
}

/// How a figure follows from the totals of shows and sales.
enum Computation: Sendable {
  /// A sum over the sales that the figure covers.
  case sales(SalePart)
  /// A quotient of two such sums, times a factor.
  case salesRatio(SalePart, per: SalePart, times: Int128)
  /// A sum over the shows that have the part.
  case shows(ShowPart)
  /// A quotient of two sums over the shows that have both parts, times a factor.
  case showsRatio(ShowPart, per: ShowPart, times: Int128)
  /// The largest count of a gauge in any show.
  case peak(Metric)
  /// The mean of a gauge over the observed time.
  case average(Metric)
  /// The bounds of a number of different people.
  case people(Metric)

  /// Whether there is one figure per currency, because the numerator belongs to a currency.
  var isOfCurrency: Bool {
    switch self {
    case .sales(let part), .salesRatio(let part, _, _): part.isOfCurrency
    case .shows(let part), .showsRatio(let part, _, _): part.isOfCurrency
    case .peak, .average, .people: false
    }
  }

  /// Whether it is a quotient of two sums.
  var isRatio: Bool {
    switch self {
    case .salesRatio, .showsRatio: true
    case .sales, .shows, .peak, .average, .people: false
    }
  }

  /// Whether it is about shows, and not about the sales of a period.
  var isOfShows: Bool {
    switch self {
    case .sales, .salesRatio: false
    default: true
    }
  }
}

/// A number that sales in one currency add up to.
enum SalePart: Sendable {
  case gross, cancelled, refunded, adjusted, net
  case orders, paidOrders, units, unitsCancelled, unitsRefunded

  var isOfCurrency: Bool { true }

  /// Whether it is of what came back of what had been sold.
  var isReturned: Bool {
    switch self {
    case .cancelled, .refunded, .unitsCancelled, .unitsRefunded: true
    default: false
    }
  }

  /// The number: micros of money, or a count; cancelled and refunded are positive.
  func value(_ totals: SaleTotals) -> Int128 {
    switch self {
    case .gross: totals.gross
    case .cancelled: -totals.cancelled
    case .refunded: -totals.refunded
    case .adjusted: totals.adjusted
    case .net: totals.net
    case .orders: Int128(totals.orders)
    case .paidOrders: Int128(totals.paidOrders)
    case .units: Int128(totals.units)
    case .unitsCancelled: -Int128(totals.unitsCancelled)
    case .unitsRefunded: -Int128(totals.unitsRefunded)
    }
  }
}

/// A number of a show, which may be unknown.
enum ShowPart: Sendable {
  case one
  /// Milliseconds from start to end.
  case duration
  /// The gross of the order lines that are credited to it, in micros.
  case gross
  /// Its orders, in all currencies.
  case orders
  /// The latest count of a metric.
  case count(Metric)
  /// The latest reported value of a measure, in millionths.
  case reported(Measure)
  /// The latest reported value of a measure per view, times the views, in millionths.
  case reportedPerView(Measure)
  /// Twice the time watched while views were observed too, in viewers × milliseconds.
  case twiceWatched
  /// The views of that time, in millionths.
  case watchedViews
  /// The largest concurrent count, in millionths.
  case peak
  /// Viewers at a mark of its length, in millionths.
  case retained(RetainedViewers.Mark)

  var isOfCurrency: Bool {
    switch self {
    case .gross: true
    case .reported(let measure), .reportedPerView(let measure): measure.unit == .money
    default: false
    }
  }

  /// Whether it is of the sales credited to a show, which may have sold nothing.
  var isOfSales: Bool {
    switch self {
    case .gross, .orders, .reported(.orders), .reported(.ordersAttributed): true
    default: false
    }
  }

  /// The number; `nil` if it is unknown, because missing is not zero.
  func value(_ show: EventTotals, in currency: Currency?) -> Int128? {
    switch self {
    case .one: 1
    case .duration: show.event.duration.map { Int128($0) }
    case .gross: show.gross(in: currency)
    case .orders: show.knownOrders.map { Int128($0) }
    case .count(let metric): show.audience(metric).map { Int128($0.latest) }
    case .reported(let measure): reported(measure, show, in: currency)
    case .reportedPerView(let measure):
      reported(measure, show, in: currency).flatMap { perView in
        show.audience(.views).map { perView * Int128($0.latest) }
      }
    case .twiceWatched: show.watched?.twiceArea
    case .watchedViews: show.watched?.viewsMicros
    case .peak: show.audience(.concurrent).map { Int128($0.peak) * 1_000_000 }
    case .retained(let mark): show.retained?[mark].map { Int128($0) }
    }
  }

  /// The latest observation of a measure, from any source.
  private func reported(
    _ measure: Measure, _ show: EventTotals, in currency: Currency?
  ) -> Int128? {
    if show.unconverted.contains(measure) { return nil }
    let totals = show.reported.filter {
      $0.measure == measure && (measure.unit != .money || $0.money?.currency == currency)
    }
    return totals.max { $0.key.observedAt < $1.key.observedAt }?.amount.micros
  }
}

extension EventTotals {
  /// The totals of one metric; `nil` if it was not counted.
  public func audience(_ metric: Metric) -> AudienceTotals? {
    audience.first { $0.metric == metric }
  }
}

/// All metrics of some shows and some sales.
public struct FigureSet: Equatable, Sendable {
  private let figures: [ReportMetric: [Figure]]

  /// Computes the metrics.
  ///
  /// `shows`: what figures of shows are about, each with all that is credited to it.
  /// `sales`: what figures of sales are about, by currency.
  /// `bootstrap`: draws the intervals over shows; `nil` for none.
  public init(
    _ metrics: [ReportMetric] = ReportMetric.allCases, shows: [EventTotals], sales: [SaleTotals],
    bootstrap: Bootstrap? = nil
  ) {
    let audience = AudienceFigures(shows)
    var rates: [(metric: ReportMetric, rate: ShowRate)] = []
    var figures: [ReportMetric: [Figure]] = [:]
    for metric in metrics {
      switch metric.definition.computation {
      case .sales(let part):
        figures[metric] = sales.map { Figure(metric, of: part, in: $0) }
      case .salesRatio(let part, let per, let times):
        figures[metric] = sales.map { Figure(metric, of: part, per: per, times: times, in: $0) }
      case .shows(let part):
        figures[metric] = Self.currencies(of: metric, shows).map { currency in
          Figure(metric, of: part, over: shows, in: currency)
        }
      case .showsRatio(let part, let per, let times):
        rates += Self.currencies(of: metric, shows).map { currency in
          (metric, ShowRate(part, per: per, times: times, over: shows, in: currency))
        }
      case .peak, .averageConcurrent, .uniqueViewers:
        figures[metric] = [Figure(metric, audience)]
      }
    }
    let intervals = bootstrap?.intervals(of: rates.map(\.rate.columns))
    for (index, rate) in rates.enumerated() {
      figures[rate.metric, default: []].append(
        Figure(rate.metric, rate.rate, overShows: intervals?[index]))
    }
    self.figures = figures
  }

  /// The figures of a metric: one, or one for each currency.
  public subscript(metric: ReportMetric) -> [Figure] { figures[metric] ?? [] }

  /// All figures that have a value, in the order of the catalogue.
  public var known: [Figure] {
    ReportMetric.allCases.flatMap { self[$0] }.filter { $0.value != nil }
  }

  /// The figure of a metric in a currency, or of none.
  public func figure(_ metric: ReportMetric, in currency: Currency? = nil) -> Figure? {
    self[metric].first { $0.currency == currency || $0.currency == nil }
  }

  private static func currencies(of metric: ReportMetric, _ shows: [EventTotals]) -> [Currency?] {
    guard metric.definition.computation.isOfCurrency else { return [nil] }
    let sold = shows.flatMap { $0.sales.map(\.currency) }
    let reported = shows.flatMap { $0.reported.compactMap { $0.money?.currency } }
    return Set(sold + reported).sorted { $0.code < $1.code }
  }
}

/// A rate over shows: the sums of both of its parts over the shows that have both.
struct ShowRate {
  let currency: Currency?
  let shows: Int
  let above: Int128
  let below: Int128
  /// What each show adds, `nil` where it lacks a part.
  let columns: [(above: Double, below: Double)?]
  let times: Int128
  /// Whether what is above the line is in millionths, as reported numbers are.
  let isInMillionths: Bool

  init(
    _ part: ShowPart, per: ShowPart, times: Int128, over shows: [EventTotals],
    in currency: Currency?
  ) {
    var sums: (above: Int128, below: Int128) = (0, 0)
    let factor = Double(times) / 1_000_000
    columns = shows.map { show in
      guard let above = part.value(show, in: currency), let below = per.value(show, in: currency)
      else { return nil }
      sums.above += above
      sums.below += below
      return (Double(above) * factor, Double(below))
    }
    (above, below) = sums
    self.shows = columns.count { $0 != nil }
    self.times = times
    self.currency = currency
    isInMillionths = if case .reported = part { true } else { false }
  }
}

extension Figure {
  fileprivate init(_ metric: ReportMetric, of part: SalePart, in totals: SaleTotals) {
    let sum = part.value(totals)
    self.init(
      metric, in: totals.currency,
      metric.unit == .money
        ? .money(Money(micros: sum, currency: totals.currency))
        : .count(Int64(clamping: sum)))
  }

  fileprivate init(
    _ metric: ReportMetric, of part: SalePart, per: SalePart, times: Int128, in totals: SaleTotals
  ) {
    let (above, below) = (part.value(totals), per.value(totals))
    let isOfUnits = metric == .refundRateByUnits || metric == .cancellationRateByUnits
    let trials = isOfUnits ? Int64(clamping: below) : nil
    self.init(
      metric, in: totals.currency,
      Value(metric, above: above, below: below, times: times, totals.currency),
      interval: trials.flatMap { Interval.wilson(successes: Int64(clamping: above), trials: $0) },
      trials: trials)
  }

  fileprivate init(
    _ metric: ReportMetric, of part: ShowPart, over shows: [EventTotals], in currency: Currency?
  ) {
    let parts = shows.compactMap { part.value($0, in: currency) }
    let sum = parts.reduce(0, +)
    let value: Value? =
      switch metric.unit {
      case .money: currency.map { .money(Money(micros: sum, currency: $0)) }
      case .hours: .decimal(Decimal(micros: roundedQuotient(sum * 10, 36)))
      default: .count(Int64(clamping: sum))
      }
    self.init(
      metric, in: currency, parts.isEmpty && metric != .shows ? nil : value, shows: parts.count)
  }

  fileprivate init(_ metric: ReportMetric, _ rate: ShowRate, overShows: Interval?) {
    let isShare = metric.unit == .share && rate.below > 0
    let successes = rate.isInMillionths ? rate.above / 1_000_000 : rate.above
    let isOfPeople = isShare && !metric.isRetention
    self.init(
      metric, in: rate.currency,
      Value(metric, above: rate.above, below: rate.below, times: rate.times, rate.currency),
      shows: rate.shows,
      interval: isOfPeople
        ? Interval.wilson(
          successes: Int64(clamping: successes), trials: Int64(clamping: rate.below))
        : nil,
      trials: isOfPeople ? Int64(clamping: rate.below) : nil, overShows: overShows)
  }

  fileprivate init(_ metric: ReportMetric, _ audience: AudienceFigures) {
    switch metric.definition.computation {
    case .peak:
      self.init(
        metric, in: nil, audience.peakConcurrent.map { .count($0.count) },
        shows: audience.eventsCounted[.concurrent] ?? 0)
    case .averageConcurrent:
      self.init(
        metric, in: nil, audience.averageConcurrent.map(Value.decimal),
        shows: audience.eventsCounted[.concurrent] ?? 0)
    default:
      self.init(
        metric, in: nil,
        audience.uniqueViewers.map { .people(lower: $0.lower, upper: $0.upper) },
        shows: audience.eventsCounted[.uniqueViewers] ?? 0)
    }
  }

  private init(
    _ metric: ReportMetric, in currency: Currency?, _ value: Value?, shows: Int? = nil,
    interval: Interval? = nil, trials: Int64? = nil, overShows: Interval? = nil
  ) {
    self.metric = metric
    self.currency = currency
    self.value = value
    self.shows = shows
    self.interval = interval
    self.trials = trials
    intervalOverShows = overShows
  }
}

extension Figure.Value {
  /// A quotient, rounded half to even to six decimals; `nil` unless there is something below the
  /// line.
  fileprivate init?(
    _ metric: ReportMetric, above: Int128, below: Int128, times: Int128, _ currency: Currency?
  ) {
    guard below > 0 else { return nil }
    let micros = roundedQuotient(above * times, below)
    if metric.unit == .money, let currency {
      self = .money(Money(micros: micros, currency: currency))
    } else {
      self = .decimal(Decimal(micros: micros))
    }
  }
}

extension ReportMetric {
  /// People who stay are no trials of each other.
  var isRetention: Bool {
    self == .retainedAtQuarter || self == .retainedAtHalf || self == .retainedAtThreeQuarters
  }
}

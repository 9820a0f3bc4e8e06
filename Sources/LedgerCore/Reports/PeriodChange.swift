/// How a figure of a report changed from the period that it is compared with.
public struct PeriodChange: Equatable, Sendable {
  /// The figure in the period of the report; `nil` if it is not there.
  public let now: Figure?
  /// The figure in the other period; `nil` if it is not there.
  public let before: Figure?
  /// Now ÷ before − 1; `nil` if either is not known, if the earlier is not above 0, or if they are
  /// different reported totals.
  public let change: Double?
  /// Its 95 % interval, by how shows, or days with sales, differ; `nil` if they are too few, or for
  /// a largest count or a number of different people.
  public let interval: Interval?

  /// The metric.
  public var metric: ReportMetric { now?.metric ?? before?.metric ?? .shows }
  /// The currency, if the metric has one for each.
  public var currency: Currency? { now?.currency ?? before?.currency }

  fileprivate init(_ now: Figure?, _ before: Figure?, _ interval: Interval?) {
    self.now = now
    self.before = before
    change =
      if let number = now?.exactNumber, let base = before?.exactNumber, base > 0,
        now?.measure == before?.measure
      {
        number / base - 1
      } else { nil }
    self.interval =
      change == nil ? nil : interval.map { Interval(lower: $0.lower - 1, upper: $0.upper - 1) }
  }
}

extension Report.Section {
  /// The changes of all figures that are known in either period, in the order of the catalogue.
  public var changes: [PeriodChange] {
    guard let comparison else { return [] }
    let (now, before) = (report.figures, comparison.figures)
    return ReportMetric.allCases.flatMap { metric -> [PeriodChange] in
      let known = (now[metric] + before[metric]).filter(\.isKnown)
      return Set(known.map(\.currency)).sorted { ($0?.code ?? "") < ($1?.code ?? "") }
        .map { currency in
          let key = ChangeSamples.Key(metric: metric, currency: currency)
          let (own, other) = (report.samples?[key], comparison.samples?[key])
          return PeriodChange(
            now.figure(metric, in: currency), before.figure(metric, in: currency),
            own.flatMap { own in other.flatMap { own.ratio(to: $0) } })
        }
    }
  }
}

extension Figure {
  /// The number, if it is one.
  fileprivate var exactNumber: Double? {
    if case .people(let lower, let upper)? = value, lower != upper { return nil }
    return number
  }
}

/// What the figures of a period are made of, show by show and day by day.
struct ChangeSamples: Equatable, Sendable {
  struct Key: Hashable {
    let metric: ReportMetric
    let currency: Currency?
  }

  private var samples: [Key: ChangeSample] = [:]

  subscript(key: Key) -> ChangeSample? { samples[key] }

  /// `days`: the sales of each day, by currency.
  init(_ shows: [EventTotals], days: some Sequence<[SaleTotals]>) {
    for metric in ReportMetric.allCases {
      switch metric.definition.computation(over: shows) {
      case .sales(let part):
        for totals in days.joined() {
          add(metric, totals.currency, part.value(totals).rounded)
        }
      case .salesRatio(let part, let per, _):
        for totals in days.joined() {
          let (above, below) = (part.value(totals), per.value(totals))
          add(metric, totals.currency, above.rounded, per: below.rounded)
        }
      case .shows(let part): addShows(metric, part, shows)
      case .showsRatio(let part, let per, _): addShows(metric, part, per: per, shows)
      case .average(let gauge):
        for counts in shows.compactMap({ $0.audience(gauge) }) where counts.observedSpan > 0 {
          add(
            metric, nil, Double(counts.observedTwiceArea), per: Double(counts.observedSpan))
        }
      case .peak, .people: break
      }
    }
  }

  private mutating func addShows(
    _ metric: ReportMetric, _ part: ShowPart, per: ShowPart? = nil, _ shows: [EventTotals]
  ) {
    for show in shows {
      for currency in FigureFacts.currencies(of: part, show) {
        guard let above = part.value(show, in: currency) else { continue }
        guard let per else {
          add(metric, currency, above.rounded)
          continue
        }
        guard let below = per.value(show, in: currency) else { continue }
        add(metric, currency, above.rounded, per: below.rounded)
      }
    }
  }

  private mutating func add(
    _ metric: ReportMetric, _ currency: Currency?, _ above: Double, per below: Double? = nil
  ) {
    samples[Key(metric: metric, currency: currency), default: ChangeSample()]
      .add(above, per: below)
  }
}

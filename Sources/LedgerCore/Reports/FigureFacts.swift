/// The facts that figures are computed from: shows, and sales by currency.
struct FigureFacts {
  private let shows: [EventTotals]
  private let sales: [SaleTotals]
  private let audience: AudienceSums
  private let currencies: [Currency?]

  init(_ shows: [EventTotals], _ sales: [SaleTotals]) {
    self.shows = shows
    self.sales = sales
    audience = AudienceSums(shows)
    currencies = Self.currencies(of: shows)
  }

  /// The figures of a metric by one of its computations, without intervals over shows.
  func figures(of metric: ReportMetric, by computation: Computation) -> [Figure] {
    switch computation {
    case .sales(let part):
      sales.map { Figure(metric, of: part, in: $0) }
    case .salesRatio(let part, let per, let times):
      sales.map { totals in
        let unsold = part.isReturned ? shows.count { $0.hasReturnsOfUnknownSales(part, totals) } : 0
        return Figure(metric, of: part, per: per, times: times, in: totals, unsold: unsold)
      }
    case .shows(.count(let counted)):
      [Figure(metric, of: audience[counted])]
    case .shows(let part):
      currencies(of: part).map { Figure(metric, of: part, over: shows, in: $0) }
    case .showsRatio(let part, let per, let times):
      rates(part, per: per, times: times).map { Figure(metric, $0) }
    case .peak(let gauge):
      [Figure(metric, peakOf: audience[gauge])]
    case .average(let gauge):
      [Figure(metric, averageOf: audience[gauge])]
    case .people(let counted):
      [Figure(metric, peopleOf: audience[counted])]
    }
  }

  /// A ratio over the shows, one for each currency.
  func rates(_ part: ShowPart, per: ShowPart, times: Int128) -> [ShowRatio] {
    currencies(of: part).map { ShowRatio(part, per: per, times: times, over: shows, in: $0) }
  }

  /// The currencies in which a show has a part; only `nil` for a part without currency.
  static func currencies(of part: ShowPart, _ show: EventTotals) -> [Currency?] {
    part.isOfCurrency ? currencies(of: CollectionOfOne(show)) : [nil]
  }

  private func currencies(of part: ShowPart) -> [Currency?] {
    part.isOfCurrency ? currencies : [nil]
  }

  private static func currencies(of shows: some Sequence<EventTotals>) -> [Currency?] {
    var found: [Currency] = []
    func note(_ currency: Currency) {
      if !found.contains(currency) { found.append(currency) }
    }
    for show in shows {
      for sales in show.sales { note(sales.currency) }
      for reported in show.reported { reported.money.map { note($0.currency) } }
    }
    if found.isEmpty {
      // What sold nothing sold nothing of the market's currency.
      for show in shows {
        if case .soldNothing(let currency) = show.knowledge { note(currency) }
      }
    }
    return found.sorted { $0.code < $1.code }
  }
}

extension Figure {
  fileprivate init(_ metric: ReportMetric, of part: SalePart, in totals: SaleTotals) {
    let range = part.range(totals)
    guard range.doubts.isEmpty else {
      self.init(
        metric, in: totals.currency, nil, bounds: range.bounds(metric.unit, totals.currency))
      return
    }
    let sum = part.value(totals)
    self.init(metric, in: totals.currency, Value(metric.unit, sum: sum, totals.currency))
  }

  fileprivate init(
    _ metric: ReportMetric, of part: SalePart, per: SalePart, times: Int128, in totals: SaleTotals,
    unsold: Int
  ) {
    let (ofPart, ofPer) = (part.range(totals), per.range(totals))
    guard ofPart.doubts.isEmpty, ofPer.doubts.isEmpty else {
      var ofPer = ofPer
      if unsold > 0 {
        ofPer.upper = nil
        ofPer.doubts.append(.salesOfShows(unsold))
      }
      self.init(
        metric, in: totals.currency, nil,
        bounds: SaleRange.bounds(
          metric.unit, above: ofPart, below: ofPer, times: times, totals.currency))
      return
    }
    let (above, below) = (part.value(totals), per.value(totals))
    let isOfUnits = metric == .refundRateByUnits || metric == .cancellationRateByUnits
    let trials = isOfUnits ? Int64(clamping: below) : nil
    let value = Value(metric.unit, above: above, below: below, times: times, totals.currency)
    guard unsold == 0 else {
      // What was returned is recorded, and more may have been sold.
      self.init(
        metric, in: totals.currency, nil,
        bounds: Bounds(lower: nil, upper: value, [.salesOfShows(unsold)]))
      return
    }
    self.init(
      metric, in: totals.currency, value,
      interval: trials.flatMap { Interval.wilson(successes: Int64(clamping: above), trials: $0) },
      trials: trials)
  }

  fileprivate init(
    _ metric: ReportMetric, of part: ShowPart, over shows: [EventTotals],
    in currency: Currency?
  ) {
    let parts = shows.compactMap { part.value($0, in: currency) }
    let missing = part.unconverted(shows)
    self.init(
      metric, in: currency,
      parts.isEmpty && metric != .shows
        ? nil : Value(metric.unit, sum: parts.reduce(0, +), currency),
      hasUpper: missing == 0, [.ratesOfReports(missing)], shows: parts.count)
    measure = part.measure
  }

  init(_ metric: ReportMetric, _ rate: ShowRatio, overShows: Interval? = nil) {
    let isShare = metric.unit == .share && rate.below > 0
    let successes = rate.measure != nil ? rate.above / 1_000_000 : rate.above
    // An interval over the known shows would not have the figure in it.
    let isExact = rate.shows == 0 || rate.unknown.shows == 0
    let isOfPeople = isShare && !metric.isRetention && isExact
    let value = Value(
      metric.unit, above: rate.above, below: rate.below, times: rate.times, rate.currency)
    self.init(
      metric, in: rate.currency, isExact ? value : nil, shows: rate.shows,
      interval: isOfPeople
        ? Interval.wilson(
          successes: Int64(clamping: successes), trials: Int64(clamping: rate.below))
        : nil,
      trials: isOfPeople ? Int64(clamping: rate.below) : nil,
      overShows: isExact ? overShows : nil,
      bounds: isExact
        ? nil
        : Bounds(
          lower: Value(
            metric.unit, above: rate.above, below: rate.below + rate.unknown.below,
            times: rate.times, rate.currency),
          upper: nil, overKnown: value, [.salesOfShows(rate.unknown.shows)]))
    measure = rate.measure
  }

  fileprivate init(_ metric: ReportMetric, of sum: AudienceSums.Sum?) {
    self.init(
      metric, in: nil, sum.flatMap { Value(metric.unit, sum: $0.latest, nil) },
      shows: sum?.shows ?? 0)
  }

  fileprivate init(_ metric: ReportMetric, peakOf sum: AudienceSums.Sum?) {
    self.init(
      metric, in: nil, sum?.peak.map { .count($0.count) }, shows: sum?.shows ?? 0,
      evidence: sum?.peak.map { .peak(event: $0.event, at: $0.at) })
  }

  fileprivate init(_ metric: ReportMetric, averageOf sum: AudienceSums.Sum?) {
    self.init(
      metric, in: nil, sum?.average.map(Value.decimal), shows: sum?.shows ?? 0,
      evidence: sum.map { .observed(milliseconds: $0.span, of: $0.whole) })
  }

  fileprivate init(_ metric: ReportMetric, peopleOf sum: AudienceSums.Sum?) {
    self.init(
      metric, in: nil,
      sum.map { .people(lower: $0.largest, upper: Int64(clamping: $0.latest)) },
      shows: sum?.shows ?? 0)
  }

  /// A number that is not known exactly if it has no lower or no upper bound.
  private init(
    _ metric: ReportMetric, in currency: Currency?, _ value: Value?, hasLower: Bool = true,
    hasUpper: Bool, _ reasons: [Doubt], shows: Int? = nil, interval: Interval? = nil,
    trials: Int64? = nil
  ) {
    let isWhole = hasLower && hasUpper
    self.init(
      metric, in: currency, isWhole ? value : nil, shows: shows, interval: interval,
      trials: trials,
      bounds: isWhole
        ? nil : Bounds(lower: hasLower ? value : nil, upper: hasUpper ? value : nil, reasons))
  }

  private init(
    _ metric: ReportMetric, in currency: Currency?, _ value: Value?, shows: Int? = nil,
    interval: Interval? = nil, trials: Int64? = nil, overShows: Interval? = nil,
    evidence: Evidence? = nil, bounds: Bounds? = nil
  ) {
    self.metric = metric
    self.currency = currency
    self.value = value
    self.bounds = bounds
    self.shows = shows
    self.interval = interval
    self.trials = trials
    intervalOverShows = overShows
    self.evidence = evidence
  }
}

extension ReportMetric {
  /// Whether it is a retention, for which viewers are not independent trials.
  var isRetention: Bool {
    self == .retainedAtQuarter || self == .retainedAtHalf || self == .retainedAtThreeQuarters
  }
}

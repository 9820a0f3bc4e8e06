/// How the numbers of an event changed as the book grew.
public struct Drift: Equatable, Sendable {
  /// A number that an entry changed.
  public struct Step: Equatable, Sendable {
    /// The entry that changed it.
    public let entry: Entry
    /// The metric that changed.
    public let metric: ReportMetric
    /// The currency, if the metric is about sales or money.
    public let currency: Currency?
    /// The value from then on; `nil` if it was no longer known.
    public let value: Figure.Value?

    package init(
      entry: Entry, metric: ReportMetric, currency: Currency?, value: Figure.Value?
    ) {
      self.entry = entry
      self.metric = metric
      self.currency = currency
      self.value = value
    }
  }

  /// Everything that was recorded about the event.
  public let history: EventHistory
  /// The changes of its numbers, oldest first.
  public let steps: [Step]

  /// All metrics but ratios and the number of shows.
  public static let sums = ReportMetric.allCases.filter { !$0.isRatio && $0 != .shows }

  package init(history: EventHistory, steps: [Step]) {
    self.history = history
    self.steps = steps
  }

  /// Computes an event's numbers after each entry that touched it, as a report as of it has them.
  ///
  /// This reads the facts of the market's sales once for each entry.
  ///
  /// `usesSettings`: whether sales without an event are credited by the rule that the book had as
  /// of each entry.
  /// - Throws: ``LedgerError`` if the ledger cannot answer.
  public init(
    of event: EventKey, _ metrics: [ReportMetric] = Drift.sums,
    in ledger: any Ledger, usesSettings: Bool = false
  ) throws(LedgerError) {
    history = try ledger.history(of: event)
    let starts = try Self.starts(of: event, in: ledger)
    var steps: [Step] = []
    var known: [Key: Figure.Value] = [:]
    let entries =
      usesSettings
      ? try history.entriesWithRule(in: ledger) : history.entries.map { ($0, nil) }
    for (entry, credit) in entries {
      let show = try Self.show(
        event, of: history.event.market, startingAt: starts, asOf: entry.number, credit: credit,
        in: ledger)
      let figures = FigureSet(metrics, shows: show.map { [$0] } ?? [], sales: show?.sales ?? [])
      var now: [Key: Figure.Value] = [:]
      for figure in metrics.flatMap({ figures[$0] }) {
        let key = Key(metric: figure.metric, currency: figure.currency)
        // A 0 of a currency, such as refunds of 0, says no more than that nothing is recorded.
        if key.isOfSales, figure.value.map(Self.isZero) ?? false, known[key] == nil { continue }
        now[key] = figure.value
      }
      let keys = Set(known.keys).union(now.keys).sorted { $0.order < $1.order }
      for key in keys where known[key] != now[key] {
        steps.append(
          Step(entry: entry, metric: key.metric, currency: key.currency, value: now[key]))
      }
      known = now
    }
    self.steps = steps
  }

  /// The starts that the event ever had, the latest recorded one first.
  private static func starts(
    of event: EventKey, in ledger: any Ledger
  ) throws(LedgerError) -> [Instant] {
    var starts: [Instant] = []
    for step in try ledger.steps(ofEvent: event).reversed() {
      if let start = step.fact?.startsAt, !starts.contains(start) { starts.append(start) }
    }
    return starts
  }

  /// The event as of an entry, at whichever start it had then; `nil` if the book did not have it.
  private static func show(
    _ event: EventKey, of market: Market.Code, startingAt starts: [Instant], asOf entry: Int64,
    credit: CreditRule?, in ledger: any Ledger
  ) throws(LedgerError) -> EventTotals? {
    for start in starts {
      let instant = InstantRange(
        start: start, end: Instant(milliseconds: start.milliseconds + 1))
      let totals = try ledger.totals(
        TotalsRequest(market: market, period: instant, asOf: entry, credit: credit))
      if let show = totals.events.first(where: { $0.event.key == event }) { return show }
    }
    return nil
  }

  private struct Key: Hashable {
    let metric: ReportMetric
    let currency: Currency?

    /// Whether it is about order lines.
    var isOfSales: Bool { currency != nil && !metric.definition.computation.isOfShows }

    /// The order of the catalogue, then of currency codes.
    var order: (Int, String) {
      (ReportMetric.allCases.firstIndex(of: metric) ?? 0, currency?.code ?? "")
    }
  }

  private static func isZero(_ value: Figure.Value) -> Bool {
    switch value {
    case .count(let count): count == 0
    case .people(_, let upper): upper == 0
    case .decimal(let decimal): decimal.micros == 0
    case .money(let money): money.micros == 0
    }
  }
}

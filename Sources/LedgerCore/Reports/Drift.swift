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

  /// Computes an event's numbers after each entry that touched it.
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
    let start = history.event.startsAt
    let instant = InstantRange(
      start: start, end: Instant(milliseconds: start.milliseconds + 1))
    var steps: [Step] = []
    var known: [Key: Figure.Value] = [:]
    let entries =
      usesSettings
      ? try history.entriesWithRule(in: ledger) : history.entries.map { ($0, nil) }
    for (entry, credit) in entries {
      let shows = try ledger.totals(
        TotalsRequest(
          market: history.event.market, period: instant, asOf: entry.number, credit: credit)
      ).events.filter { $0.event.key == event }
      let figures = FigureSet(metrics, shows: shows, sales: shows.first?.sales ?? [])
      var now: [Key: Figure.Value] = [:]
      for figure in metrics.flatMap({ figures[$0] }) {
        now[Key(metric: figure.metric, currency: figure.currency)] = figure.value
      }
      let keys = Set(known.keys).union(now.keys).sorted { $0.order < $1.order }
      for key in keys where known[key] != now[key] {
        // A first 0 in a currency, such as refunds of 0, says nothing.
        if known[key] == nil, now[key].map(Self.isZero) ?? true { continue }
        steps.append(
          Step(entry: entry, metric: key.metric, currency: key.currency, value: now[key]))
      }
      known = now
    }
    self.steps = steps
  }

  private struct Key: Hashable {
    let metric: ReportMetric
    let currency: Currency?

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

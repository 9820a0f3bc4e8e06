/// What platforms report of a market's shows, beside the order lines that are credited to them.
public struct Reconciliation: Equatable, Sendable {
  /// A reported merchandise value of a show, and what makes it differ from the order lines.
  public struct Line: Equatable, Sendable {
    /// The show.
    public let event: EventKey
    /// The latest reported total of its measure and source.
    public let reported: ReportedTotal
    /// The gross of the order lines in its currency; `nil` if there are none.
    public let lines: Money?
    /// What the difference consists of, but for what is not explained.
    public let parts: [Part]
    /// What is left of the difference: reported − lines − parts; `nil` without order lines.
    public let unexplained: Money?
    /// Until when the platform seems to credit lines to the show; `nil` if nothing says so.
    public let creditedUntil: Instant?
    /// The gross of lines of no show that were sold during this one or in the window after it;
    /// `nil` without order lines.
    public let notCredited: Money?
    /// The currencies of the show's order lines, if none of them is the reported one.
    public let otherCurrencies: [Currency]

    /// Reported − lines; `nil` without order lines in the currency.
    public var difference: Money? {
      guard let lines, let amount = reported.money else { return nil }
      return Money(micros: amount.micros - lines.micros, currency: lines.currency)
    }
  }

  /// A part of a difference.
  public struct Part: Equatable, Sendable {
    /// What it is.
    public let kind: Kind
    /// How much of reported − lines it is.
    public let amount: Money
  }

  /// Why a reported value differs from the order lines.
  public enum Kind: String, CaseIterable, Sendable {
    /// Lines that were sold after the report was made.
    case soldLater = "sold_later"
    /// Lines that only the rule credits to the show.
    case byRule = "by_rule"
    /// Lines of the show that were sold after it, once the platform's own window had closed.
    case otherWindow = "other_window"
    /// Lines that were cancelled, which the platform does not count.
    case cancelled
    /// Amounts that were paid back, which the platform does not count.
    case refunded
    /// Lines that are credited to no show, and were sold during this one or in the window after it.
    case notCredited = "not_credited"
    /// What is left within the tolerance.
    case rounding
  }

  /// The sums of a measure, source and currency over the shows that have order lines.
  public struct Sum: Equatable, Sendable {
    /// The measure.
    public let measure: Measure
    /// The source.
    public let source: String
    /// The shows.
    public let shows: Int
    /// What platforms report of them.
    public let reported: Money
    /// The gross of their order lines.
    public let lines: Money
    /// What the differences consist of, by kind.
    public let parts: [Part]
    /// What is not explained.
    public let unexplained: Money
  }

  /// The reported values, show by show, in the order of their starts.
  public let lines: [Line]

  /// The sums of those values that have order lines, by measure, source and currency.
  public var sums: [Sum] {
    var sums: [Sum] = []
    for line in lines {
      guard let amount = line.reported.money, let own = line.lines else { continue }
      let key = line.reported.key
      let place = sums.firstIndex {
        $0.measure == key.measure && $0.source == key.source
          && $0.reported.currency == amount.currency
      }
      let one = Sum(
        measure: key.measure, source: key.source, shows: 1, reported: amount, lines: own,
        parts: line.parts, unexplained: line.unexplained ?? Money(micros: 0, currency: own.currency)
      )
      if let place { sums[place] = sums[place] + one } else { sums.append(one) }
    }
    let all = Measure.allCases
    func place(_ sum: Sum) -> (Int, String, String) {
      (all.firstIndex(of: sum.measure) ?? 0, sum.reported.currency.code, sum.source)
    }
    return sums.sorted { place($0) < place($1) }
  }
}

extension Reconciliation.Sum {
  fileprivate static func + (left: Self, right: Self) -> Self {
    func sum(_ left: Money, _ right: Money) -> Money {
      Money(micros: left.micros + right.micros, currency: left.currency)
    }
    return Self(
      measure: left.measure, source: left.source, shows: left.shows + right.shows,
      reported: sum(left.reported, right.reported), lines: sum(left.lines, right.lines),
      parts: Reconciliation.Kind.allCases.compactMap { kind in
        let amounts = (left.parts + right.parts).filter { $0.kind == kind }.map(\.amount)
        guard let first = amounts.first else { return nil }
        let micros = amounts.reduce(0) { $0 + $1.micros }
        return .init(kind: kind, amount: Money(micros: micros, currency: first.currency))
      },
      unexplained: sum(left.unexplained, right.unexplained))
  }
}

extension Reconciliation {
  /// Compares the shows that start in a period.
  ///
  /// `totals`: of at least that period and `window` after it, by event and quarter of an hour.
  /// `window`: how long after a show, in milliseconds, an order may still be of it.
  /// `tolerance`: differences up to this are none, in millionths of the currency's unit.
  /// `observers`: what was reported of a show under its other key.
  package init(
    _ totals: MarketTotals, in period: InstantRange, window: Int64, tolerance: Int128,
    observers: [EventKey: [ReportedTotal]] = [:]
  ) {
    let shows = totals.events.filter { period.contains($0.event.startsAt) }
      .sorted { ($0.event.startsAt, $0.event.key) < ($1.event.startsAt, $1.event.key) }
    let ofShows = Dictionary(grouping: totals.sales.filter { $0.event != nil }) { $0.event }
    let byRule = Dictionary(grouping: totals.bases.filter { $0.basis.isOfRule }) { $0.event }
    let open = totals.sales.filter { !$0.isCredited && $0.totals.gross > 0 }
    let comparisons = shows.flatMap { show -> [ReportComparison] in
      let own = ShowSales(
        show: show, sales: ofShows[show.event.key] ?? [], byRule: byRule[show.event.key] ?? [],
        open: open, window: window)
      return (show.reported + (observers[show.event.key] ?? [])).compactMap { reported in
        guard reported.measure.isMerchandiseValue, let amount = reported.money else { return nil }
        return ReportComparison(reported, amount, own, tolerance: tolerance)
      }
    }
    let windows = PlatformWindows(comparisons)
    lines = comparisons.map { $0.line(closing: windows.quarters(of: $0)) }
  }
}

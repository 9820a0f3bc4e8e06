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
    lines = shows.flatMap { show -> [Line] in
      let comparison = Comparison(
        show: show, sales: ofShows[show.event.key] ?? [], byRule: byRule[show.event.key] ?? [],
        open: open, window: window, tolerance: tolerance)
      let all = show.reported + (observers[show.event.key] ?? [])
      return all.compactMap { reported in
        guard reported.measure.isMerchandiseValue, let amount = reported.money else { return nil }
        return comparison.line(reported, amount)
      }
    }
  }
}

/// A show and the sales that may be of it.
private struct Comparison {
  let show: EventTotals
  let sales: [MarketTotals.Sales]
  let byRule: [CreditedGross]
  let open: [MarketTotals.Sales]
  let window: Int64
  let tolerance: Int128

  func line(_ reported: ReportedTotal, _ amount: Money) -> Reconciliation.Line {
    let own = show.sales.first { $0.currency == amount.currency && $0.hasSold }
    guard let own else {
      return Reconciliation.Line(
        event: show.event.key, reported: reported, lines: nil, parts: [], unexplained: nil,
        creditedUntil: nil, notCredited: nil,
        otherCurrencies: show.sales.filter(\.hasSold).map(\.currency))
    }
    func money(_ micros: Int128) -> Money { Money(micros: micros, currency: amount.currency) }
    let later = sum(sales) { $0 > reported.key.observedAt.quarter }
    var parts: [Reconciliation.Part] = []
    if later(own.currency) != 0 {
      parts.append(.init(kind: .soldLater, amount: money(-later(own.currency))))
    }
    let rest = amount.micros - own.gross + later(own.currency)
    let start = show.event.startsAt.quarter
    let end = ((show.event.endsAt ?? show.event.startsAt).milliseconds + window) / quarterLength
    let notCredited = sum(open) { $0 >= start && $0 <= end }(own.currency)
    let ofRule = byRule.filter {
      $0.gross.currency == own.currency && $0.at.quarter <= reported.key.observedAt.quarter
    }.reduce(0) { $0 + $1.gross.micros }
    let candidates: [(Reconciliation.Kind, Int128)] = [
      (.byRule, -ofRule), (.cancelled, own.cancelled), (.refunded, own.refunded),
      (.notCredited, notCredited),
    ].filter { $0.1 != 0 }
    let found = explanation(
      of: rest, candidates, late: lateLines(own.currency, from: reported.key.observedAt.quarter))
    parts += found.parts.map { .init(kind: $0.0, amount: money($0.1)) }
    parts.sort { $0.kind.place < $1.kind.place }
    var unexplained = rest - found.parts.reduce(0) { $0 + $1.1 }
    if unexplained != 0, unexplained.magnitude <= tolerance.magnitude {
      parts.append(.init(kind: .rounding, amount: money(unexplained)))
      unexplained = 0
    }
    return Reconciliation.Line(
      event: show.event.key, reported: reported, lines: money(own.gross), parts: parts,
      unexplained: money(unexplained), creditedUntil: found.until, notCredited: money(notCredited),
      otherCurrencies: [])
  }

  private var quarterLength: Int64 { 900_000 }

  /// The gross of sales in quarters of an hour, by currency.
  private func sum(
    _ sales: [MarketTotals.Sales], where isAsked: @escaping (Int64) -> Bool
  ) -> (Currency) -> Int128 {
    { currency in
      sales.filter { $0.totals.currency == currency && $0.at.map { isAsked($0.quarter) } ?? false }
        .reduce(0) { $0 + $1.totals.gross }
    }
  }

  /// What the platform would leave out if its window ended some quarters of an hour after the show,
  /// longest window first.
  ///
  /// `reportedIn`: the quarter of the report, after which lines are left out anyway.
  private func lateLines(
    _ currency: Currency, from reportedIn: Int64
  ) -> [(until: Instant, amount: Int128)] {
    let end = show.event.endsAt ?? show.event.startsAt
    let last = (Instant(milliseconds: end.milliseconds - 1) ?? end).quarter
    var late: [(until: Instant, amount: Int128)] = []
    var amount: Int128 = 0
    let after = sales.filter { sales in
      sales.totals.currency == currency && sales.totals.gross != 0
        && sales.at.map { $0.quarter > last && $0.quarter <= reportedIn } ?? false
    }.sorted { ($0.at ?? .earliest) > ($1.at ?? .earliest) }
    for sales in after {
      guard let at = sales.at else { continue }
      amount -= sales.totals.gross
      late.append((at, amount))
    }
    return late
  }

  /// The fewest amounts that come to a difference; none if it is none, or if no amounts do.
  private func explanation(
    of rest: Int128, _ candidates: [(Reconciliation.Kind, Int128)],
    late: [(until: Instant, amount: Int128)]
  ) -> (parts: [(Reconciliation.Kind, Int128)], until: Instant?) {
    guard rest.magnitude > tolerance.magnitude else { return ([], nil) }
    let choices = (0..<(1 << candidates.count)).map { choice in
      candidates.indices.filter { choice & (1 << $0) != 0 }.map { candidates[$0] }
    }
    for count in 1...(candidates.count + 1) {
      for chosen in choices where chosen.count == count {
        let left = rest - chosen.reduce(0) { $0 + $1.1 }
        if left.magnitude <= tolerance.magnitude { return (chosen, nil) }
      }
      for chosen in choices where chosen.count == count - 1 {
        let left = rest - chosen.reduce(0) { $0 + $1.1 }
        for (until, amount) in late where (left - amount).magnitude <= tolerance.magnitude {
          return (chosen + [(.otherWindow, amount)], until)
        }
      }
    }
    return ([], nil)
  }
}

extension Reconciliation.Kind {
  /// The place among all kinds.
  fileprivate var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

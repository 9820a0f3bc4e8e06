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
    /// Lines that were cancelled, which the platform does not count.
    case cancelled
    /// Amounts that were paid back, which the platform does not count.
    case refunded
    /// Lines that are credited to no show, and were sold during this one or in the window after it.
    case notCredited = "not_credited"
    /// What is left within the tolerance.
    case rounding
  }

  /// The sums of a measure and currency over the shows that have order lines.
  public struct Sum: Equatable, Sendable {
    /// The measure.
    public let measure: Measure
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

  /// The sums of those values that have order lines, by measure and currency.
  public var sums: [Sum] {
    var sums: [Sum] = []
    for measure in Measure.allCases {
      let own = lines.filter { $0.reported.key.measure == measure && $0.lines != nil }
      let groups = Dictionary(grouping: own) { $0.reported.money?.currency }
      for (currency, lines) in groups.sorted(by: { $0.key?.code ?? "" < $1.key?.code ?? "" }) {
        guard let currency else { continue }
        func sum(_ micros: (Line) -> Int128) -> Money {
          Money(micros: lines.reduce(0) { $0 + micros($1) }, currency: currency)
        }
        sums.append(
          Sum(
            measure: measure, shows: Set(lines.map(\.event)).count,
            reported: sum { $0.reported.money?.micros ?? 0 }, lines: sum { $0.lines?.micros ?? 0 },
            parts: Kind.allCases.compactMap { kind in
              let parts = lines.flatMap(\.parts).filter { $0.kind == kind }
              guard !parts.isEmpty else { return nil }
              let micros = parts.reduce(0) { $0 + $1.amount.micros }
              return Part(kind: kind, amount: Money(micros: micros, currency: currency))
            },
            unexplained: sum { $0.unexplained?.micros ?? 0 }))
      }
    }
    return sums
  }
}

extension Reconciliation {
  /// Compares the shows that start in a period.
  ///
  /// `totals`: of at least that period and `window` after it, by event and quarter of an hour.
  /// `window`: how long after a show, in milliseconds, an order may still be of it.
  /// `tolerance`: differences up to this are none, in millionths of the currency's unit.
  package init(
    _ totals: MarketTotals, in period: InstantRange, window: Int64, tolerance: Int128
  ) {
    let shows = totals.events.filter { period.contains($0.event.startsAt) }
      .sorted { ($0.event.startsAt, $0.event.key) < ($1.event.startsAt, $1.event.key) }
    let ofShows = Dictionary(grouping: totals.sales.filter { $0.event != nil }) { $0.event }
    let open = totals.sales.filter { !$0.isCredited && $0.totals.gross > 0 }
    lines = shows.flatMap { show -> [Line] in
      let comparison = Comparison(
        show: show, sales: ofShows[show.event.key] ?? [], open: open, window: window,
        tolerance: tolerance)
      return show.reported.compactMap { reported in
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
  let open: [MarketTotals.Sales]
  let window: Int64
  let tolerance: Int128

  func line(_ reported: ReportedTotal, _ amount: Money) -> Reconciliation.Line {
    let own = show.sales.first { $0.currency == amount.currency && $0.hasSold }
    guard let own else {
      return Reconciliation.Line(
        event: show.event.key, reported: reported, lines: nil, parts: [], unexplained: nil,
        notCredited: nil,
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
    let candidates: [(Reconciliation.Kind, Int128)] = [
      (.cancelled, own.cancelled), (.refunded, own.refunded),
      (.notCredited, notCredited),
    ].filter { $0.1 != 0 }
    let found = explanation(of: rest, candidates)
    parts += found.map { .init(kind: $0.0, amount: money($0.1)) }
    var unexplained = rest - found.reduce(0) { $0 + $1.1 }
    if unexplained != 0, unexplained.magnitude <= tolerance.magnitude {
      parts.append(.init(kind: .rounding, amount: money(unexplained)))
      unexplained = 0
    }
    return Reconciliation.Line(
      event: show.event.key, reported: reported, lines: money(own.gross), parts: parts,
      unexplained: money(unexplained), notCredited: money(notCredited), otherCurrencies: [])
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

  /// The fewest amounts that come to a difference; none if it is none, or if no amounts do.
  private func explanation(
    of rest: Int128, _ candidates: [(Reconciliation.Kind, Int128)]
  ) -> [(Reconciliation.Kind, Int128)] {
    guard rest.magnitude > tolerance.magnitude else { return [] }
    let choices = (1..<(1 << candidates.count)).sorted {
      ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1)
    }
    for choice in choices {
      let chosen = candidates.indices.filter { choice & (1 << $0) != 0 }.map { candidates[$0] }
      let left = rest - chosen.reduce(0) { $0 + $1.1 }
      if left.magnitude <= tolerance.magnitude { return chosen }
    }
    return []
  }
}

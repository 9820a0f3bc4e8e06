/// A show, and the sales that may be of it.
struct ShowSales {
  let show: EventTotals
  let sales: [MarketTotals.Sales]
  let byRule: [CreditedGross]
  /// Those of no show, in the whole market.
  let open: [MarketTotals.Sales]
  /// How long after the show an order may still be of it, in milliseconds.
  let window: Int64
}

/// A reported merchandise value of a show beside its order lines.
struct ReportComparison {
  let reported: ReportedTotal
  private let show: EventTotals
  private let amount: Money
  private let tolerance: Int128
  /// The gross of the order lines; `nil` if there are none in the currency.
  private let gross: Int128?
  /// What was sold after the report was made.
  private let soldLater: Int128
  private let notCredited: Int128
  /// What may make up the difference, without windows.
  private let candidates: [(kind: Reconciliation.Kind, amount: Int128)]
  /// The gross of the lines that were sold after the show and before the report, by quarter of an
  /// hour since the show, the last ones first.
  private let late: [(quarters: Int64, gross: Int128)]
  /// The first quarter of an hour after the show.
  private let end: Int64

  init(_ reported: ReportedTotal, _ amount: Money, _ own: ShowSales, tolerance: Int128) {
    let show = own.show
    let (currency, reportedIn) = (amount.currency, reported.key.observedAt.quarter)
    self.reported = reported
    self.show = show
    self.amount = amount
    self.tolerance = tolerance
    let totals = show.sales.first { $0.currency == currency && $0.hasSold }
    gross = totals?.gross
    func sales(_ all: [MarketTotals.Sales]) -> [(quarter: Int64, gross: Int128)] {
      all.compactMap { sales in
        guard sales.totals.currency == currency, let at = sales.at else { return nil }
        return (at.quarter, sales.totals.gross)
      }
    }
    func sum(_ sales: some Sequence<(quarter: Int64, gross: Int128)>) -> Int128 {
      sales.reduce(0) { $0 + $1.gross }
    }
    let sold = sales(own.sales)
    soldLater = sum(sold.filter { $0.quarter > reportedIn })
    let ends = show.event.endsAt ?? show.event.startsAt
    let first = show.event.startsAt.quarter
    let last = (Instant(milliseconds: ends.milliseconds + own.window) ?? ends).quarter
    notCredited = sum(sales(own.open).filter { $0.quarter >= first && $0.quarter <= last })
    let end = (Instant(milliseconds: ends.milliseconds - 1) ?? ends).quarter + 1
    self.end = end
    late = sold.filter { $0.gross != 0 && $0.quarter >= end && $0.quarter <= reportedIn }
      .map { ($0.quarter - end, $0.gross) }.sorted { $0.0 > $1.0 }
    let ofRule = own.byRule
      .filter { $0.gross.currency == currency && $0.at.quarter <= reportedIn }
      .reduce(0) { $0 + $1.gross.micros }
    let all: [(kind: Reconciliation.Kind, amount: Int128)] = [
      (.byRule, -ofRule), (.cancelled, totals?.cancelled ?? 0),
      (.refunded, totals?.refunded ?? 0), (.notCredited, notCredited),
    ]
    candidates = all.filter { $0.amount != 0 }
  }

  /// The windows, in quarters of an hour after the show, that leave out different lines.
  var windows: [Int64] { late.map(\.quarters) }

  /// What is to be explained: reported − order lines, without what was sold later.
  private var rest: Int128? { gross.map { amount.micros - $0 + soldLater } }

  /// Whether parts other than a window come to the difference, or there is none to explain.
  var isExplained: Bool {
    guard let rest else { return true }
    return rest.magnitude <= tolerance.magnitude || parts(of: rest) != nil
  }

  /// What the difference consists of if the platform's window ends so long after the show; `nil` if
  /// it does not come to it.
  func parts(
    closing quarters: Int64
  ) -> [(kind: Reconciliation.Kind, amount: Int128)]? {
    let left = -late.prefix { $0.quarters >= quarters }.reduce(0) { $0 + $1.gross }
    guard let rest, left != 0, let others = parts(of: rest - left) else { return nil }
    return [(.otherWindow, left)] + others
  }

  /// The fewest amounts that come to a difference; `nil` if none do.
  private func parts(of rest: Int128) -> [(kind: Reconciliation.Kind, amount: Int128)]? {
    let choices = (0..<(1 << candidates.count)).sorted {
      ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1)
    }
    for choice in choices {
      let chosen = candidates.indices.filter { choice & (1 << $0) != 0 }.map { candidates[$0] }
      let left = rest - chosen.reduce(0) { $0 + $1.amount }
      if left.magnitude <= tolerance.magnitude { return chosen }
    }
    return nil
  }

  /// The comparison; `quarters`: when the platform's window ends, if that explains the difference.
  func line(closing quarters: Int64?) -> Reconciliation.Line {
    guard let gross, let rest else {
      return Reconciliation.Line(
        event: show.event.key, reported: reported, lines: nil, parts: [], unexplained: nil,
        creditedUntil: nil, notCredited: nil,
        otherCurrencies: show.sales.filter(\.hasSold).map(\.currency))
    }
    func money(_ micros: Int128) -> Money { Money(micros: micros, currency: amount.currency) }
    let isNone = rest.magnitude <= tolerance.magnitude
    let found = isNone ? [] : quarters.flatMap(parts(closing:)) ?? parts(of: rest) ?? []
    var unexplained = rest - found.reduce(0) { $0 + $1.amount }
    var parts = found + (soldLater == 0 ? [] : [(kind: .soldLater, amount: -soldLater)])
    if unexplained != 0, unexplained.magnitude <= tolerance.magnitude {
      parts.append((.rounding, unexplained))
      unexplained = 0
    }
    return Reconciliation.Line(
      event: show.event.key, reported: reported, lines: money(gross),
      parts: Reconciliation.Kind.allCases.flatMap { kind in
        parts.filter { $0.kind == kind }.map { .init(kind: kind, amount: money($0.amount)) }
      },
      unexplained: money(unexplained),
      creditedUntil: quarters.map { Instant(quarter: end + $0) }, notCredited: money(notCredited),
      otherCurrencies: [])
  }
}

/// How long after a show each source seems to credit orders to it.
///
/// A window that is guessed for one show by itself explains nearly any difference of a shop with
/// few prices. So it is one for all shows of a source, and explains at least two; or the only
/// difference there is, and then not beside lines that the book credits to no show.
struct PlatformWindows {
  private struct Source: Hashable {
    let measure: Measure
    let name: ByteText
    let currency: Currency?

    init(_ reported: ReportedTotal) {
      (measure, currency) = (reported.measure, reported.money?.currency)
      name = ByteText(reported.key.source)
    }
  }

  private var ends: [Source: Int64] = [:]

  init(_ comparisons: [ReportComparison]) {
    let open = Dictionary(grouping: comparisons.filter { !$0.isExplained }) { Source($0.reported) }
    for (source, all) in open {
      var best: (count: Int, end: Int64)?
      for end in Set(all.flatMap(\.windows)).sorted() {
        let count = all.count { $0.parts(closing: end) != nil }
        if count > best?.count ?? 0 { best = (count, end) }
      }
      guard let best else { continue }
      let isCertain =
        all.count == 1
        && all[0].parts(closing: best.end)?
          .contains { $0.kind == .notCredited } == false
      if best.count > 1 || isCertain { ends[source] = best.end }
    }
  }

  /// When the window of a source ends, in quarters of an hour after the show, if that explains a
  /// difference that nothing else does.
  func quarters(of comparison: ReportComparison) -> Int64? {
    guard !comparison.isExplained, let end = ends[Source(comparison.reported)],
      comparison.parts(closing: end) != nil
    else { return nil }
    return end
  }
}

/// The sales that a report is about, each in the groups that it belongs to.
struct DatedSales {
  /// Some of the sales.
  struct Part {
    let isCredited: Bool
    let keys: [GroupKey]
    let totals: SaleTotals
  }

  let parts: [Part]

  /// Sorts sales into the groups of the question's cut; into none where there is no cut.
  init(_ question: ReportQuestion, _ totals: MarketTotals, shows: [EventTotals]) {
    var parts: [Part] = []
    let zone = question.period.zone
    let isByShow = question.refunds == .cohort
    if isByShow {
      for show in shows {
        let keys = question.cut?.keys(of: show.event, zone) ?? []
        parts += show.sales.map { Part(isCredited: true, keys: keys, totals: $0) }
      }
    }
    let range = question.period.range
    let known = Dictionary(
      (totals.events.map(\.event) + totals.others).map { ($0.key, $0) },
      uniquingKeysWith: { first, _ in first })
    var times = question.cut.map { TimeKeys($0, zone) }
    for sales in totals.sales {
      if sales.isCredited, isByShow { continue }
      if let at = sales.at, !range.contains(at) { continue }
      let show = sales.event.flatMap { known[$0] }
      if !question.filter.isAll {
        guard let show, question.filter.matches(show) else { continue }
      }
      parts.append(
        Part(
          isCredited: sales.isCredited,
          keys: Self.keys(of: sales, show, question, &times), totals: sales.totals))
    }
    self.parts = parts
  }

  private static func keys(
    of sales: MarketTotals.Sales, _ show: Event?, _ question: ReportQuestion,
    _ times: inout TimeKeys?
  ) -> [GroupKey] {
    guard let cut = question.cut else { return [] }
    if cut.isOfTime { return sales.at.flatMap { times?.keys(at: $0) } ?? [] }
    guard cut.isOfShows else { return [] }
    return show.map { cut.keys(of: $0, question.period.zone) } ?? [.none(of: cut)]
  }

  /// All of them, by currency.
  var all: [SaleTotals] { parts.map(\.totals).byCurrency() }
  /// Those credited to an event, or those credited to none, by currency.
  func credited(_ isCredited: Bool) -> [SaleTotals] {
    parts.filter { $0.isCredited == isCredited }.map(\.totals).byCurrency()
  }

  /// By group, then by currency.
  var byGroup: [GroupKey: [SaleTotals]] {
    var sums: [GroupKey: [Currency: SaleTotals]] = [:]
    for part in parts {
      for key in part.keys {
        sums[key, default: [:]][
          part.totals.currency, default: SaleTotals(currency: part.totals.currency)] += part.totals
      }
    }
    return sums.mapValues { $0.values.sorted { $0.currency.code < $1.currency.code } }
  }
}

/// The groups of instants, each made once: a market has sales in many quarters of an hour.
private struct TimeKeys {
  private let cut: Cut
  private let zone: TimeZone
  private var known: [Int64: [GroupKey]] = [:]

  init(_ cut: Cut, _ zone: TimeZone) {
    self.cut = cut
    self.zone = zone
  }

  mutating func keys(at instant: Instant) -> [GroupKey] {
    let civil = zone.civil(instant)
    let place =
      cut == .hour ? Int64(civil.millisecondOfDay / 3_600_000) : civil.day.daysSince1970
    if let keys = known[place] { return keys }
    let keys = [cut.key(at: instant, zone)]
    known[place] = keys
    return keys
  }
}

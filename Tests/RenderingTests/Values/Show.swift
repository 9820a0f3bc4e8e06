import LedgerCore
import Testing

/// A made-up show: what a ledger would know of it.
struct Show {
  let event: Event
  /// How many watched at once, from count to count.
  let curve: AudienceCurve
  private let counted: [Metric: Int64]
  /// What was sold and what came back, each at its instant.
  private(set) var movements: [(at: Instant, totals: SaleTotals)] = []
  private var reported: [ReportedTotal] = []

  /// Makes a show.
  ///
  /// `watching`: people who watch at once, so many minutes apart from the start on.
  /// `counted`: the latest counts of the other metrics.
  init(
    _ key: String, _ title: String, on platform: String = "tiktok", in market: Market = .uk,
    from start: String, to end: String?, brands: [String] = [], creators: [Creator] = [],
    every minutes: Int64 = 15, watching counts: [Int64] = [], counted: [Metric: Int64] = [:]
  ) throws {
    let start = try instant(start)
    event = try Event(
      key: EventKey(key), market: market.code, platform: platform, title: title, startsAt: start,
      endsAt: end.map(instant), brands: brands, creators: creators)
    curve = AudienceCurve(
      points: try counts.enumerated().map { place, count in
        AudienceCurve.Point(at: try start.adding(minutes: Int64(place) * minutes), count: count)
      })
    self.counted = counted
  }

  /// The same show, having sold something.
  func sold(
    _ at: String, orders: Int64, paid: Int64? = nil, units: Int64, _ gross: String,
    _ currency: Currency = .gbp
  ) throws -> Show {
    try moving(
      at,
      SaleTotals(
        currency: currency, orders: orders, paidOrders: paid ?? orders, lines: units, units: units,
        gross: micros(gross)))
  }

  /// The same show, of which a part was cancelled.
  func cancelled(_ at: String, units: Int64, _ amount: String) throws -> Show {
    try moving(
      at,
      SaleTotals(
        currency: .gbp, lines: units, unitsCancelled: -units, cancelled: -micros(amount)))
  }

  /// The same show, of which a part was paid back.
  func refunded(
    _ at: String, units: Int64, _ amount: String, _ currency: Currency = .gbp
  ) throws -> Show {
    try moving(
      at,
      SaleTotals(
        currency: currency, lines: units, unitsRefunded: -units, refunded: -micros(amount)))
  }

  /// The same show, with a correction.
  func adjusted(_ at: String, _ amount: String) throws -> Show {
    try moving(at, SaleTotals(currency: .gbp, lines: 1, adjusted: micros(amount)))
  }

  /// The same show, with a number that a platform reports.
  func reporting(
    _ measure: Measure, _ value: String, by source: String, at observed: String,
    _ currency: Currency = .gbp
  ) throws -> Show {
    var show = self
    show.reported.append(
      try ReportedTotal(
        event: event.key, measure: measure, source: source, observedAt: instant(observed),
        amount: measure.unit == .money
          ? .money(money(value, currency)) : .number(Decimal(micros: micros(value)))))
    return show
  }

  private func moving(_ at: String, _ totals: SaleTotals) throws -> Show {
    var show = self
    show.movements.append((try instant(at), totals))
    return show
  }
}

/// What follows from the facts of a show.
extension Show {
  var totals: EventTotals {
    EventTotals(
      event: event, audience: audience, sales: movements.map(\.totals).byCurrency(),
      reported: reported, retained: retained, watched: watched)
  }

  /// What it sold, told apart by time.
  var sales: [MarketTotals.Sales] {
    movements.map {
      MarketTotals.Sales(isCredited: true, event: event.key, at: $0.at, totals: $0.totals)
    }
  }

  private var audience: [AudienceTotals] {
    let end = event.endsAt ?? curve.points.last?.at ?? event.startsAt
    return (concurrent.map { [$0] } ?? [])
      + Metric.allCases.compactMap { metric in
        counted[metric].map { count in
          AudienceTotals(
            metric: metric, counts: 4, firstAt: event.startsAt, lastAt: end, latest: count,
            peak: count, peakAt: end, twiceArea: 0)
        }
      }
  }

  private var concurrent: AudienceTotals? {
    guard let first = curve.points.first, let last = curve.points.last, let peak = curve.peak else {
      return nil
    }
    let area = zip(curve.points, curve.points.dropFirst()).reduce(0) { sum, pair in
      sum + (pair.0.count + pair.1.count) * (pair.1.at.milliseconds - pair.0.at.milliseconds)
    }
    return AudienceTotals(
      metric: .concurrent, counts: Int64(curve.points.count), firstAt: first.at, lastAt: last.at,
      latest: last.count, peak: peak.count, peakAt: peak.at, twiceArea: area)
  }

  private var watched: WatchTime? {
    ObservedTogether(audience, from: event.startsAt, to: event.endsAt)?.watchTime(
      curve: curve.points.map { CurvePoint(at: $0.at.milliseconds, count: $0.count) }, views: [])
  }

  private var retained: RetainedViewers? {
    guard let end = event.endsAt else { return nil }
    let numbers = RetainedViewers.Mark.allCases.map { mark -> Int64? in
      let at = RetainedViewers.instant(mark, from: event.startsAt, to: end)
      guard let before = curve.points.last(where: { $0.at <= at }),
        let after = curve.points.first(where: { $0.at > at })
      else { return nil }
      return RetainedViewers.interpolated(
        at: at.milliseconds, before: (before.at.milliseconds, before.count),
        after: (after.at.milliseconds, after.count))
    }
    return RetainedViewers(micros: numbers)
  }
}

extension MarketTotals {
  /// The totals of shows, newest first, and of what was sold without one.
  init(of shows: [Show], uncredited: [(at: String, totals: SaleTotals)] = []) throws {
    self.init(
      events: shows.sorted { $0.event.startsAt > $1.event.startsAt }.map(\.totals),
      sales: shows.flatMap(\.sales)
        + (try uncredited.map { at, totals in
          MarketTotals.Sales(isCredited: false, at: try instant(at), totals: totals)
        }))
  }
}

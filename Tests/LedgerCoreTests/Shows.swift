@testable import LedgerCore

/// Shows whose figures are worked out by hand.
///
/// | show | hours | concurrent: mean, peak, at 25/50/75 % | views | viewers | impressions | clicks |
/// | --- | --- | --- | --- | --- | --- | --- |
/// | a | 2 | 50, 80, 40/30/20 | 1,000 | 600 | 4,000 | 200 |
/// | b | 1 | 20, 30, 15/12/6 | 200 | 150 | 1,000 | 20 |
/// | c | ? | – | 300 | – | – | – |
/// | d | 1 | – | – | – | – | – |
///
/// | sold, GBP | orders | paid | units | gross | cancelled (units) | refunded (units) | adjusted |
/// | --- | --- | --- | --- | --- | --- | --- | --- |
/// | a | 10 | 8 | 15 | 400 | 40 (2) | 20 (1) | 5 |
/// | b | 2 | 2 | 2 | 50 | – | – | – |
/// | c | 4 | 3 | 5 | 100 | – | 30 (2) | – |
/// | no show | 4 | 4 | 8 | 50 | – | – | – |
/// | all | 20 | 17 | 30 | 600 | 40 (2) | 50 (3) | 5 |
enum Shows {
  static func all() throws -> [EventTotals] { [try a(), try b(), try c(), try d()] }

  static func a() throws -> EventTotals {
    try show(
      "a", starts: "2021-12-08T18:00Z", ends: "2021-12-08T20:00Z",
      counts: [
        .views: 1000, .uniqueViewers: 600, .likes: 300, .comments: 50, .shares: 10,
        .newFollowers: 20, .productImpressions: 4000, .productClicks: 200, .addToCart: 40,
        .checkouts: 25,
      ], mean: 50, peak: 80, retained: [40, 30, 20],
      sales: [
        sold(
          10, paid: 8, units: 15, gross: 400, cancelled: 40, unitsCancelled: 2, refunded: 20,
          unitsRefunded: 1, adjusted: 5)
      ],
      reported: [.gmvGross: 500, .skuOrders: 12, .customers: 9, .watchSeconds: 60_000])
  }

  static func b() throws -> EventTotals {
    try show(
      "b", starts: "2021-12-09T18:00Z", ends: "2021-12-09T19:00Z",
      counts: [
        .views: 200, .uniqueViewers: 150, .likes: 100, .shares: 2, .newFollowers: 4,
        .productImpressions: 1000, .productClicks: 20,
      ], mean: 20, peak: 30, retained: [15, 12, 6], sales: [sold(2, paid: 2, units: 2, gross: 50)],
      reported: [.gmvGross: 60, .skuOrders: 3, .customers: 2, .watchSeconds: 9000])
  }

  static func c() throws -> EventTotals {
    try show(
      "c", starts: "2021-12-10T18:00Z", ends: nil, counts: [.views: 300, .comments: 30],
      sales: [sold(4, paid: 3, units: 5, gross: 100, refunded: 30, unitsRefunded: 2)])
  }

  static func d() throws -> EventTotals {
    try show("d", starts: "2021-12-11T18:00Z", ends: "2021-12-11T19:00Z")
  }

  /// What was sold without a show.
  static let uncredited = sold(4, paid: 4, units: 8, gross: 50)

  static func show(
    _ key: String, starts: String, ends: String?, platform: String = "tiktok",
    brands: [String] = [], creators: [Creator] = [], counts: [Metric: Int64] = [:],
    mean: Int64? = nil, peak: Int64 = 0, retained: [Int64]? = nil, sales: [SaleTotals] = [],
    reported: [Measure: Int128] = [:]
  ) throws -> EventTotals {
    let event = try Event(
      key: EventKey(key), market: Market.Code("UK"), platform: platform, title: key,
      startsAt: instant(starts), endsAt: ends.map(instant), brands: brands, creators: creators)
    let last = event.endsAt ?? event.startsAt
    var audience = counts.sorted { $0.key.rawValue < $1.key.rawValue }.map { metric, count in
      AudienceTotals(
        metric: metric, counts: 1, firstAt: last, lastAt: last, latest: count, peak: count,
        peakAt: last, twiceArea: 0)
    }
    if let mean {
      audience.append(
        AudienceTotals(
          metric: .concurrent, counts: 2, firstAt: event.startsAt, lastAt: last, latest: 0,
          peak: peak, peakAt: event.startsAt, twiceArea: 2 * mean * (event.duration ?? 0)))
    }
    return EventTotals(
      event: event, audience: audience, sales: sales,
      reported: try reported.map { measure, value in
        try ReportedTotal(
          event: event.key, measure: measure, source: "platform", observedAt: last,
          amount: measure.unit == .money
            ? .money(Money(micros: value * 1_000_000, currency: gbp))
            : .number(Decimal(micros: value * 1_000_000)))
      }, retained: retained.flatMap { RetainedViewers(micros: $0.map { $0 * 1_000_000 }) },
      watched: ObservedTogether(audience, from: event.startsAt, to: event.endsAt)?
        .watchTime(curve: [], views: []))
  }

  /// What was sold, in whole units of the currency; what went back as positive numbers.
  static func sold(
    _ orders: Int64, paid: Int64, units: Int64, gross: Int128, cancelled: Int128 = 0,
    unitsCancelled: Int64 = 0, refunded: Int128 = 0, unitsRefunded: Int64 = 0,
    adjusted: Int128 = 0, in currency: Currency = gbp
  ) -> SaleTotals {
    SaleTotals(
      currency: currency, orders: orders, paidOrders: paid, lines: orders, units: units,
      unitsCancelled: -unitsCancelled, unitsRefunded: -unitsRefunded, gross: gross * 1_000_000,
      cancelled: -cancelled * 1_000_000, refunded: -refunded * 1_000_000,
      adjusted: adjusted * 1_000_000)
  }
}

extension Figure {
  /// Its value as a test writes it: `12.5`, `5.00 GBP`, `600..750`; `–` where it is missing.
  var written: String {
    guard value == nil else { return Self.written(value) }
    return switch (bounds?.lower, bounds?.upper) {
    case (nil, nil): "–"
    case (let lower?, nil): "≥ \(Self.written(lower))"
    case (nil, let upper?): "≤ \(Self.written(upper))"
    case (let lower?, let upper?): "\(Self.written(lower)) to \(Self.written(upper))"
    }
  }

  private static func written(_ value: Value?) -> String {
    switch value {
    case nil: "–"
    case .count(let count)?: "\(count)"
    case .people(let lower, let upper)?: "\(lower)..\(upper)"
    case .decimal(let decimal)?: decimal.text()
    case .money(let money)?: "\(money.exactText) \(money.currency.code)"
    }
  }
}

package import LedgerCore
import Testing

// Facts as the tests of this package write them down: what a test does not name has a usual value.
// They have short names in every file that imports this module, so other packages do not see them.

package let gbp = Currency(code: "GBP", digits: 2)
package let eur = Currency(code: "EUR", digits: 2)
package let jpy = Currency(code: "JPY", digits: 0)
package let kwd = Currency(code: "KWD", digits: 3)
package let usd = Currency(code: "USD", digits: 2)

package let uk = Market.Code("UK")
package let germany = Market.Code("DE")

/// An instant from text that the test knows to be right.
package func instant(_ text: String) throws -> Instant {
  try TimeFormat.iso8601.instant(text, zone: nil)
}

package func range(_ start: String?, _ end: String?) throws -> InstantRange {
  InstantRange(start: try start.map(instant), end: try end.map(instant))
}

package func draft(
  _ text: String = "2021-12-09T09:00Z", command: String = "test", note: String? = nil,
  author: String? = nil
) throws -> Entry.Draft {
  Entry.Draft(recordedAt: try instant(text), command: command, note: note, author: author)
}

package func event(
  _ key: String, in market: Market.Code = uk, title: String? = nil,
  starts: String = "2021-12-08T18:00Z", ends: String? = nil, brands: [String] = [],
  creators: [Creator] = []
) throws -> Event {
  try Event(
    key: EventKey(key), market: market, platform: "tiktok", title: title ?? key,
    startsAt: instant(starts), endsAt: ends.map(instant), brands: brands, creators: creators)
}

package func count(
  _ count: Int64, of metric: Metric = .concurrent, event: String = "a",
  at: String = "2021-12-08T18:00Z"
) throws -> AudienceCount {
  try AudienceCount(event: EventKey(event), metric: metric, at: instant(at), count: count)
}

package func sale(
  order: String = "1", line: Int64 = 1, _ kind: Sale.Kind = .sale, source: String = "shop",
  product: String? = "lipstick", quantity: Int64 = 1, micros: Int128 = 9_990_000,
  currency: Currency = gbp, at: String = "2021-12-08T18:30Z", event: String? = "a",
  market: Market.Code? = nil
) throws -> Sale {
  try Sale(
    source: source, order: order, line: line, kind: kind, product: product, quantity: quantity,
    amount: Money(micros: micros, currency: currency), at: instant(at),
    event: event.map(EventKey.init), market: market)
}

package func total(
  _ micros: Int128 = 100_000_000, _ measure: Measure = .gmvGross, event: String = "a",
  source: String = "export", at: String = "2021-12-09T09:00Z"
) throws -> ReportedTotal {
  let amount: ReportedTotal.Amount =
    measure.unit == .money
    ? .money(Money(micros: micros, currency: gbp)) : .number(Decimal(micros: micros))
  return try ReportedTotal(
    event: EventKey(event), measure: measure, source: source, observedAt: instant(at),
    amount: amount)
}

package func rate(
  _ value: String = "0.85603", _ currency: Currency = gbp, on date: String = "2021-12-08",
  base: Currency = eur, source: String = "ECB"
) throws -> ExchangeRate {
  try ExchangeRate(
    base: base, currency: currency, day: #require(CalendarDay(date)), value: RateValue(value),
    source: source)
}

extension EventRepository {
  /// Records events of these keys, all alike.
  package func recordEvents(_ keys: String..., in market: Market.Code = uk) throws {
    _ = try record(keys.map { key in try LedgerTesting.event(key, in: market) }, as: draft())
  }
}

extension EventRepository where Self: AudienceRepository & SaleRepository {
  /// The totals of an event.
  package func totals(_ key: String) throws -> EventTotals { try event(EventKey(key)).totals }
}

extension MarketTotals {
  /// The sums that are credited to an event.
  package var credited: [SaleTotals] { sales.filter(\.isCredited).map(\.totals).byCurrency() }
  /// The sums that are credited to none.
  package var uncredited: [SaleTotals] {
    sales.filter { !$0.isCredited }.map(\.totals).byCurrency()
  }
}

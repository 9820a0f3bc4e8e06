import LedgerCore

// Facts as the tests write them down.

let gbp = Currency(code: "GBP", digits: 2)
let eur = Currency(code: "EUR", digits: 2)
let jpy = Currency(code: "JPY", digits: 0)
let kwd = Currency(code: "KWD", digits: 3)

let uk = Market.Code("UK")
let germany = Market.Code("DE")

/// An instant from text that the test knows to be right.
func instant(_ text: String) throws -> Instant {
  try TimeFormat.iso8601.instant(text, zone: nil)
}

func range(_ start: String?, _ end: String?) throws -> InstantRange {
  InstantRange(start: try start.map(instant), end: try end.map(instant))
}

func draft(_ text: String = "2021-12-09T09:00Z", command: String = "test") throws -> Entry.Draft {
  Entry.Draft(recordedAt: try instant(text), command: command)
}

func event(
  _ key: String, in market: Market.Code = uk, title: String? = nil,
  starts: String = "2021-12-08T18:00Z", ends: String? = nil, brands: [String] = [],
  creators: [Creator] = []
) throws -> Event {
  try Event(
    key: EventKey(key), market: market, platform: "tiktok", title: title ?? key,
    startsAt: instant(starts), endsAt: ends.map(instant), brands: brands, creators: creators)
}

func count(
  _ count: Int64, of metric: Metric = .concurrent, event: String = "a",
  at: String = "2021-12-08T18:00Z"
) throws -> AudienceCount {
  try AudienceCount(event: EventKey(event), metric: metric, at: instant(at), count: count)
}

func sale(
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

func claim(
  _ key: String?, in market: Market.Code? = germany, platform: String? = "tiktok",
  stage: Claim.Stage? = .planned, effective: String? = nil, reported: String = "2022-07-05",
  source: String = "Financial Times", disputes: String? = nil
) throws -> Claim {
  try Claim(
    key: key.map { text throws(LedgerError) in try ClaimKey(text) }, market: market,
    platform: platform, stage: stage,
    effective: effective.map { text throws(LedgerError) in try checkedDate(text, field: "x") },
    reported: checkedDate(reported, field: "x"), source: source,
    disputes: disputes.map { text throws(LedgerError) in try ClaimKey(text) })
}

func survey(
  _ key: String?, in market: Market.Code = uk, _ kind: Survey.Kind = .awareness,
  date: String = "2022-05", until: String? = nil, sampleSize: Int64? = 1500,
  answers: String = "yes=24.5%; no=75.5%", source: String = "A researcher"
) throws -> Survey {
  try Survey(
    key: key.map { text throws(LedgerError) in try SurveyKey(text) }, market: market, kind: kind,
    date: checkedDate(date, field: "x"),
    until: until.map { text throws(LedgerError) in try checkedDate(text, field: "x") },
    sampleSize: sampleSize, answers: SurveyAnswer.list(answers), source: source)
}

extension EventRepository {
  /// Records events of these keys, all alike.
  func recordEvents(_ keys: String..., in market: Market.Code = uk) throws {
    _ = try record(keys.map { key in try RepositoryTests.event(key, in: market) }, as: draft())
  }
}

extension EventRepository where Self: AudienceRepository & SaleRepository {
  /// The totals of an event.
  func totals(_ key: String) throws -> EventTotals { try event(EventKey(key)).totals }
}

package import LedgerCore
import Testing

package func claim(
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

package func survey(
  _ key: String?, in market: Market.Code = uk, _ kind: Survey.Kind = .awareness,
  date: String = "2022-05", until: String? = nil, sampleSize: Int64? = 1500,
  answers: String = "yes=24.5%; no=75.5%", positive: String? = nil,
  source: String = "A researcher"
) throws -> Survey {
  try Survey(
    key: key.map { text throws(LedgerError) in try SurveyKey(text) }, market: market, kind: kind,
    date: checkedDate(date, field: "x"),
    until: until.map { text throws(LedgerError) in try checkedDate(text, field: "x") },
    sampleSize: sampleSize, answers: SurveyAnswer.list(answers), positive: positive, source: source)
}

package func membership(
  _ creator: String = "Amy", joined: String = "2021-12-01", left: String? = nil,
  reason: String? = nil, platform: String? = nil, in market: Market.Code = uk
) throws -> Membership {
  try Membership(
    market: market, creator: creator, platform: platform, joined: #require(CalendarDay(joined)),
    left: left.map { try #require(CalendarDay($0)) }, reason: reason)
}

package func target(
  _ micros: Int128 = 100_000_000_000, _ metric: String = "gmv_net", event: String? = nil,
  in market: Market.Code = uk, period: String? = "2022-H1", currency: Currency? = gbp,
  source: String? = nil
) throws -> Target {
  try Target(
    scope: event.map { .event(try EventKey($0)) } ?? .market(market),
    metric: ReportMetric(name: metric), period: period.map { try Period($0) },
    amount: currency.map { .money(Money(micros: micros, currency: $0)) }
      ?? .number(Decimal(micros: micros)), source: source)
}

package func coverage(
  in market: Market.Code = uk, platform: String? = nil, source: String? = nil,
  creator: String? = nil, _ start: String = "2021-12-01T00:00Z",
  _ end: String = "2022-01-01T00:00Z", citation: String? = nil
) throws -> Coverage {
  try Coverage(
    market: market, platform: platform, source: source, creator: creator,
    startsAt: instant(start), endsAt: instant(end), citation: citation)
}

package func sameShow(
  _ event: String, _ other: String, citation: String? = nil
) throws -> SameShow {
  try SameShow(event: EventKey(event), other: EventKey(other), citation: citation)
}

package func mark(
  _ event: String = "a", _ kind: Mark.Kind = .note, _ text: String? = "host change",
  creator: String? = nil, at start: String = "2021-12-08T17:05Z", until end: String? = nil
) throws -> Mark {
  try Mark(
    event: EventKey(event), startsAt: instant(start), endsAt: end.map(instant), kind: kind,
    text: text, creator: creator)
}

package func alias(
  _ name: String, as canonical: String, _ kind: Alias.Kind = .creator, citation: String? = nil
) throws -> Alias {
  try Alias(kind: kind, name: name, canonical: canonical, citation: citation)
}

package func credit(
  _ event: String? = "a", order: String = "1", line: Int64? = nil, source: String = "shop",
  channel: Channel? = nil, creator: String? = nil, seen: String? = nil, citation: String? = nil
) throws -> Credit {
  try Credit(
    source: source, order: order, line: line, event: event.map(EventKey.init), channel: channel,
    creator: creator, observedAt: seen.map(instant), citation: citation)
}

package func setting(_ name: String, _ value: String?) throws -> Setting {
  try Setting(SettingName(recorded: name), to: value)
}

import LedgerCore
import TestSupport
import Testing

// Few keys, instants and numbers, so that much is repeated and much conflicts.
extension History {
  mutating func randomRequest(of market: Market.Code) throws -> TotalsRequest {
    let grouping = random.pick(Grouping.allCases.filter(\.isOfTime))
    let zone = try #require(TimeZone(offset: random.pick(["Z", "+00:15", "-11:00", "+05:45"])))
    let rules = [
      "window:0m", "window:2h", "window:40d,platform=tiktok", "window:2h,creator=amy",
    ]
    let channels = random.chance(15)
    return TotalsRequest(
      market: market, period: random.chance(30) ? .always : try randomPeriod(),
      sales: random.pick([.sums, .groups(of: grouping, in: zone), .eventQuarters]),
      products: !channels && random.chance(50), names: random.chance(70),
      credit: random.chance(30) ? try CreditRule(random.pick(rules)) : nil,
      refunds: random.pick(RefundDating.allCases), bases: random.chance(50), channels: channels,
      isAsRecorded: random.chance(20))
  }

  private mutating func randomPeriod() throws -> InstantRange {
    let edges: [String?] = [
      nil, "1969-12-31T23:45Z", "1970-01-01T00:00Z", "2021-12-08T18:00Z", "2021-12-08T18:15Z",
      "2021-12-08T18:45Z",
    ]
    return try range(random.pick(edges), random.pick(edges))
  }

  /// One of three instants of some quarter hours, before or after 1970.
  private mutating func randomInstant(quarters: Int64) throws -> Instant {
    let base = random.pick([try instant("1969-12-31T23:30Z"), try instant("2021-12-08T18:00Z")])
    let quarter: Int64 = 15 * 60 * 1000
    let offset = random.number(0...quarters - 1) * quarter + random.pick([0, 1, quarter - 1])
    return try #require(Instant(milliseconds: base.milliseconds + offset))
  }

  mutating func randomEvent() throws -> Event {
    let key = random.pick(["a", "b", "c", "d"])
    var creators = ["a": ["Amy"], "b": ["Bob", "Amy"], "d": ["Cat"]][key] ?? []
    if random.chance(20) { creators.reverse() }
    return try event(
      key, in: (key < "c") == random.chance(95) ? uk : germany,
      title: random.chance(90) ? key : "another",
      starts: random.pick(["1969-12-31T23:45Z", "2021-12-08T18:00Z"]),
      ends: random.chance(70) ? nil : random.pick(["2021-12-08T18:30Z", "2021-12-08T18:45Z"]),
      brands: random.chance(80) ? [] : ["NYX"],
      creators: creators.map { try Creator(name: $0, role: .host) })
  }

  mutating func randomAmendment() throws -> (EventKey, EventAmendment) {
    var amendment = EventAmendment()
    if random.chance(30) { amendment.title = random.pick(["a", "another"]) }
    if random.chance(20) { amendment.platform = random.pick(["tiktok", "instagram"]) }
    if random.chance(20) { amendment.brands = random.pick([[], ["NYX"], ["Boots", "NYX"]]) }
    if random.chance(30) { amendment.startsAt = try instant("2021-12-08T18:15Z") }
    if random.chance(50) {
      amendment.endsAt = .some(
        random.chance(30)
          ? nil : try instant(random.pick(["2021-12-08T18:15Z", "2021-12-09T20:00Z"])))
    }
    return (try EventKey(random.pick(["a", "b", "c", "d", "z"])), amendment)
  }

  mutating func randomCount() throws -> AudienceCount {
    try AudienceCount(
      event: EventKey(random.pick(["a", "b", "c", "d"])),
      metric: random.pick([.concurrent, .concurrent, .views, .uniqueViewers]),
      at: random.chance(50) ? randomInstant(quarters: 1) : randomMinute(),
      count: random.number(0...3))
  }

  /// A minute of a show, so that counts are close to each other or far apart.
  private mutating func randomMinute() throws -> Instant {
    let start = try instant("2021-12-08T18:00Z").milliseconds
    let minute: Int64 = random.pick([0, 1, 2, 3, 4, 5, 9, 10, 11, 25, 30, 31])
    return try #require(Instant(milliseconds: start + minute * 60_000))
  }

  mutating func randomTotal() throws -> ReportedTotal {
    let measure = random.pick([
      Measure.gmvGross, .gmvPlaced, .orders, .averageConcurrent, .peakConcurrent,
    ])
    let micros = Int128(random.number(0...2))
    return try ReportedTotal(
      event: EventKey(random.pick(["a", "b", "c", "z"])), measure: measure,
      source: random.pick(["x", "y"]),
      observedAt: instant(random.pick(["1969-12-31T23:45Z", "2021-12-08T18:00Z"])),
      amount: measure.unit == .money
        ? .money(Money(micros: micros, currency: random.pick([gbp, jpy])))
        : .number(Decimal(micros: micros)))
  }

  mutating func randomSale() throws -> Sale {
    let kind = random.pick([.sale, .sale, .sale] + Sale.Kind.allCases)
    let sign: Int64 = kind == .cancellation || kind == .refund ? -1 : 1
    let event = random.chance(70) ? random.pick(["a", "b", "c", "d"]) : nil
    let names = event == nil || random.chance(20)
    let sale = try sale(
      order: random.pick(["1", "2", "3"]), line: random.number(1...3), kind,
      source: random.pick(["shop", "shop", "app"]),
      product: random.pick(["lipstick", "lipstick", "mascara", nil]),
      quantity: sign * random.number(0...1),
      micros: Int128(sign * random.number(0...2)), currency: random.pick([gbp, gbp, eur, jpy]),
      at: randomInstant(quarters: 4).description, event: event,
      market: names ? random.pick([uk, germany]) : nil)
    let isExtended = random.chance(30)
    // A refund may be dated by bounds, and each movement may lack its units.
    let earlier = try randomInstant(quarters: 4)
    let hasBounds = kind == .refund && earlier < sale.at && random.chance(50)
    let extent: Sale.Extent =
      switch kind {
      case .refund where isExtended: random.chance(70) ? .orderSoFar : .wholeOrder
      case .adjustment where isExtended: .refundsTakenBack
      default: .movement
      }
    return try Sale(
      source: sale.key.source, order: sale.key.order, line: sale.key.line, kind: kind,
      product: sale.product, quantity: random.chance(20) ? nil : sale.quantity,
      amount: sale.amount, at: sale.at, notBefore: hasBounds ? earlier : nil,
      observedAt: random.chance(20) ? sale.at : nil, event: sale.event, market: sale.market,
      extent: extent)
  }

  mutating func randomRate() throws -> ExchangeRate {
    try rate(
      random.pick(["0.8", "0.80", "0.9"]), random.pick([gbp, jpy]),
      on: random.pick(["2021-12-08", "2021-12-09"]), base: random.pick([eur, eur, usd]),
      source: random.pick(["ECB", "another"]))
  }

  mutating func randomDate() throws -> PartialDate {
    try checkedDate(
      random.pick(["2021", "2021-12-01", "2022-02", "2022-Q1", "2022-05-01", "2022-H1", "2022"]),
      field: "x")
  }

  mutating func randomClaim() throws -> Claim {
    let key = random.pick(["p", "q", "r", "s"])
    let disputed = random.pick(["p", "q", "r", "s"].filter { $0 != key } + ["t"])
    let disputes = random.chance(40) ? disputed : nil
    let stage = disputes != nil && random.chance(50) ? nil : random.pick(Claim.Stage.allCases)
    let market = random.pick([uk, germany, germany, nil])
    return try claim(
      key, in: market, platform: market == nil || random.chance(30) ? "tiktok" : nil, stage: stage,
      effective: stage != nil && random.chance(50) ? randomDate().description : nil,
      reported: randomDate().description, disputes: disputes)
  }

  mutating func randomSurvey() throws -> Survey {
    try survey(
      random.pick(["u", "v", "w"]), in: random.pick([uk, germany]),
      random.pick([.awareness, .adoption]), date: random.pick(["2022", "2022-05", "2022-06-01"]),
      until: random.chance(30) ? "2023-01" : nil,
      answers: random.pick(["yes=1; no=2", "no=2; yes=1", "no=2; yes=24.5%"]),
      positive: random.pick([nil, "yes", "no"]))
  }

  mutating func randomMembership() throws -> Membership {
    let joined = random.pick(["2021-12-01", "2022-02-01", "2022-05-01"])
    let left = random.pick([nil, "2022-02-01", "2022-03-01"])
      .flatMap { $0 < joined ? nil : $0 }
    return try membership(
      random.pick(["Amy", "Amy", "Bob"]), joined: joined, left: left,
      reason: left != nil && random.chance(50) ? "sales" : nil,
      platform: random.chance(30) ? "tiktok" : nil, in: random.pick([uk, uk, germany]))
  }

  mutating func randomWords() -> PersonalWords {
    switch random.number(0...9) {
    case 0..<5: .creator(random.pick(["Amy", "Bob", "Cat", "Dee"]))
    case 5..<8: .note(ofEntry: random.number(0...book.lastEntry + 1))
    default: .author(random.pick(["Amy", "Mia", "Zoe"]))
    }
  }

  mutating func randomSetting() throws -> Setting {
    let (name, values): (String, [String?]) = random.pick([
      ("credit", ["window:24h", "window:7d", nil]), ("currency", ["GBP", "EUR", nil, "ZZZ"]),
      ("zone.UK", ["UTC", nil]), ("zone.ZZ", ["UTC"]),
    ])
    return try setting(name, random.pick(values))
  }

  mutating func randomCoverage() throws -> Coverage {
    let start = random.pick(["2021-12-07T00:00Z", "2021-12-08T00:00Z"])
    return try coverage(
      in: random.pick([uk, uk, germany, Market.Code("ZZ")]),
      platform: random.chance(30) ? "tiktok" : nil,
      source: random.pick([nil, "shop", "app"]),
      creator: random.chance(20) ? random.pick(["Amy", "Dee"]) : nil, start,
      random.pick(["2021-12-08T18:00Z", "2021-12-10T00:00Z"]))
  }

  mutating func randomSameShow() throws -> SameShow? {
    let (event, other) = (
      random.pick(["a", "b", "c", "d"]), random.pick(["a", "b", "c", "d", "z"])
    )
    return event == other ? nil : try sameShow(event, other)
  }

  mutating func randomMark() throws -> Mark {
    let kind = random.pick([Mark.Kind.host, .host, .note, .offer])
    return try mark(
      random.pick(["a", "b", "c", "d", "z"]), kind, kind == .host ? nil : random.pick(["x", "y"]),
      creator: kind == .host || random.chance(20) ? random.pick(["Amy", "Bob"]) : nil,
      at: random.pick(["2021-12-08T17:05Z", "2021-12-08T17:30Z", "2021-12-08T18:00Z"]),
      until: random.pick([nil, nil, "2021-12-08T18:10Z"]))
  }

  mutating func randomAlias() throws -> Alias? {
    let (kind, names): (Alias.Kind, [String]) = random.pick([
      (.creator, ["Amy", "Bob", "Cat", "amy.glow"]), (.brand, ["NYX", "nyx"]),
      (.product, ["lipstick", "mascara", "SKU-1"]), (.product, ["lipstick", "mascara", "SKU-1"]),
    ])
    let (name, canonical) = (random.pick(names), random.pick(names))
    return name == canonical ? nil : try alias(name, as: canonical, kind)
  }

  mutating func randomCredit() throws -> Credit {
    let event = random.chance(80) ? random.pick(["a", "b", "c", "d", "later"]) : nil
    let channel: Channel? =
      event == nil ? random.pick(Channel.allCases) : random.pick([nil, nil, .live])
    return try credit(
      event, order: random.pick(["1", "2", "3", "4"]),
      line: random.chance(60) ? random.number(1...3) : nil,
      source: random.pick(["shop", "shop", "app"]), channel: channel,
      creator: random.pick([nil, nil, "Amy", "Ben"]),
      seen: random.pick([nil, nil, "2021-12-08T18:00Z", "2021-12-09T18:00Z"]))
  }

  mutating func randomTarget() throws -> Target {
    let event = random.chance(50) ? random.pick(["a", "b", "c", "d"]) : nil
    let isMoney = random.chance(50)
    return try target(
      Int128(random.number(0...2)), isMoney ? "gmv_net" : "orders", event: event,
      in: random.pick([uk, germany]),
      period: random.pick(["2022", "2022-H1", event == nil ? "2022" : nil]),
      currency: isMoney ? gbp : nil)
  }
}

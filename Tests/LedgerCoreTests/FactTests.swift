import LedgerCore
import Testing

@Suite struct FactTests {
  // MARK: Events

  @Test func `an event ends after it starts`() throws {
    #expect(refusedField { _ = try event(ends: "2021-12-08T18:00Z") } == "end")
    #expect(refusedField { _ = try event(ends: "2021-12-08T17:59:59.999Z") } == "end")
    #expect(try event(ends: "2021-12-08T18:00:00.001Z").duration == 1)
    #expect(try event(ends: nil).duration == nil)
  }

  @Test func `an event names a brand or a creator once`() throws {
    #expect(refusedField { _ = try event(brands: ["NYX", "Boots", "NYX"]) } == "brand")
    let names = try [Creator(name: "Amy", role: .host), Creator(name: "Amy", role: .guest)]
    #expect(refusedField { _ = try event(creators: names) } == "creator")
    #expect(try event(brands: ["NYX", "nyx"]).brands == ["NYX", "nyx"])
  }

  @Test func `a platform is kept in lower case`() throws {
    let show = try Event(
      key: EventKey("a"), market: Market.Code("UK"), platform: "TikTok", title: "A",
      startsAt: instant("2021-12-08T18:00Z"))
    #expect(show.platform == "tiktok")
  }

  @Test(arguments: [
    "", " a", "a ", "\t", "a\nb", "a\0b", "a\u{7f}", "a\u{85}b",
    String(repeating: "x", count: 1001),
  ])
  func `a text that is empty, padded, too long or holds a control character is refused`(
    text: String
  ) {
    #expect(refusedField { _ = try event(brands: [text]) } == "brand")
    #expect(refusedField { _ = try Creator(name: text, role: .host) } == "host")
    #expect(refusedField { _ = try sale(source: text) } == "source")
    #expect(refusedField { _ = try sale(order: text) } == "order")
    #expect(refusedField { _ = try sale(product: text) } == "product")
  }

  @Test(arguments: ["é", "\u{a0}", "a b", "👩‍👩‍👧", "\u{200b}", String(repeating: "x", count: 1000)])
  func `a text is otherwise kept as it is`(text: String) throws {
    #expect(Array(try sale(product: text).product?.utf8 ?? "".utf8) == Array(text.utf8))
  }

  // MARK: Counts

  @Test func `a count is from 0 to ten thousand million`() throws {
    func count(_ count: Int64) throws -> AudienceCount {
      try AudienceCount(
        event: EventKey("a"), metric: .views, at: instant("2021-12-08T18:00Z"), count: count)
    }
    #expect(try count(0).count == 0)
    #expect(try count(10_000_000_000).count == AudienceCount.maximum)
    #expect(refusedField { _ = try count(-1) } == "count")
    #expect(refusedField { _ = try count(10_000_000_001) } == "count")
  }

  @Test func `a metric may be named with hyphens and in capitals`() throws {
    #expect(try Metric(name: "unique-viewers") == .uniqueViewers)
    #expect(try Metric(name: "ADD_TO_CART") == .addToCart)
    for metric in Metric.allCases { #expect(try Metric(name: metric.rawValue) == metric) }
    let known = Metric.allCases.map(\.rawValue)
    #expect(throws: LedgerError.unknownMetric("viewers", known: known)) {
      try Metric(name: "viewers")
    }
  }

  @Test func `only people at an instant are a gauge, and only unique viewers distinct`() {
    #expect(Metric.allCases.filter { $0.kind == .gauge } == [.concurrent])
    #expect(Metric.allCases.filter { $0.kind == .distinctPeople } == [.uniqueViewers])
  }

  // MARK: Sales

  @Test func `a sale moves forwards, a cancellation and a refund back, an adjustment either way`() {
    func fields(_ kind: Sale.Kind) -> [String?] {
      [
        refusedField { _ = try sale(kind, quantity: 1, micros: 0) },
        refusedField { _ = try sale(kind, quantity: -1, micros: 0) },
        refusedField { _ = try sale(kind, quantity: 0, micros: 1) },
        refusedField { _ = try sale(kind, quantity: 0, micros: -1) },
        refusedField { _ = try sale(kind, quantity: 0, micros: 0) },
      ]
    }
    #expect(fields(.sale) == [nil, "quantity", nil, "amount", nil])
    #expect(fields(.cancellation) == ["quantity", nil, "amount", nil, nil])
    #expect(fields(.refund) == ["quantity", nil, "amount", nil, nil])
    #expect(fields(.adjustment) == [nil, nil, nil, nil, nil])
  }

  @Test func `a sale names an event or a market`() throws {
    let key = try EventKey("a")
    #expect(refusedField { _ = try sale(market: nil) } == "market")
    #expect(try sale(event: key, market: nil).market == nil)
    #expect(try sale(event: key, market: "UK").event == key)
  }

  @Test func `a line, a quantity and an amount have limits`() {
    #expect(refusedField { _ = try sale(line: -1) } == "line")
    #expect(refusedField { _ = try sale(line: 0) } == nil)
    #expect(refusedField { _ = try sale(quantity: 1_000_000_001) } == "quantity")
    #expect(refusedField { _ = try sale(.adjustment, quantity: .min) } == "quantity")
    #expect(refusedField { _ = try sale(micros: Int128(Sale.maximumMicros)) } == nil)
    #expect(refusedField { _ = try sale(micros: Int128(Sale.maximumMicros) + 1) } == "amount")
    #expect(refusedField { _ = try sale(.adjustment, micros: Int128(Int64.min)) } == "amount")
  }

  @Test func `a conflict names what differs and nothing else`() throws {
    let error = LedgerError.conflict(given: try sale(quantity: 2), recorded: try sale())
    #expect(
      error
        == .conflict(
          fact: "sale of order \"1\", line 1, of source \"shop\"", given: "quantity 2",
          recorded: "quantity 1", remedy: .anotherLine))
  }

  // MARK: Memberships

  @Test func `a membership ends no earlier than it begins, and for a reason only if it ends`()
    throws
  {
    func membership(
      _ creator: String = "Amy", left: String? = nil, reason: String? = nil
    ) throws -> Membership {
      try Membership(
        market: Market.Code("UK"), creator: creator, joined: #require(CalendarDay("2021-12-01")),
        left: left.map { try #require(CalendarDay($0)) }, reason: reason)
    }
    #expect(refusedField { _ = try membership(left: "2021-11-30") } == "left")
    #expect(refusedField { _ = try membership(reason: "sales") } == "reason")
    #expect(refusedField { _ = try membership("") } == "creator")
    #expect(refusedField { _ = try membership(left: "2022-01-01", reason: " ") } == "reason")
    #expect(try membership(left: "2021-12-01").left == CalendarDay("2021-12-01"))
  }

  // MARK: Reported totals

  @Test func `a reported total is of its measure's unit and not below 0`() throws {
    func total(_ measure: Measure, micros: Int128) throws -> ReportedTotal {
      try ReportedTotal(
        event: EventKey("a"), measure: measure, source: "x",
        observedAt: instant("2021-12-09T09:00Z"),
        amount: .money(Money(micros: micros, currency: gbp)))
    }
    #expect(refusedField { _ = try total(.gmvGross, micros: -1) } == "value")
    #expect(refusedField { _ = try total(.orders, micros: 1) } == "measure")
  }
}

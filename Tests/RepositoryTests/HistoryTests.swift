import LedgerCore
import Testing

/// The storage against a model of it, through random histories.
///
/// `SEED=n` repeats one.
@Suite struct HistoryTests {
  @Test(arguments: [(Backend.memory, 24), (.file, 4)])
  func `after every batch of a random history the book agrees with a plain array`(
    backend: Backend, histories: Int
  ) throws {
    var random = SeededGenerator(for: "history, \(backend)")
    for _ in 0..<histories {
      let ledger = try backend.open()
      var model = Model()
      for batch in 1...8 {
        try step(ledger, &model, &random)
        for market in [uk, germany] {
          let period = try randomPeriod(&random)
          #expect(
            try ledger.totals(of: market, during: period)
              == model.totals(of: market, during: period),
            "batch \(batch), SEED=\(random.seed)")
          try compareReports(ledger, model, of: market, seed: random.seed)
        }
        #expect(
          try ledger.events(in: nil, during: .always, limit: nil)
            == model.events(in: nil, during: .always), "SEED=\(random.seed)")
      }
    }
  }

  private func step(
    _ ledger: any LedgerRepository, _ model: inout Model, _ random: inout SeededGenerator
  ) throws {
    let size = Int(random.number(0...12))
    let before = try ledger.entries(limit: 1).first?.number ?? 0
    var recorded: Entry.Counts = .init()
    let entry: Int64?
    switch random.pick(["events", "counts", "counts", "sales", "sales"]) {
    case "events":
      let facts = try (0..<size / 2).map { _ in try randomEvent(&random) }
      let recording = try ledger.record(facts, as: draft())
      #expect(recording.outcomes.map(\.fate) == facts.map { model.record($0) })
      recorded.events = Int64(recording.outcomes.count { $0 == .recorded })
      entry = recording.entry
    case "counts":
      let facts = try (0..<size).map { _ in try randomCount(&random) }
      let recording = try ledger.record(facts, as: draft())
      #expect(recording.outcomes.map(\.fate) == facts.map { model.record($0) })
      recorded.audienceCounts = Int64(recording.outcomes.count { $0 == .recorded })
      entry = recording.entry
    default:
      let facts = try (0..<size).map { _ in try randomSale(&random) }
      let recording = try ledger.record(facts, as: draft())
      #expect(recording.outcomes.map(\.fate) == facts.map { model.record($0) })
      recorded.sales = Int64(recording.outcomes.count { $0 == .recorded })
      entry = recording.entry
    }
    let isNothing = recorded == Entry.Counts()
    #expect(entry == (isNothing ? nil : before + 1), "SEED=\(random.seed)")
    if !isNothing {
      #expect(try ledger.entries(limit: 1).first?.counts == recorded, "SEED=\(random.seed)")
    }
  }

  // Few keys, instants and numbers, so that much is repeated and much conflicts.

  private func randomEvent(_ random: inout SeededGenerator) throws -> Event {
    let key = random.pick(["a", "b", "c", "d"])
    return try event(
      key, in: key < "c" ? uk : germany, title: random.chance(90) ? key : "another",
      starts: random.pick(["1969-12-31T23:45Z", "2021-12-08T18:00Z"]))
  }

  private func randomCount(_ random: inout SeededGenerator) throws -> AudienceCount {
    try AudienceCount(
      event: EventKey(random.pick(["a", "b", "c", "d"])),
      metric: random.pick([.concurrent, .concurrent, .views, .uniqueViewers]),
      at: randomInstant(&random), count: random.number(0...3))
  }

  private func randomSale(_ random: inout SeededGenerator) throws -> Sale {
    let kind = random.pick([.sale, .sale, .sale] + Sale.Kind.allCases)
    let sign: Int64 = kind == .cancellation || kind == .refund ? -1 : 1
    let event = random.chance(70) ? random.pick(["a", "b", "c", "d"]) : nil
    let names = event == nil || random.chance(20)
    return try sale(
      order: random.pick(["1", "2", "3"]), line: random.number(1...3), kind,
      source: random.pick(["shop", "shop", "app"]), quantity: sign * random.number(0...1),
      micros: Int128(sign * random.number(0...2)), currency: random.pick([gbp, gbp, eur, jpy]),
      at: randomInstant(&random).description, event: event,
      market: names ? random.pick([uk, germany]) : nil)
  }

  /// One of 24 instants around two quarter hours, one of them before 1970.
  private func randomInstant(_ random: inout SeededGenerator) throws -> Instant {
    let base = random.pick([try instant("1969-12-31T23:30Z"), try instant("2021-12-08T18:00Z")])
    let quarter: Int64 = 15 * 60 * 1000
    let offset = random.number(0...3) * quarter + random.pick([0, 1, quarter - 1])
    return try #require(Instant(milliseconds: base.milliseconds + offset))
  }

  private func randomPeriod(_ random: inout SeededGenerator) throws -> InstantRange {
    let edges: [String?] = [
      nil, "1969-12-31T23:45Z", "1970-01-01T00:00Z", "2021-12-08T18:00Z", "2021-12-08T18:15Z",
      "2021-12-08T18:45Z",
    ]
    return try range(random.pick(edges), random.pick(edges))
  }

  private func compareReports(
    _ ledger: any LedgerRepository, _ model: Model, of code: Market.Code, seed: UInt64
  ) throws {
    let market = Market(
      code: code, isoCode: "", name: "", currency: gbp, timeZone: nil)
    let totals = try ledger.totals(of: code, during: .always)
    let period = try ReportPeriod(from: nil, to: nil, zone: .utc)
    let report = MarketReport(market: market, period: period, totals: totals, limit: nil)
    let expected = ModelReport(model, of: code)
    #expect(report.eventCount == expected.eventCount, "SEED=\(seed)")
    #expect(report.audience.peakConcurrent?.count == expected.peak, "SEED=\(seed)")
    #expect(report.audience.averageConcurrent?.micros == expected.averageMicros, "SEED=\(seed)")
    #expect(report.audience.views == expected.views, "SEED=\(seed)")
    #expect(report.audience.uniqueViewers?.lower == expected.viewers.max(), "SEED=\(seed)")
    #expect(
      report.audience.uniqueViewers?.upper
        == (expected.viewers.isEmpty ? nil : expected.viewers.reduce(0, +)), "SEED=\(seed)")
    #expect(report.sales.map(\.all.net.micros) == expected.net, "SEED=\(seed)")
    #expect(report.sales.map(\.all.orders) == expected.orders, "SEED=\(seed)")
  }
}

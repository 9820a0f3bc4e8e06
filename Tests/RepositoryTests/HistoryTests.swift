import LedgerCore
import Testing

/// The storage against a model of it, through random histories.
///
/// `SEED=n` repeats one.
@Suite struct HistoryTests {
  @Test(arguments: [(Backend.memory, 32), (.file, 3)])
  func `after every batch of a random history the book agrees with a plain array`(
    backend: Backend, histories: Int
  ) throws {
    var random = SeededGenerator(for: "history, \(backend)")
    for _ in 0..<histories {
      let ledger = try backend.open()
      var model = ModelBook()
      for batch in 1...16 {
        let step = "batch \(batch), SEED=\(random.seed)"
        try advance(ledger, &model, &random, step)
        let facts = model.facts()
        let number = random.number(0...model.lastEntry + 1)
        for market in [uk, germany] {
          var question = try randomQuestion(of: market, &random)
          #expect(
            try ledger.totals(question).compared(for: question)
              == facts.totals(question).compared(for: question),
            "\(question), \(step)")
          question.asOf = number
          #expect(
            try ledger.totals(question).compared(for: question)
              == model.facts(asOf: number).totals(question).compared(for: question),
            "\(question), \(step)")
          try compareReports(ledger, facts, of: market, step)
          try compareReports(ledger, model.facts(asOf: number), of: market, asOf: number, step)
          for entry in [nil, number] {
            try compareCreators(ledger, model, of: market, asOf: entry, &random, step)
          }
        }
        for entry in [nil, number] {
          try compareRollout(ledger, model, asOf: entry, &random, step)
        }
        #expect(
          try ledger.events(in: nil, during: .always, limit: nil)
            == facts.events(in: nil, during: .always), "\(step)")
      }
      try compareEntries(ledger, model, "SEED=\(random.seed)")
      try compareFindings(ledger, model, "SEED=\(random.seed)")
    }
  }

  private func advance(
    _ ledger: any Ledger, _ model: inout ModelBook, _ random: inout SeededGenerator,
    _ step: String
  ) throws {
    let before = model.lastEntry
    var draft = try draft()
    if random.chance(50) {
      let files = Array(Set(model.imports.values)).sorted()
      draft.chunk = Entry.Chunk(first: random.chance(80) ? files.last : nil)
    }
    let size = Int(random.number(0...12))
    let entry: Int64?
    let steps = [
      "events", "counts", "counts", "restated", "sales", "sales", "totals", "void", "void", "void",
      "claims", "claims", "surveys", "memberships", "memberships", "targets", "accept",
    ]
    switch before == 0 ? "events" : random.pick(steps) {
    case "events":
      let facts = try (0...size / 2).map { _ in try randomEvent(&random) }
      let rule = random.chance(50) ? ConflictRule.refuse : .restate
      let recording = try ledger.record(facts, as: draft, onConflict: rule)
      let fates = model.record(facts, as: draft, onConflict: rule)
      #expect(recording.outcomes.map(\.fate) == fates, "\(step)")
      entry = recording.entry
    case "counts":
      let facts = try (0..<size).map { _ in try randomCount(&random) }
      let recording = try ledger.record(facts, as: draft)
      let fates = model.record(facts, as: draft, onConflict: .refuse)
      #expect(recording.outcomes.map(\.fate) == fates, "\(step)")
      entry = recording.entry
    case "restated":
      let facts = try (0..<size).map { _ in try randomCount(&random) }
      let recording = try ledger.record(facts, as: draft, onConflict: .restate)
      let fates = model.record(facts, as: draft, onConflict: .restate)
      #expect(recording.outcomes.map(\.fate) == fates, "\(step)")
      entry = recording.entry
    case "totals":
      let facts = try (0..<size).map { _ in try randomTotal(&random) }
      let recording = try ledger.record(facts, as: draft)
      #expect(recording.outcomes.map(\.fate) == model.record(facts, as: draft), "\(step)")
      entry = recording.entry
    case "sales":
      let facts = try (0..<size).map { _ in try randomSale(&random) }
      let recording = try ledger.record(facts, as: draft)
      #expect(recording.outcomes.map(\.fate) == model.record(facts, as: draft), "\(step)")
      entry = recording.entry
    case "void":
      let number = random.number(0...before + 1)
      var record: VoidRecord?
      draft.chunk = nil
      do throws(LedgerError) {
        record = try ledger.void(number, reason: "wrong", as: draft)
      } catch {
        switch error {
        case .unknownEntry, .cannotVoid: break
        default: Issue.record("\(error), \(step)")
        }
      }
      #expect(record?.voided == model.void(number), "void \(number), \(step)")
      entry = record?.entry
    case let type:
      entry = try recordProgramme(type, ledger, &model, &random, draft, step)
    }
    #expect(entry == (model.lastEntry > before ? before + 1 : nil), "\(step)")
  }

  private func compareEntries(
    _ ledger: any Ledger, _ model: ModelBook, _ step: String
  ) throws {
    let entries = try ledger.entries(limit: nil)
    #expect(entries.map(\.number) == (0..<model.lastEntry).map { model.lastEntry - $0 }, "\(step)")
    for entry in entries {
      #expect(entry.counts == model.facts(ofEntries: [entry.number]), "\(step)")
      #expect(entry.voidedBy == model.voids[entry.number], "\(step)")
      #expect(entry.firstOfImport == model.imports[entry.number], "\(step)")
    }
  }

  // Few keys, instants and numbers, so that much is repeated and much conflicts.

  private func randomQuestion(
    of market: Market.Code, _ random: inout SeededGenerator
  ) throws -> TotalsRequest {
    let grouping = random.pick(Grouping.allCases.filter(\.isOfTime))
    let zone = try #require(TimeZone(offset: random.pick(["Z", "+00:15", "-11:00", "+05:45"])))
    return TotalsRequest(
      market: market, period: random.chance(30) ? .always : try randomPeriod(&random),
      sales: random.pick([.sums, .groups(of: grouping, in: zone), .eventQuarters]),
      products: random.chance(50), names: random.chance(70),
      credit: random.chance(30)
        ? try CreditRule(random.pick(["window:0m", "window:2h", "window:40d,platform=tiktok"]))
        : nil)
  }

  private func randomEvent(_ random: inout SeededGenerator) throws -> Event {
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

  private func randomCount(_ random: inout SeededGenerator) throws -> AudienceCount {
    try AudienceCount(
      event: EventKey(random.pick(["a", "b", "c", "d"])),
      metric: random.pick([.concurrent, .concurrent, .views, .uniqueViewers]),
      at: randomInstant(&random, quarters: 1), count: random.number(0...3))
  }

  private func randomTotal(_ random: inout SeededGenerator) throws -> ReportedTotal {
    let measure = random.pick([Measure.gmvGross, .gmvPlaced, .orders])
    let micros = Int128(random.number(0...2))
    return try ReportedTotal(
      event: EventKey(random.pick(["a", "b", "c", "z"])), measure: measure,
      source: random.pick(["x", "y"]),
      observedAt: instant(random.pick(["1969-12-31T23:45Z", "2021-12-08T18:00Z"])),
      amount: measure.unit == .money
        ? .money(Money(micros: micros, currency: random.pick([gbp, jpy])))
        : .number(Decimal(micros: micros)))
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
      at: randomInstant(&random, quarters: 4).description, event: event,
      market: names ? random.pick([uk, germany]) : nil)
  }

  /// One of three instants of some quarter hours, before or after 1970.
  private func randomInstant(
    _ random: inout SeededGenerator, quarters: Int64
  ) throws -> Instant {
    let base = random.pick([try instant("1969-12-31T23:30Z"), try instant("2021-12-08T18:00Z")])
    let quarter: Int64 = 15 * 60 * 1000
    let offset = random.number(0...quarters - 1) * quarter + random.pick([0, 1, quarter - 1])
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
    _ ledger: any Ledger, _ model: Model, of code: Market.Code,
    asOf entry: Int64? = nil, _ step: String
  ) throws {
    let market = Market(
      code: code, isoCode: "", name: "", currency: gbp, timeZone: nil)
    let totals = try ledger.totals(of: code, during: .always, asOf: entry)
    let period = try ReportPeriod(from: nil, to: nil, zone: .utc)
    let report = MarketReport(
      market: market, request: MarketReport.Request(period: period, now: .latest), totals: totals)
    let expected = ModelReport(model, of: code)
    #expect(report.eventCount == expected.eventCount, "\(step)")
    func value(_ metric: ReportMetric) -> Figure.Value? { report.figures.figure(metric)?.value }
    #expect(value(.peakConcurrent) == expected.peak.map(Figure.Value.count), "\(step)")
    #expect(
      value(.averageConcurrent) == expected.averageMicros.map { .decimal(Decimal(micros: $0)) },
      "\(step)")
    #expect(value(.views) == expected.views.map(Figure.Value.count), "\(step)")
    #expect(
      value(.uniqueViewers)
        == expected.viewers.max().map {
          .people(lower: $0, upper: expected.viewers.reduce(0, +))
        }, "\(step)")
    #expect(report.sales.map(\.all.net.micros) == expected.net, "\(step)")
    #expect(report.sales.map(\.all.orders) == expected.orders, "\(step)")
  }
}

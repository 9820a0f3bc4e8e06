import LedgerCore
import TestSupport
import Testing

/// What both ledgers are asked after every batch.
extension History {
  /// Compares what they say now, and what they say of the book as it was at some entry.
  mutating func compare(_ step: String) throws {
    let facts = book.facts()
    let number = random.number(0...book.lastEntry + 1)
    for market in [uk, germany] {
      var request = try randomRequest(of: market)
      try compareTotals(request, step)
      request.asOf = number
      try compareTotals(request, step)
      try compareReports(facts, of: market, step)
      try compareReports(book.facts(asOf: number), of: market, asOf: number, step)
      for entry in [nil, number] {
        try compareCreators(of: market, asOf: entry, step)
        #expect(
          try ledger.sourceOrders(in: market, during: request.period, asOf: entry)
            == model.sourceOrders(in: market, during: request.period, asOf: entry), "\(step)")
      }
    }
    for entry in [nil, number] {
      try compareLists(asOf: entry, step)
      try compareRollout(asOf: entry, step)
    }
    #expect(
      try ledger.events(in: nil, during: .always, limit: nil)
        == model.events(in: nil, during: .always, limit: nil), "\(step)")
    try compareEvent(try EventKey(random.pick(["a", "b", "c", "d", "z"])), asOf: number, step)
    let (claim, survey) = (
      try ClaimKey(random.pick(["p", "q", "r"])), try SurveyKey(random.pick(["u", "v", "w"]))
    )
    #expect(
      try ledger.steps(ofClaim: claim).map(\.withoutDigest)
        == model.steps(ofClaim: claim).map(\.withoutDigest),
      "\(step)")
    #expect(
      try ledger.steps(ofSurvey: survey).map(\.withoutDigest)
        == model.steps(ofSurvey: survey).map(\.withoutDigest),
      "\(step)")
  }

  private func compareTotals(_ request: TotalsRequest, _ step: String) throws {
    #expect(
      try ledger.totals(request).compared(for: request)
        == model.totals(request).compared(for: request), "\(request), \(step)")
  }

  private func compareLists(asOf entry: Int64?, _ step: String) throws {
    for market in [uk, germany, nil] {
      #expect(
        try ledger.claims(in: market, asOf: entry) == model.claims(in: market, asOf: entry),
        "\(step)")
      #expect(
        try ledger.surveys(in: market, asOf: entry) == model.surveys(in: market, asOf: entry),
        "\(step)")
      #expect(
        try ledger.targets(in: market, asOf: entry) == model.targets(in: market, asOf: entry),
        "\(step)")
      #expect(
        try ledger.coverages(in: market, asOf: entry) == model.coverages(in: market, asOf: entry),
        "\(step)")
    }
    #expect(
      try ledger.sameShows(asOf: entry).map { "\($0.fact) \($0.entry.number)" }
        == model.sameShows(asOf: entry).map { "\($0.fact) \($0.entry.number)" }, "\(step)")
    #expect(try ledger.aliases(asOf: entry) == model.aliases(asOf: entry), "\(step)")
    #expect(
      try ledger.credits(CreditFilter(), limit: nil, asOf: entry)
        == model.credits(CreditFilter(), limit: nil, asOf: entry), "\(step)")
    #expect(
      try ledger.marks(MarkFilter(), asOf: entry) == model.marks(MarkFilter(), asOf: entry),
      "\(step)")
    let shows = Set(["a", "b"].compactMap { try? EventKey($0) })
    #expect(
      try ledger.soldLines(in: uk, of: shows, asOf: entry)
        == model.soldLines(in: uk, of: shows, asOf: entry), "\(step)")
    let ofSome = CreditFilter(entries: 0...max(0, book.lastEntry - 2))
    #expect(
      try ledger.creditCounts(ofSome, asOf: entry) == model.creditCounts(ofSome, asOf: entry),
      "\(step)")
    let days = CalendarDay.earliest...CalendarDay.latest
    for currencies in [nil, [eur, gbp]] as [Set<Currency>?] {
      #expect(
        try ledger.rates(between: currencies, on: days, asOf: entry)
          == model.rates(between: currencies, on: days, asOf: entry), "\(step)")
    }
    #expect(
      try ledger.settingVersions(asOf: entry) == model.settingVersions(asOf: entry), "\(step)")
    #expect(try ledger.eventNames(asOf: entry) == model.eventNames(asOf: entry), "\(step)")
  }

  /// Everything about one event, which may not be in the book.
  private func compareEvent(_ key: EventKey, asOf entry: Int64, _ step: String) throws {
    for entry in [nil, entry] {
      #expect(
        try ledger.curve(of: key, asOf: entry) == model.curve(of: key, asOf: entry), "\(step)")
    }
    let (steps, expectedSteps) = (try ledger.steps(ofEvent: key), try model.steps(ofEvent: key))
    #expect(steps.map(\.withoutDigest) == expectedSteps.map(\.withoutDigest), "\(step)")
    guard let expected = try? model.event(key) else {
      let error = #expect(throws: LedgerError.self, "\(step)") { try ledger.event(key) }
      #expect(throws: try #require(error), "\(step)") { try model.event(key) }
      #expect(throws: try #require(error), "\(step)") { try ledger.history(of: key) }
      return
    }
    let record = try ledger.event(key)
    #expect(record.totals == expected.totals, "\(step)")
    #expect(record.entry.withoutDigest == expected.entry.withoutDigest, "\(step)")
    #expect(record.amendment?.withoutDigest == expected.amendment?.withoutDigest, "\(step)")
    let (history, other) = (try ledger.history(of: key), try model.history(of: key))
    #expect(history.event == other.event, "\(step)")
    #expect(history.entries.map(\.withoutDigest) == other.entries.map(\.withoutDigest), "\(step)")
    #expect(history.restatedCounts == other.restatedCounts, "\(step)")
    #expect(history.reported.map { "\($0)" } == other.reported.map { "\($0)" }, "\(step)")
  }

  /// The figures of a report, worked out from the facts in another way.
  private func compareReports(
    _ facts: Model, of code: Market.Code, asOf entry: Int64? = nil, _ step: String
  ) throws {
    let market = Market(
      code: code, isoCode: "", name: "", currency: gbp, timeZone: nil)
    let totals = try ledger.totals(of: code, during: .always, asOf: entry)
    let period = try ReportPeriod(from: nil, to: nil, zone: .utc)
    let report = MarketReport(
      market: market, request: MarketReport.Request(period: period, now: .latest), totals: totals)
    let expected = ModelReport(facts, of: code)
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

  /// The rollout as claims tell it, worked out in another way.
  private mutating func compareRollout(asOf entry: Int64?, _ step: String) throws {
    let day = try randomDate()
    let rollout = try Rollout(ledger.claims(in: nil, asOf: entry), reportedBy: day)
    let known = try model.claims(in: nil, asOf: entry).filter {
      $0.reported.lastDay <= day.lastDay
    }
    #expect(rollout.history.map(\.claim) == known, "\(step)")
    for line in rollout.history {
      #expect(line.disputedBy == known.filter { $0.disputes == line.claim.key }, "\(step)")
    }
    let staged = known.filter { $0.stage != nil }
    let latest = staged.filter { claim in
      staged.last { $0.market == claim.market && $0.platform == claim.platform } == claim
    }
    let keys = Set(latest.map(\.key))
    #expect(Set(rollout.latest.map(\.claim.key)) == keys, "\(step)")
    #expect(rollout.latest.count == keys.count, "\(step)")
    let disputed = rollout.conflicts.filter { $0.reason == .disputed }
    #expect(
      Set(disputed.map { [$0.claim.key, $0.other.key] })
        == Set(
          known.flatMap { claim in
            known.filter { claim.disputes == $0.key }.map { [$0.key, claim.key] }
          }), "\(step)")
  }

  /// Who were members of a market when an entry was the last, and what is said of them.
  private mutating func compareCreators(
    of code: Market.Code, asOf entry: Int64?, _ step: String
  ) throws {
    let memberships = try ledger.memberships(in: code, asOf: entry)
    let all = try model.memberships(in: code, asOf: entry)
    #expect(memberships == all, "\(step)")

    let (from, day) = (try randomDate().firstDay, try randomDate().lastDay)
    let events = try ledger.totals(of: code, during: .always, asOf: entry).events
    let report = CreatorReport(
      market: Market(code: code, isoCode: "", name: "", currency: gbp, timeZone: nil),
      period: try ReportPeriod(from: from, to: nil, zone: .utc), through: day,
      memberships: memberships, events: events, limit: nil)
    func isAsked(_ other: CalendarDay?) -> Bool { other.map { from <= $0 && $0 <= day } ?? false }
    let joined = all.filter { $0.joined <= day }
    let active = joined.filter { $0.left.map { day < $0 } ?? true }
    #expect(report.active == Set(active.map(\.creator)).count, "\(step)")
    // Someone is there on a day of one of their memberships, and comes or goes between two days.
    func passed(_ other: Membership, on day: CalendarDay?, from offset: Int64) -> Bool {
      guard let day, isAsked(day) else { return false }
      let beside = day.daysSince1970 + offset
      return !joined.contains {
        $0.creator == other.creator && $0.joined.daysSince1970 <= beside
          && $0.left.map { beside < $0.daysSince1970 } ?? true
      }
    }
    let came = joined.filter { passed($0, on: $0.joined, from: -1) }
    let left = joined.filter { passed($0, on: $0.left, from: 0) }
    #expect(report.joined == Set(came.map(\.creator)).count, "\(step)")
    #expect(report.left == Set(left.map(\.creator)).count, "\(step)")

    let shows = book.facts(asOf: entry).renamed().shows.filter { $0.market == code }
    let names = Set(shows.flatMap(\.creators).map(\.name))
    #expect(
      report.strangers == names.subtracting(joined.map(\.creator)).sorted(), "\(step)")
    #expect(Set(report.lines.map(\.creator)) == names, "\(step)")
    for line in report.lines {
      let own = shows.filter { $0.creators.map(\.name).contains(line.creator) }
      #expect(line.events == Set(own.map(\.key)), "\(step)")
    }
  }
}

import Testing

@testable import LedgerCore

/// Criteria, each passed, failed or without enough data, and the verdicts that follow.
@Suite struct ReadinessTests {
  typealias Measure = ReadinessCriterion.Measure

  private func criterion(
    _ measure: Measure, pass: Double, stop: Double? = nil
  ) throws -> ReadinessCriterion {
    try ReadinessCriterion(measure: measure, pass: pass, stop: stop, reason: nil)
  }

  /// Shows that are all alike, so that their intervals have no length.
  private func alike(
    _ count: Int, mean: Int64 = 100, orders: Int64 = 30, clicks: Int64 = 1000, gross: Int128 = 600,
    refunded: Int128 = 60
  ) throws -> [EventTotals] {
    try (0..<count).map { number in
      try Shows.show(
        "s\(number)", starts: "2021-12-08T18:00Z", ends: "2021-12-08T19:00Z",
        counts: [.productClicks: clicks], mean: mean, peak: mean,
        sales: [Shows.sold(orders, paid: orders, units: orders, gross: gross, refunded: refunded)])
    }
  }

  private func evidence(
    _ shows: [EventTotals] = [], settled: [EventTotals]? = nil, memberships: [Membership] = [],
    targets: [TargetStanding] = [], awareness: Survey? = nil, adoption: Survey? = nil
  ) throws -> ReadinessEvidence {
    ReadinessEvidence(
      shows: shows, settledShows: settled ?? shows, memberships: memberships, targets: targets,
      awareness: awareness, adoption: adoption, today: try #require(CalendarDay("2022-06-01")))
  }

  private func judge(
    _ evidence: ReadinessEvidence, _ measure: Measure, pass: Double, stop: Double? = nil
  ) throws -> ReadinessFinding {
    evidence.finding(
      try criterion(measure, pass: pass, stop: stop), in: gbp, bootstrap: Bootstrap(seed: 1))
  }

  // MARK: Criteria over shows

  /// Of shows that are all alike: 100 watching, 30 of 1,000 clicks, 600 an hour, 60 of 600 back.
  @Test(
    arguments: [
      (.audience, 100, 101, "100"), (.gmvPerHour, 600, 601, "600"),
      (.refundRate, 0.1, 0.09, "0.1"),
    ] as [(Measure, Double, Double, String)])
  func `a rate over shows passes at its value, and fails beyond`(
    measure: Measure, passing: Double, failing: Double, value: String
  ) throws {
    let evidence = try evidence(alike(6))
    let passed = try judge(evidence, measure, pass: passing)
    #expect(passed.result == .pass)
    #expect(passed.value.map { Decimal(nearest: $0).text() } == value)
    #expect(passed.basis == "6 shows")
    #expect(try judge(evidence, measure, pass: failing).result == .fail)
    let few = try judge(self.evidence(alike(4)), measure, pass: passing)
    #expect(few.result == .notEnoughData)
    #expect(few.value != nil && few.interval == nil)
    let none = try judge(self.evidence(), measure, pass: passing)
    #expect(none.result == .notEnoughData)
    #expect(none.value == nil)
  }

  @Test func `clicks and orders keep at least the doubt of their number`() throws {
    // 180 of 6,000: Wilson's interval is 0.0260 to 0.0346.
    let evidence = try evidence(alike(6))
    #expect(try judge(evidence, .clickToOrder, pass: 0.025).result == .pass)
    #expect(try judge(evidence, .clickToOrder, pass: 0.03).result == .notEnoughData)
    #expect(try judge(evidence, .clickToOrder, pass: 0.035).result == .fail)
    // As many clicks in four shows say less.
    let few = try self.evidence(alike(4, orders: 45, clicks: 1500))
    #expect(try judge(few, .clickToOrder, pass: 0.025).result == .notEnoughData)
  }

  @Test func `a trend sets the newer half of the shows against the older`() throws {
    // 300 an hour after 600.
    let shows = try alike(5, gross: 300) + alike(5)
    let falling = try judge(evidence(shows), .gmvTrend, pass: 0.9, stop: 0.6)
    #expect(falling.value == 0.5)
    #expect(falling.result == .fail)
    #expect(falling.isReasonToStop)
    #expect(try judge(evidence(shows.reversed()), .gmvTrend, pass: 0.9).result == .pass)
    #expect(try judge(evidence(alike(9)), .gmvTrend, pass: 0.9).result == .notEnoughData)
  }

  @Test func `refunds are judged of shows that have seen theirs`() throws {
    let recent = try alike(6, refunded: 0)
    let finding = try judge(evidence(recent + alike(6), settled: alike(6)), .refundRate, pass: 0.05)
    #expect(finding.value == 0.1)
    #expect(finding.result == .fail)
  }

  // MARK: Creators, targets, surveys

  private func members(_ stayed: Int, left: Int, recent: Int = 0) throws -> [Membership] {
    try (0..<stayed + left + recent).map { number in
      try Membership(
        market: Market.Code("UK"), creator: "c\(number)", platform: nil,
        joined: #require(CalendarDay(number < stayed + left ? "2022-01-01" : "2022-05-01")),
        left: number >= stayed && number < stayed + left ? CalendarDay("2022-02-01") : nil)
    }
  }

  @Test func `creators count who joined three months ago or longer`() throws {
    let finding = try judge(
      evidence(memberships: members(80, left: 20, recent: 50)), .creatorRetention, pass: 0.7)
    #expect(finding.value == 0.8)
    // Newcombe's method 3 of 80 in 100: 0.711 to 0.867.
    #expect(finding.result == .pass)
    #expect(finding.basis == "100 creators")
    let lost = try judge(
      evidence(memberships: members(20, left: 80)), .creatorRetention, pass: 0.6, stop: 0.3)
    #expect(lost.result == .fail && lost.isReasonToStop)
    #expect(
      try judge(evidence(memberships: members(4, left: 1)), .creatorRetention, pass: 0.7).result
        == .notEnoughData)
    #expect(
      try judge(evidence(memberships: members(0, left: 0, recent: 9)), .creatorRetention, pass: 0.7)
        .value == nil)
  }

  private func target(_ wanted: Int128, today: String = "2022-06-01") throws -> TargetStanding {
    let figures = FigureSet(shows: try Shows.all(), sales: [])
    return TargetStanding(
      try Target(
        scope: .market(Market.Code("UK")), metric: .views, period: Period("2021"),
        amount: .number(Decimal(micros: wanted * 1_000_000))),
      actual: figures.figure(.views),
      now: TimeZone.utc.start(of: try #require(CalendarDay(today))), zone: .utc, isEventOver: false)
  }

  @Test func `the worst target whose period is over decides`() throws {
    // 1,500 views of 1,500, of 3,000, and of a period that still runs.
    let targets = [
      try target(1500), try target(3000), try target(1_000_000, today: "2021-06-01"),
    ]
    let finding = try judge(evidence(targets: targets), .targetAttainment, pass: 0.8)
    #expect(finding.value == 0.5)
    #expect(finding.result == .fail)
    #expect(finding.basis == "2 targets whose period is over")
    #expect(
      try judge(evidence(targets: [targets[0]]), .targetAttainment, pass: 0.8).result == .pass)
    #expect(
      try judge(evidence(targets: [targets[2]]), .targetAttainment, pass: 0.8).result
        == .notEnoughData)
  }

  @Test func `a target that is not known may be the worst`() throws {
    let unknown = TargetStanding(
      try target(1).target, actual: nil, now: .latest, zone: .utc, isEventOver: false)
    func judged(_ targets: TargetStanding...) throws -> ReadinessFinding {
      try judge(evidence(targets: targets), .targetAttainment, pass: 0.8)
    }
    #expect(try judged(target(1500), unknown).result == .notEnoughData)
    #expect(try judged(target(3000), unknown).result == .fail)
    #expect(try judged(unknown).result == .notEnoughData)
    #expect(
      try judged(target(1500), unknown).basis
        == "2 targets whose period is over, 1 of them not known")
  }

  @Test func `a target that is met while its period runs is not judged yet`() throws {
    let met = try target(1500, today: "2021-06-01")
    #expect(met.state == .met)
    #expect(
      try judge(evidence(targets: [met]), .targetAttainment, pass: 0.8).basis
        == "0 targets whose period is over")
  }

  @Test func `a ceiling of 10 % is not reached with 90 %`() throws {
    let figures = FigureSet(
      shows: [], sales: [SaleTotals(currency: gbp, gross: 100, refunded: -90)])
    let target = TargetStanding(
      try Target(
        scope: .market(Market.Code("UK")), metric: .refundRateByValue, period: Period("2021"),
        amount: .number(Decimal(micros: 100_000))),
      actual: figures.figure(.refundRateByValue, in: gbp), now: .latest, zone: .utc,
      isEventOver: false)
    let finding = try judge(evidence(targets: [target]), .targetAttainment, pass: 0.8)
    #expect(finding.result == .fail)
    #expect(finding.value.map { Decimal(nearest: $0).text() } == "0.111111")
  }

  @Test func `a person with several contracts counts once, whether there is a gap or not`() throws {
    func contract(_ joined: String, _ left: String?, _ platform: String? = nil) throws -> Membership
    {
      try Membership(
        market: Market.Code("UK"), creator: "Ann", platform: platform,
        joined: #require(CalendarDay(joined)), left: left.flatMap { CalendarDay($0) })
    }
    let stayed = [
      try contract("2022-01-01", "2022-02-01"), try contract("2022-02-01", "2022-03-01"),
      try contract("2022-03-01", nil), try contract("2022-01-15", "2022-02-15", "tiktok"),
    ]
    let finding = try judge(evidence(memberships: stayed), .creatorRetention, pass: 0.7)
    #expect(finding.value == 1)
    #expect(finding.basis == "1 creator")
    // Three months after first joining, Ann is away.
    let away = [try contract("2022-01-01", "2022-03-31"), try contract("2022-04-02", nil)]
    #expect(try judge(evidence(memberships: away), .creatorRetention, pass: 0.7).value == 0)
  }

  private func survey(
    _ kind: Survey.Kind, _ yes: Int64, of asked: Int64?
  ) throws -> Survey {
    try Survey(
      market: Market.Code("UK"), kind: kind, date: checkedDate("2022-04", field: "date"),
      until: nil, sampleSize: asked,
      answers: SurveyAnswer.list(asked == nil ? "yes=40%" : "yes=\(yes)"), source: "YouGov")
  }

  @Test func `a survey that does not say which answer counts is not judged`() throws {
    let survey = try Survey(
      market: Market.Code("UK"), kind: .awareness, date: checkedDate("2026-01", field: "date"),
      sampleSize: 1000, answers: SurveyAnswer.list("no=600"), source: "A")
    let finding = try judge(evidence(awareness: survey), .awareness, pass: 0.3)
    #expect(finding.value == nil)
    #expect(finding.result == .notEnoughData)
    #expect(
      finding.basis == "2026-01, A, 1,000 people asked, not stated which answer counts")
  }

  @Test func `a survey is judged by the interval of its sample`() throws {
    for (measure, kind) in [(Measure.awareness, Survey.Kind.awareness), (.adoption, .adoption)] {
      func finding(_ survey: Survey, pass: Double) throws -> ReadinessFinding {
        try judge(
          measure == .awareness ? evidence(awareness: survey) : evidence(adoption: survey), measure,
          pass: pass)
      }
      // 400 of 1,000: 0.370 to 0.431.
      let large = try survey(kind, 400, of: 1000)
      #expect(try finding(large, pass: 0.36).result == .pass)
      #expect(try finding(large, pass: 0.4).result == .notEnoughData)
      #expect(try finding(large, pass: 0.44).result == .fail)
      // 4 of 10 say as much, and nothing for sure.
      #expect(try finding(survey(kind, 4, of: 10), pass: 0.36).result == .notEnoughData)
      let unsized = try finding(survey(kind, 0, of: nil), pass: 0.36)
      #expect(unsized.value == 0.4 && unsized.result == .notEnoughData)
    }
  }

  // MARK: Verdicts

  private func finding(
    _ value: Double?, _ interval: (Double, Double)?, pass: Double = 100, stop: Double? = 20,
    _ measure: Measure = .audience
  ) throws -> ReadinessFinding {
    ReadinessFinding(
      try criterion(measure, pass: pass, stop: stop), value: value,
      interval: interval.map { Interval(lower: $0.0, upper: $0.1) }, basis: "9 shows", size: 9)
  }

  private func readiness(_ findings: ReadinessFinding...) throws -> Readiness {
    let market = Market(
      code: Market.Code("UK"), isoCode: "GB", name: "United Kingdom", currency: gbp,
      timeZone: "Europe/London")
    return Readiness(
      market: market,
      policy: ReadinessPolicy(
        name: "p", version: 1, currency: gbp, lastShows: 9, criteria: findings.map(\.criterion)),
      book: Report.Book(lastEntry: nil, isPast: false), findings: findings, shows: 9)
  }

  @Test func `all pass: go on; one does not: wait; one is beyond its stop: stop`() throws {
    let passed = try finding(150, (120, 180))
    let failed = try finding(50, (30, 90))
    let unsure = try finding(100, (60, 140))
    let unknown = try finding(nil, nil)
    let hopeless = try finding(10, (5, 19))
    #expect(
      [passed, failed, unsure, unknown, hopeless].map(\.result) == [
        .pass, .fail, .notEnoughData, .notEnoughData, .fail,
      ])
    #expect(try readiness(passed, passed).verdict == .goOn)
    #expect(try readiness(passed, failed).verdict == .wait)
    #expect(try readiness(passed, unsure).verdict == .wait)
    #expect(try readiness(passed, unknown).deciding == [unknown])
    #expect(try readiness(passed, failed, hopeless).verdict == .stop)
    #expect(try readiness(passed, failed, hopeless).deciding == [hopeless])
    #expect(try readiness().verdict == .wait)
    #expect(try readiness(unknown, unsure).isWithoutData)
    #expect(try !readiness(unknown, failed).isWithoutData)
  }

  @Test func `only a whole interval beyond the stop speaks for stopping`() throws {
    #expect(try finding(10, (5, 19.9)).isReasonToStop)
    #expect(try !finding(10, (5, 20)).isReasonToStop)
    #expect(try !finding(10, nil).isReasonToStop)
    #expect(try !finding(10, (5, 19), stop: nil).isReasonToStop)
    // Less is better of refunds.
    #expect(try finding(0.5, (0.41, 0.6), pass: 0.15, stop: 0.4, .refundRate).isReasonToStop)
    #expect(try !finding(0.5, (0.4, 0.6), pass: 0.15, stop: 0.4, .refundRate).isReasonToStop)
    #expect(try finding(0.1, (0.05, 0.15), pass: 0.15, stop: 0.4, .refundRate).result == .pass)
  }

  @Test func `how much more data would do grows with the square of the doubt`() throws {
    // 40 from the threshold, half a width of 80: twice the distance wants four times the data.
    #expect(try finding(140, (60, 220)).dataNeeded == 4)
    // Nearly there is as much again at least.
    #expect(try finding(140, (99, 181)).dataNeeded.map { $0 > 1 && $0 < 1.1 } == true)
    #expect(try finding(150, (120, 180)).dataNeeded == nil)
    #expect(try finding(100, (60, 140)).dataNeeded == nil)
    #expect(try finding(nil, nil).dataNeeded == nil)
  }

  @Test func `a stop that is better than the pass is refused`() throws {
    #expect(refusedField { _ = try criterion(.audience, pass: 100, stop: 101) } == "audience.stop")
    #expect(
      refusedField { _ = try criterion(.refundRate, pass: 0.2, stop: 0.1) }
        == "settled_refund_rate.stop")
    #expect(refusedField { _ = try criterion(.refundRate, pass: 0.2, stop: 0.2) } == nil)
  }
}

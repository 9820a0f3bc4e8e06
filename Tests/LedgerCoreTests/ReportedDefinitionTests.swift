import Testing

@testable import LedgerCore

/// What platforms report by several definitions, of which a figure is by one.
@Suite struct ReportedDefinitionTests {
  private func show(
    _ key: String, reported: [Measure: Int128], counts: [Metric: Int64] = [:],
    sales: [SaleTotals] = []
  ) throws -> EventTotals {
    try Shows.show(
      key, starts: "2021-12-08T18:00Z", ends: "2021-12-08T20:00Z", counts: counts, sales: sales,
      reported: reported)
  }

  private func figure(_ metric: ReportMetric, _ shows: [EventTotals]) throws -> Figure {
    try #require(FigureSet(shows: shows, sales: []).figure(metric, in: gbp))
  }

  @Test func `values by two definitions are not added up`() throws {
    let shows = [
      try show("a", reported: [.gmvGross: 1000]), try show("b", reported: [.gmvAttributed: 100]),
      try show("c", reported: [.gmvAttributed: 200]), try show("d", reported: [:]),
    ]
    let sum = try figure(.reportedGMV, shows)
    #expect(sum.written == "300.00 GBP")
    #expect(sum.measure == .gmvAttributed)
    #expect(sum.shows == 2)
    let rate = try figure(.reportedGMVPerHour, shows)
    #expect(rate.written == "75.00 GBP")
    #expect(FigureSet(shows: shows, sales: []).title(of: rate).hasSuffix("(gmv_attributed)"))
  }

  @Test func `of two definitions that as many shows have, the nearer one counts`() throws {
    let shows = [try show("a", reported: [.gmvGross: 1000, .gmvAttributed: 100])]
    let sum = try figure(.reportedGMV, shows)
    #expect(sum.written == "1000.00 GBP")
    #expect(sum.alternative == nil)
  }

  @Test func `orders per click are by order lines where there are any`() throws {
    let reported = try (1...2).map { number in
      try show("r\(number)", reported: [.ordersAttributed: 30], counts: [.productClicks: 1000])
    }
    let byPlatform = try figure(.ordersPerClick, reported)
    #expect(byPlatform.written == "0.03")
    #expect(byPlatform.measure == .ordersAttributed)
    let sold = try show(
      "s", reported: [:], counts: [.productClicks: 1000],
      sales: [Shows.sold(10, paid: 10, units: 10, gross: 100)])
    let byLines = try figure(.ordersPerClick, reported + [sold])
    #expect(byLines.measure == nil)
    // What the other two sold is not known.
    #expect(byLines.written == "≥ 0.003333")
  }

  @Test func `a show that is not reported may have sold nothing`() throws {
    let shows = [
      try show("a", reported: [.ordersAttributed: 30], counts: [.productClicks: 1000]),
      try show("b", reported: [:], counts: [.productClicks: 2000]),
    ]
    #expect(try figure(.ordersPerClick, shows).written == "≥ 0.01")
  }

  @Test func `watch time per view is weighted by the views`() throws {
    let shows = [
      try show("a", reported: [.averageWatchSeconds: 60], counts: [.views: 100]),
      try show("b", reported: [.averageWatchSeconds: 30], counts: [.views: 300]),
    ]
    #expect(try figure(.reportedWatchSecondsPerView, shows).written == "37.5")
  }

  @Test func `readiness is judged by reported totals only if all shows have them`() throws {
    func finding(_ shows: [EventTotals]) throws -> ReadinessFinding {
      ReadinessEvidence(
        shows: shows, settledShows: shows, memberships: [], targets: [], awareness: nil,
        adoption: nil, today: try #require(CalendarDay("2022-06-01"))
      ).finding(
        try ReadinessCriterion(measure: .gmvPerHour, pass: 100, stop: nil, reason: nil), in: gbp,
        bootstrap: Bootstrap(seed: 1))
    }
    let reported = try (0..<6).map { try show("s\($0)", reported: [.gmvAttributed: 400]) }
    let all = try finding(reported)
    #expect(all.result == .pass)
    #expect(all.value == 200)
    #expect(
      all.basis == "6 shows by gmv_attributed as platforms report it, without order lines")
    let some = try finding(reported + [try show("t", reported: [:])])
    #expect(some.result == .notEnoughData)
    #expect(some.value == nil)
    // With order lines of one show, all are judged by order lines.
    let first = reported[0]
    let sold = EventTotals(
      event: first.event, audience: [], sales: [Shows.sold(1, paid: 1, units: 1, gross: 10)],
      reported: first.reported)
    let mixed = try finding([sold] + reported.dropFirst())
    #expect(mixed.result == .notEnoughData)
    #expect(mixed.basis == "1 show, and 5 of unknown sales")
  }
}

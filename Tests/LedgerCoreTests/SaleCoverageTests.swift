import Testing

@testable import LedgerCore

/// When a show without sales sold nothing, and when that is not known.
@Suite struct SaleCoverageTests {
  private func show(
    _ key: String = "a", starts: String = "2022-01-01T18:00Z", ends: String? = "2022-01-01T19:00Z",
    creators: [Creator] = []
  ) throws -> Event {
    try Shows.show(key, starts: starts, ends: ends, creators: creators).event
  }

  private func coverage(
    _ start: String = "2022-01-01T00:00Z", _ end: String = "2022-01-02T00:00Z",
    platform: String? = nil, source: String? = nil, creator: String? = nil
  ) throws -> Coverage {
    try Coverage(
      market: Market.Code("UK"), platform: platform, source: source, creator: creator,
      startsAt: instant(start), endsAt: instant(end))
  }

  private func knowledge(
    _ show: Event, _ coverages: [Coverage], _ sources: [SourceOrders] = [], _ rule: String? = nil
  ) throws -> SalesKnowledge {
    let credit = try rule.map { text throws(LedgerError) in try CreditRule(text) }
    return SaleCoverage(coverages, sources: sources, credit: credit)
      .knowledge(of: show, in: gbp)
  }

  private let shop = SourceOrders(source: "shop", orders: 9, credited: 1)
  private let web = SourceOrders(source: "web", orders: 412, credited: 0)

  @Test func `a show of which every hour is covered sold nothing`() throws {
    #expect(try knowledge(show(), [coverage()], [shop]) == .soldNothing(gbp))
    #expect(try knowledge(show(), [], [shop]) == .unknown(.notCovered))
    let halves = try [
      coverage("2022-01-01T18:30Z", "2022-01-02T00:00Z"),
      coverage("2022-01-01T00:00Z", "2022-01-01T18:30Z"),
    ]
    #expect(try knowledge(show(), halves, [shop]) == .soldNothing(gbp))
    for half in halves { #expect(try knowledge(show(), [half], [shop]) == .unknown(.notCovered)) }
    // A show without a known end is covered if its start is.
    #expect(try knowledge(show(ends: nil), [halves[1]], [shop]) == .soldNothing(gbp))
  }

  @Test func `a coverage is of the platform and the creator that it names`() throws {
    #expect(try knowledge(show(), [coverage(platform: "tiktok")]) == .soldNothing(gbp))
    #expect(try knowledge(show(), [coverage(platform: "youtube")]) == .unknown(.notCovered))
    let amy = try show(creators: [Creator(name: "Amy", role: .host)])
    #expect(try knowledge(amy, [coverage(creator: "Amy")]) == .soldNothing(gbp))
    #expect(try knowledge(show(), [coverage(creator: "Amy")]) == .unknown(.notCovered))
  }

  @Test func `all sources that credit sales to shows have to be covered`() throws {
    let app = SourceOrders(source: "app", orders: 2, credited: 2)
    #expect(
      try knowledge(show(), [coverage(source: "shop")], [app, shop])
        == .unknown(.sourceNotCovered("app")))
    let both = try [coverage(source: "shop"), coverage(source: "app")]
    #expect(try knowledge(show(), both, [app, shop]) == .soldNothing(gbp))
    // A web shop that credits no sale has none of a show to hide.
    #expect(try knowledge(show(), [coverage(source: "shop")], [shop, web]) == .soldNothing(gbp))
    // Under a rule, each of them may be of the show.
    #expect(
      try knowledge(show(), [coverage(source: "shop")], [shop, web], "window:1h")
        == .unknown(.sourceNotCovered("web")))
  }

  @Test func `orders that are credited to no show may be those of the show`() throws {
    let gap = SalesGap.creditedToNone(source: "web", orders: 412)
    #expect(try knowledge(show(), [coverage()], [web]) == .unknown(gap))
    #expect(gap.description == "412 orders of web are credited to no show")
    #expect(try knowledge(show(), [coverage()], [web], "window:1h") == .soldNothing(gbp))
    // A rule reaches beyond the end of the show, and so has the coverage to.
    #expect(try knowledge(show(), [coverage()], [web], "window:6h") == .unknown(.notCovered))
    #expect(
      try knowledge(show(), [coverage()], [web], "window:1h,platform=youtube") == .unknown(gap))
  }

  @Test func `a period is complete if every hour and every source of it is covered`() throws {
    let day = try InstantRange(
      start: instant("2022-01-01T00:00Z"), end: instant("2022-01-02T00:00Z"))
    func isComplete(_ coverages: [Coverage], _ sources: [SourceOrders]) -> Bool {
      SaleCoverage(coverages, sources: sources).isComplete(during: day)
    }
    #expect(try isComplete([coverage()], [shop, web]))
    #expect(try isComplete([coverage(source: "shop")], [shop]))
    #expect(try isComplete([coverage(source: "shop")], []))
    #expect(try !isComplete([coverage(source: "shop")], [shop, web]))
    #expect(try !isComplete([coverage(platform: "tiktok")], [shop]))
    #expect(try !isComplete([coverage("2022-01-01T00:00:00.001Z")], [shop]))
    #expect(!isComplete([], []))
    #expect(try !SaleCoverage([coverage()], sources: []).isComplete(during: .always))
  }
}

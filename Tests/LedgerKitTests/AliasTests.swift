import LedgerCore
import LedgerKit
import Testing

/// What reports say of creators, brands and products that have several names.
@Suite struct AliasTests {
  private let book: Book
  private let draft: Entry.Draft
  private let gbp = Currency(code: "GBP", digits: 2)

  init() throws {
    book = try Book.inMemory()
    draft = try book.draft("test")
    try add("a", "2026-07-15T18:00Z", ["Mia"], brands: ["NYX"])
    try add("b", "2026-07-16T18:00Z", ["mia.glow"], brands: ["nyx"])
    try add("c", "2026-07-17T18:00Z", ["Tom", "mia.glow", "Mia"])
  }

  private func add(
    _ key: String, _ starts: String, _ creators: [String], brands: [String] = []
  ) throws {
    _ = try book.record(
      EventWords(
        key: key, market: "UK", platform: "tiktok", title: key, starts: starts, brands: brands,
        creators: creators.map { try Creator(name: $0, role: .host) }), as: draft)
  }

  private func sell(_ product: String, order: String, line: Int64 = 1) throws {
    let sale = try book.sale(
      SaleWords(
        order: order, line: line, kind: "sale", product: product, quantity: 1, amount: "10",
        currency: "GBP", at: "2026-07-15T18:30Z", event: "a"))
    _ = try book.ledger.record([sale], as: draft)
  }

  @discardableResult
  private func record(
    _ name: String, as canonical: String, _ kind: String = "creator"
  ) throws -> Int64 {
    let alias = try book.alias(kind, name, as: canonical)
    return try #require(try book.ledger.record([alias], as: draft).receipt).entry
  }

  private func groups(
    by grouping: Grouping, creators: [String] = [], brands: [String] = [], asOf: String? = nil
  ) throws -> [String] {
    var request = ReportRequest(market: "UK")
    (request.grouping, request.creators, request.brands) = (grouping, creators, brands)
    request.asOf = asOf
    let report = try #require(try book.report(request).sections.first).report
    return report.groups.map { "\($0.key.label) \($0.shows)" }.sorted()
  }

  @Test func `a report shows one name for both, as of the entry, until a void`() throws {
    let before = ["Mia 2", "Tom 1", "mia.glow 2"]
    #expect(try groups(by: .creator) == before)
    let entry = try record("mia.glow", as: "Mia")
    #expect(try groups(by: .creator) == ["Mia 3", "Tom 1"])
    #expect(try groups(by: .creator, asOf: "\(entry - 1)") == before)
    try record("nyx", as: "NYX", "brand")
    #expect(try groups(by: .brand, brands: ["nyx"]) == ["NYX 2"])
    _ = try book.ledger.void(entry, reason: "two people", as: draft)
    #expect(try groups(by: .creator) == before)
  }

  @Test(arguments: ["Mia", "mia.glow", "MIA.GLOW"])
  func `a filter finds the shows of either name`(name: String) throws {
    try record("mia.glow", as: "Mia")
    #expect(try groups(by: .creator, creators: [name]).contains("Mia 3"))
  }

  @Test func `a filter finds the name that no show names`() throws {
    try record("mia.glow", as: "Mia Glow")
    #expect(try groups(by: .creator, creators: ["mia glow"]).contains("Mia Glow 2"))
    #expect(throws: LedgerError.self) { try groups(by: .creator, creators: ["Mia G"]) }
  }

  @Test func `a creator is a member under either name`() throws {
    _ = try book.ledger.record(
      [
        Membership(
          market: Market.Code("UK"), creator: "mia.glow",
          joined: #require(CalendarDay("2026-07-01")))
      ], as: draft)
    var request = CreatorRequest(market: "UK")
    request.days = DayRange(from: "2026-07-01", to: "2026-07-31")
    #expect(try book.creators(request).strangers == ["Mia", "Tom"])
    try record("mia.glow", as: "Mia")
    let report = try book.creators(request)
    #expect(report.strangers == ["Tom"])
    #expect(report.lines.map(\.creator).sorted() == ["Mia", "Tom"])
  }

  @Test func `a coverage of a creator is of the shows of either name`() throws {
    func unknown() throws -> [Int] { try book.coverages().gaps.map(\.unknown.shows) }
    func at(_ text: String) throws -> Instant { try TimeFormat.iso8601.instant(text, zone: .utc) }
    _ = try book.ledger.record(
      [
        Coverage(
          market: Market.Code("UK"), creator: "mia.glow", startsAt: at("2026-07-01T00:00Z"),
          endsAt: at("2026-08-01T00:00Z"))
      ], as: draft)
    #expect(try unknown() == [1])
    try record("mia.glow", as: "Mia")
    #expect(try unknown() == [])
  }

  @Test func `products are added up, and an order of both counts once`() throws {
    try sell("SKU-1", order: "1", line: 1)
    try sell("Palette", order: "1", line: 2)
    try sell("SKU-1", order: "2")
    try record("SKU-1", as: "Palette", "product")
    var request = ReportRequest(market: "UK")
    request.grouping = .product
    let report = try #require(try book.report(request).sections.first).report
    #expect(report.groups.map(\.key.label) == ["Palette"])
    #expect(report.groups.map { $0.figures.figure(.orders, in: gbp)?.value } == [.count(2)])
    #expect(try book.aliases().map(\.sales) == [2])
  }

  @Test func `what is looked up by its key has the names that were recorded`() throws {
    try record("mia.glow", as: "Mia")
    _ = try book.ledger.record(
      [Setting(SettingName(recorded: "credit"), to: "window:24h")], as: draft)
    guard case .event(let record) = try book.find("c") else {
      Issue.record("no event")
      return
    }
    #expect(record.totals.event.creators.map(\.name) == ["Tom", "mia.glow", "Mia"])
  }

  @Test func `aliases are listed with what names them, also as of an entry`() throws {
    let entry = try record("mia.glow", as: "Mia")
    try record("nobody", as: "Mia")
    try record("nyx", as: "NYX", "brand")
    let listed = try book.aliases().map { "\($0.alias.name) \($0.shows ?? -1)" }
    #expect(listed == ["nyx 1", "mia.glow 2", "nobody 0"])
    #expect(try book.aliases(asOf: "\(entry)").map(\.alias.name) == ["mia.glow"])
  }

  @Test func `names that are alike are proposed for the one that more shows name`() throws {
    func proposed() throws -> [String] {
      try book.possibleAliases().map { "\($0.alias.name) = \($0.alias.canonical)" }
    }
    #expect(try proposed() == ["mia.glow = Mia"])
    try add("d", "2026-07-18T18:00Z", ["mia.glow"])
    #expect(try proposed() == ["Mia = mia.glow"])
    try record("mia.glow", as: "Mia")
    #expect(try proposed() == [])
    // The name that others stand for keeps its place.
    for day in 20...23 { try add("t\(day)", "2026-07-\(day)T18:00Z", ["Mia G"]) }
    #expect(try proposed() == ["Mia G = Mia"])
  }

  @Test func `shows of a creator with two names look like one`() throws {
    try add("e", "2026-07-15T18:00Z", ["Glow by M"])
    #expect(try book.possibleSameShows() == [])
    try record("Glow by M", as: "Mia")
    #expect(try book.possibleSameShows().map(\.other.description) == ["e"])
  }
}

import LedgerCore
import LedgerKit
import Testing

/// A rule that credits sales without a show counts wherever a show's sales do.
@Suite struct CreditEverywhereTests {
  private let book: Book

  /// One show of an hour, with an order of 100.00 that names it and one of 300.00 that names none.
  init() throws {
    book = try Book.inMemory()
    let draft = try book.draft("test")
    let amy = try Creator(name: "Amy", role: .host)
    _ = try book.record(
      EventWords(
        key: "a", market: "UK", platform: "tiktok", title: "A", starts: "2021-12-08T17:00:00Z",
        ends: "2021-12-08T18:00:00Z", creators: [amy]), as: draft)
    try sell("1", "100", event: "a")
    try sell("2", "300")
    let words = TargetWords(
      .market("UK"), metric: "gmv_per_hour", period: "2021-12", value: "400", currency: "GBP")
    _ = try book.ledger.record([book.target(words)], as: draft, onConflict: .refuse)
  }

  private func sell(_ order: String, _ amount: String, event: String? = nil) throws {
    let sale = try book.sale(
      SaleWords(
        order: order, product: "P", quantity: 1, amount: amount, currency: "GBP",
        at: "2021-12-08T17:30:00Z", event: event, market: event == nil ? "UK" : nil))
    _ = try book.ledger.record([sale], as: book.draft("test"))
  }

  private func set() throws {
    _ = try book.set("credit", to: "window:24h", as: book.draft("test"))
  }

  private func perHour(_ credit: String? = nil) throws -> Double? {
    var request = ReadinessRequest(market: "UK")
    request.credit = credit
    let findings = try book.readiness(request).findings
    return findings.first { $0.criterion.measure == .gmvPerHour }?.value
  }

  private func attainment(_ credit: String? = nil) throws -> Double? {
    var request = ReadinessRequest(market: "UK")
    request.credit = credit
    let findings = try book.readiness(request).findings
    return findings.first { $0.criterion.measure == .targetAttainment }?.value
  }

  private func gross(_ credit: String? = nil) throws -> String? {
    var request = CreatorRequest(market: "UK")
    request.credit = credit
    return try book.creators(request).lines.first?.sales.first?.gross.exactText
  }

  private var shown: Int128? {
    get throws {
      guard case .event(let record) = try book.find("a") else { return nil }
      return record.totals.sales.first?.gross
    }
  }

  @Test func `readiness and creators take a rule, as a report does`() throws {
    #expect(try perHour() == 100)
    #expect(try perHour("window:24h") == 400)
    #expect(try attainment() == 0.25)
    #expect(try attainment("window:24h") == 1)
    #expect(try gross() == "100.00")
    #expect(try gross("window:24h") == "400.00")
    #expect(throws: LedgerError.unknownName(.platform, "whatnot", near: [])) {
      try gross("window:24h,platform=whatnot")
    }
  }

  @Test func `the rule that the book keeps is used by all, unless one says none`() throws {
    #expect(try shown == 100_000_000)
    try set()
    #expect(try perHour() == 400)
    #expect(try attainment() == 1)
    #expect(try gross() == "400.00")
    #expect(try shown == 400_000_000)
    #expect(book.usedSettings.map(\.setting.name) == [.credit])
    #expect(try perHour("none") == 100)
    #expect(try gross("none") == "100.00")
  }

  @Test func `the page of a report judges by the report's own rule`() throws {
    try set()
    func perHour(_ credit: String?) throws -> (report: Double?, readiness: Double?) {
      var request = ReportRequest(market: "UK")
      request.credit = credit
      let section = try #require(book.report(request, isIllustrated: true).sections.first)
      let findings = section.illustration?.readiness.findings ?? []
      return (
        section.report.figures[.gmvPerHour].first?.number,
        findings.first { $0.criterion.measure == .gmvPerHour }?.value
      )
    }
    #expect(try perHour(nil) == (400, 400))
    #expect(try perHour("none") == (100, 100))
  }

  @Test func `drift follows sales without a show by the rule of each entry`() throws {
    func gross() throws -> [Int64: Double] {
      let steps = try book.drift(of: "a", metrics: ["gmv_gross"]).steps
      return Dictionary(
        uniqueKeysWithValues: steps.map { ($0.entry.number, $0.value?.number ?? 0) })
    }
    #expect(try gross() == [2: 100])
    try set()
    try sell("3", "50")
    #expect(try gross() == [2: 100, 5: 400, 6: 450])
    _ = try book.unset("credit", as: book.draft("test"))
    #expect(try gross() == [2: 100, 5: 400, 6: 450, 7: 100])
  }
}

extension Figure.Value {
  fileprivate var number: Double? {
    guard case .money(let money) = self else { return nil }
    return Double(money.micros) / 1_000_000
  }
}

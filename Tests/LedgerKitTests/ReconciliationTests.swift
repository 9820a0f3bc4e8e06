import LedgerCore
import LedgerKit
import Testing

/// What a platform reports beside the order lines of a show, and the kinds of difference.
@Suite struct ReconciliationTests {
  private let book: Book
  private let draft: Entry.Draft

  /// A show from 18:00 to 19:00, of which 100.00 was reported at noon of the next day.
  init() throws {
    book = try Book.inMemory()
    draft = try book.draft("test")
    _ = try book.record(
      EventWords(
        key: "show", market: "UK", platform: "tiktok", title: "Show", starts: "2026-07-15T18:00Z",
        ends: "2026-07-15T19:00Z"), as: draft)
    try report("100.00")
  }

  private func report(
    _ amount: Int128, _ currency: Currency = Currency(code: "GBP", digits: 2),
    _ measure: Measure = .gmvAttributed, at: String = "2026-07-16T12:00Z"
  ) throws {
    _ = try book.ledger.record(
      [
        ReportedTotal(
          event: EventKey("show"), measure: measure, source: "export",
          observedAt: TimeFormat.iso8601.instant(at, zone: .utc),
          amount: .money(Money(micros: amount, currency: currency)))
      ], as: draft)
  }

  private func report(_ amount: String) throws {
    try report(try NumberFormat.plain.decimal(amount).micros)
  }

  /// A show of one order in it and two after it, an hour and three hours; 1 hour later on each day.
  private func addShow(_ day: Int, reporting amount: String) throws {
    let (date, key) = ("2026-07-\(day)", "show-\(day)")
    _ = try book.record(
      EventWords(
        key: key, market: "UK", platform: "tiktok", title: "Show", starts: "\(date)T18:00Z",
        ends: "\(date)T19:00Z"), as: draft)
    for (place, hour) in ["18:30", "19:50", "21:50"].enumerated() {
      let sale = try book.sale(
        SaleWords(
          order: "\(key)-\(place)", product: "X", quantity: 1, amount: "10.00", currency: "GBP",
          at: "\(date)T\(hour)Z", event: key))
      _ = try book.ledger.record([sale], as: draft)
    }
    _ = try book.ledger.record(
      [
        ReportedTotal(
          event: EventKey(key), measure: .gmvAttributed, source: "export",
          observedAt: TimeFormat.iso8601.instant("2026-07-30T12:00Z", zone: .utc),
          amount: .money(
            Money(
              micros: try NumberFormat.plain.decimal(amount).micros,
              currency: Currency(code: "GBP", digits: 2))))
      ], as: draft)
  }

  private func sell(
    _ amount: String, order: String, at: String = "2026-07-15T18:30Z", kind: String = "sale",
    isCredited: Bool = true, currency: String = "GBP"
  ) throws {
    let sale = try book.sale(
      SaleWords(
        order: order, kind: kind, product: "X", quantity: kind == "sale" ? 1 : -1, amount: amount,
        currency: currency, at: at, event: isCredited ? "show" : nil,
        market: isCredited ? nil : "UK"))
    _ = try book.ledger.record([sale], as: draft)
  }

  /// The parts of the difference, and the rest.
  private func difference(window: String = "0m", tolerance: String = "0") throws -> [String] {
    let found = try book.reconciliation(of: "UK", window: window, tolerance: tolerance)
    return found.lines.flatMap { line in
      line.parts.map { "\($0.kind.rawValue) \($0.amount.exactText)" }
        + ["unexplained \(line.unexplained?.exactText ?? "–")"]
    }
  }

  @Test func `order lines that come to what is reported differ by nothing`() throws {
    try sell("60.00", order: "1")
    try sell("40.00", order: "2", at: "2026-07-16T09:00Z")
    #expect(try difference() == ["unexplained 0.00"])
  }

  @Test func `lines sold after the report was made are no part of it`() throws {
    try sell("100.00", order: "1")
    try sell("5.00", order: "2", at: "2026-07-16T13:00Z")
    #expect(try difference() == ["sold_later -5.00", "unexplained 0.00"])
  }

  @Test func `a platform that leaves cancelled lines out is told by their amount`() throws {
    try sell("100.00", order: "1")
    try sell("7.50", order: "2")
    try sell("-7.50", order: "2", at: "2026-07-15T21:00Z", kind: "cancellation")
    #expect(try difference() == ["cancelled -7.50", "unexplained 0.00"])
  }

  @Test func `two kinds at once are named, also on one order`() throws {
    try sell("103.00", order: "1")
    try sell("-3.00", order: "1", at: "2026-07-17T09:00Z", kind: "refund")
    try sell("9.00", order: "2", at: "2026-07-16T15:00Z")
    #expect(
      try difference() == ["sold_later -9.00", "refunded -3.00", "unexplained 0.00"])
  }

  @Test func `orders of no show in its time, or in the window after it, may be what is missing`()
    throws
  {
    try sell("80.00", order: "1")
    try sell("15.00", order: "2", at: "2026-07-15T18:50Z", isCredited: false)
    try sell("5.00", order: "3", at: "2026-07-15T22:00Z", isCredited: false)
    #expect(try difference() == ["unexplained 20.00"])
    #expect(try difference(window: "4h") == ["not_credited 20.00", "unexplained 0.00"])
  }

  @Test func `a platform with a shorter window is told by the lines that were sold after it`()
    throws
  {
    try sell("60.00", order: "1")
    try sell("40.00", order: "2", at: "2026-07-15T20:10Z")
    try sell("15.00", order: "3", at: "2026-07-15T21:00Z")
    try sell("12.00", order: "4", at: "2026-07-16T08:00Z")
    #expect(try difference() == ["other_window -27.00", "unexplained 0.00"])
    let until = try book.reconciliation(of: "UK").lines.map(\.creditedUntil?.description)
    #expect(until == ["2026-07-15T21:00:00Z"])
    try sell("3.00", order: "5")
    #expect(try difference() == ["unexplained -30.00"])
    try sell("-3.00", order: "5", at: "2026-07-15T19:30Z", kind: "cancellation")
    #expect(try difference() == ["other_window -27.00", "cancelled -3.00", "unexplained 0.00"])
  }

  @Test func `one window explains all shows of a source, and none is guessed for each`() throws {
    try sell("100.00", order: "1")
    try addShow(20, reporting: "20.00")
    try addShow(21, reporting: "20.00")
    let shorter = ["other_window -10.00", "unexplained 0.00"]
    #expect(try difference() == ["unexplained 0.00"] + shorter + shorter)
    // A third show, of which some late orders come to the difference as well: no window of two hours.
    try addShow(22, reporting: "10.00")
    #expect(
      try difference() == ["unexplained 0.00"] + shorter + shorter + ["unexplained -20.00"])
  }

  @Test func `two windows of one show each explain nothing`() throws {
    try sell("100.00", order: "1")
    try addShow(20, reporting: "20.00")
    try addShow(21, reporting: "10.00")
    #expect(
      try difference() == ["unexplained 0.00", "unexplained -10.00", "unexplained -20.00"])
  }

  @Test func `a window is not guessed beside what the book credits to no show`() throws {
    try sell("90.00", order: "1")
    try sell("10.00", order: "2", at: "2026-07-15T20:10Z")
    try sell("30.00", order: "3", at: "2026-07-15T18:50Z", isCredited: false)
    try report(120_000_000, at: "2026-07-17T12:00Z")
    let found = try book.reconciliation(of: "UK").lines.first
    #expect(found?.parts == [])
    #expect(found?.unexplained?.exactText == "20.00")
  }

  @Test func `what is taken out stays unexplained, but for a tolerance`() throws {
    try sell("99.99", order: "1")
    #expect(try difference() == ["unexplained 0.01"])
    #expect(try difference(tolerance: "0.01") == ["rounding 0.01", "unexplained 0.00"])
    let found = try book.reconciliation(of: "UK")
    #expect(found.sums.map(\.unexplained.exactText) == ["0.01"])
    #expect(found.sums.map(\.shows) == [1])
    #expect(throws: LedgerError.self) { try book.reconciliation(of: "UK", tolerance: "-1") }
  }

  @Test func `lines of another currency are not compared, nor is what is no value of goods`()
    throws
  {
    try sell("100.00", order: "1", currency: "EUR")
    try report(5_000_000, measure: .adsCost)
    let lines = try book.reconciliation(of: "UK").lines
    #expect(lines.map(\.otherCurrencies) == [[Currency(code: "EUR", digits: 2)]])
    #expect(lines.map(\.difference) == [nil])
  }

  private func report(_ amount: Int128, measure: Measure) throws {
    try report(amount, Currency(code: "GBP", digits: 2), measure)
  }

  @Test func `credits and events that are one show count before they are compared`() throws {
    try sell("100.00", order: "1", isCredited: false)
    #expect(try difference() == ["unexplained –"])
    let credit = try book.credit(CreditWords(order: "1", event: "show"))
    _ = try book.ledger.record([credit], as: draft)
    #expect(try difference() == ["unexplained 0.00"])
  }
}

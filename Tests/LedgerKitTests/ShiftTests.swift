import LedgerCore
import LedgerKit
import Testing

/// Marks in words, and what of a show falls into the shifts of its hosts.
@Suite struct ShiftTests {
  private let book: Book

  init() throws {
    book = try Book.inMemory()
    try add("late", "2026-03-05T21:00Z", ends: "2026-03-06T01:00Z")
    try add("open", "2026-07-05T19:00Z", ends: nil)
  }

  private func add(_ key: String, _ starts: String, ends: String?) throws {
    _ = try book.record(
      EventWords(
        key: key, market: "UK", platform: "tiktok", title: key, starts: starts, ends: ends),
      as: book.draft("test"))
  }

  private func read(_ event: String, _ at: String) throws -> String {
    try book.mark(MarkWords(event: event, at: at, text: "x")).mark.startsAt.description
  }

  private func host(
    _ name: String, _ at: String, until: String? = nil, of event: String = "late"
  ) throws {
    let mark = try book.mark(
      MarkWords(event: event, at: at, until: until, kind: "host", creator: name)
    ).mark
    #expect(try book.ledger.record([mark], as: book.draft("test")).outcomes == [.recorded])
  }

  private func sell(
    _ order: String, _ at: String, _ kind: String = "sale", amount: String = "10",
    line: Int64 = 1, event: String? = "late"
  ) throws {
    let sale = try book.sale(
      SaleWords(
        source: "shop", order: order, line: line, kind: kind, product: "p",
        quantity: kind == "sale" ? 1 : -1, amount: amount, currency: "GBP", at: at, event: event,
        market: event == nil ? "UK" : nil))
    #expect(try book.ledger.record([sale], as: book.draft("test")).outcomes == [.recorded])
  }

  private func shown(_ shifts: [Shift]) -> [String] {
    shifts.map { shift in
      let sales = shift.sales.map { sales in
        sales.map { "\($0.orders) \($0.gross.exactText) \($0.returned.exactText)" }
          .joined(separator: ", ")
      }
      let minutes = shift.length.map { "\($0 / 60_000)" }
      return [shift.creator, minutes, shift.endedBy?.rawValue, sales]
        .map { $0 ?? "–" }.joined(separator: " | ")
    }
  }

  @Test func `a time of day is the one in the show, by the market's clocks`() throws {
    #expect(try read("late", "21:30") == "2026-03-05T21:30:00Z")
    #expect(try read("late", "0:30") == "2026-03-06T00:30:00Z")
    #expect(try read("late", "20:45:30") == "2026-03-05T20:45:30Z")
    #expect(try read("open", "20:15") == "2026-07-05T19:15:00Z")
    #expect(try read("open", "00:15") == "2026-07-05T23:15:00Z")
    #expect(try read("open", "2026-07-05T20:15") == "2026-07-05T19:15:00Z")
    for text in ["24:00", "20:60", "8", "20.15", "20:5"] {
      #expect(throws: LedgerError.self, "\(text)") { try read("late", text) }
    }
  }

  @Test func `a mark of no kind, a shift of nobody and an end before the start are refused`()
    throws
  {
    for words in [
      MarkWords(event: "late", at: "21:30", kind: "hots", creator: "Ana"),
      MarkWords(event: "late", at: "21:30", kind: "host", text: "somebody"),
      MarkWords(event: "late", at: "21:30"),
      MarkWords(event: "late", at: "21:30", until: "21:15", text: "x"),
      MarkWords(event: "nowhere", at: "21:30", text: "x"),
    ] {
      #expect(throws: LedgerError.self) { try book.mark(words) }
    }
  }

  @Test func `each line that the show sold is in the shift of its time, with what came back`()
    throws
  {
    try host("Ana", "21:00")
    try host("Ben", "22:30")
    try sell("1", "2026-03-05T21:10Z")
    try sell("1", "2026-03-05T21:10Z", amount: "5", line: 2)
    try sell("1", "2026-03-09T09:00Z", "refund", amount: "-4", line: 2, event: nil)
    try sell("2", "2026-03-05T22:30Z", amount: "7")
    try sell("3", "2026-03-06T09:00Z", amount: "3")
    try sell("4", "2026-03-05T21:20Z", amount: "99", event: nil)
    #expect(
      shown(try book.shifts(of: "late")) == [
        "Ana | 90 | next host | 1 15.00 4.00", "Ben | 150 | show | 1 7.00 0.00",
        "– | – | – | 1 3.00 0.00",
      ])
    #expect(try book.shifts(in: "UK").count == 3)
  }

  @Test func `shifts that overlap say so, and what is not known is null`() throws {
    try host("Ana", "21:00", until: "22:00")
    try host("Ben", "21:30", until: "22:30")
    try host("Cat", "20:30", of: "open")
    let shifts = try book.shifts(in: "UK")
    #expect(shifts.map(\.sharedWith) == [["Ben"], ["Ana"], []])
    #expect(
      shown(shifts) == [
        "Ana | 60 | stated | –", "Ben | 60 | stated | –", "Cat | – | – | –",
      ])
  }

  @Test func `viewers are those of the shift's part of the curve, cut at its ends`() throws {
    try host("Ana", "21:00", until: "21:03")
    for (at, count) in [("21:00", 0), ("21:02", 200), ("21:04", 400)] {
      let count = try book.audienceCount(
        AudienceWords(event: "late", metric: "concurrent", at: at, count: Int64(count)))
      _ = try book.ledger.record([count], as: book.draft("test"))
    }
    let shift = try #require(try book.shifts(of: "late").first)
    #expect(shift.peak == 200)
    #expect(shift.average?.text() == "150")
  }

  @Test func `two exports of a running show tell what was added between them`() throws {
    try host("Ana", "21:00")
    try host("Ben", "22:00")
    let gbp = try book.ledger.reference().currency("GBP")
    for (at, amount) in [("2026-03-05T22:00Z", 100), ("2026-03-05T23:00Z", 250)] {
      let total = try ReportedTotal(
        event: EventKey("late"), measure: .gmvGross, source: "tiktok",
        observedAt: #require(try? TimeFormat.iso8601.instant(at, zone: nil)),
        amount: .money(Money(micros: Int128(amount) * 1_000_000, currency: gbp)))
      _ = try book.ledger.record([total], as: book.draft("test"))
    }
    let parts = try book.reportedParts(of: "late")
    #expect(parts.map(\.micros) == [150_000_000])
    #expect(parts.map(\.hosts) == [["Ben"]])
  }
}

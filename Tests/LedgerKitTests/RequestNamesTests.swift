import LedgerCore
import LedgerKit
import Testing

/// What a request may name, and how it may be written.
@Suite struct RequestNamesTests {
  private func markets(_ list: String) throws -> [String] {
    let report = try Book.inMemory().report(ReportRequest(market: list))
    return report.sections.map { $0.report.market.code.description }
  }

  @Test(
    arguments: [
      ("UK,GB,uk", ["UK"]), (" UK , United Kingdom", ["UK"]), ("DE, uk,de", ["DE", "UK"]),
      ("Korea, Republic of", ["KR"]),
    ] as [(String, [String])])
  func `a market that is listed twice is one market, and spaces around it are none of its name`(
    list: String, codes: [String]
  ) throws {
    #expect(try markets(list) == codes)
  }

  @Test(arguments: ["UK,,DE", "UK,", ""])
  func `a list with an empty place is refused`(list: String) {
    #expect(throws: LedgerError.unknownMarket("", near: [])) { try markets(list) }
  }

  @Test func `spaces around the names of a filter are none of theirs`() throws {
    let book = try Book.inMemory()
    var show = EventWords(
      market: "UK", platform: "tiktok", title: "A", starts: "2021-12-08T17:00:00Z")
    show.key = "a"
    show.brands = ["NYX"]
    _ = try book.record(show, as: book.draft("test"))
    var request = ReportRequest(market: "UK")
    request.platforms = [" TikTok"]
    request.brands = ["nyx "]
    request.events = [" a "]
    request.currency = " gbp"
    #expect(try book.report(request).sections.first?.report.lines.count == 1)
  }

  @Test func `who has joined a programme exists, before and without a show`() throws {
    let book = try Book.inMemory()
    let day = try #require(CalendarDay("2021-12-01"))
    let uk = try book.ledger.reference().market("UK").code
    _ = try book.ledger.record(
      [try Membership(market: uk, creator: "Amy", platform: "whatnot", joined: day)],
      as: book.draft("test"))
    var request = ReportRequest(market: "UK")
    request.creators = ["amy"]
    request.platforms = ["whatnot"]
    #expect(try book.report(request).sections.first?.report.lines.isEmpty == true)
    request.asOf = "0"
    let later = #expect(throws: LedgerError.self) { try book.report(request) }
    #expect(later == .recordedLater(field: "platform", name: "whatnot", entry: 0))
    request.asOf = nil
    request.creators = ["ami"]
    let near = #expect(throws: LedgerError.self) { try book.report(request) }
    #expect(near == .unknownName(.creator, "ami", near: ["Amy"]))
  }
}

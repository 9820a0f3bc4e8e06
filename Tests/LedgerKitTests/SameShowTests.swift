import LedgerCore
import LedgerKit
import Testing

/// Which pairs of shows look like one that was recorded twice.
@Suite struct SameShowTests {
  private let book: Book

  init() throws { book = try Book.inMemory() }

  private func add(
    _ key: String, _ starts: String, creators: [String] = [], title: String = "Show",
    market: String = "UK", platform: String = "tiktok", ends: String? = nil
  ) throws {
    _ = try book.record(
      EventWords(
        key: key, market: market, platform: platform, title: title, starts: starts, ends: ends,
        creators: creators.map { try Creator(name: $0, role: .host) }), as: book.draft("test"))
  }

  private func pairs() throws -> [String] {
    try book.possibleSameShows().map { "\($0.event) \($0.other)" }
  }

  @Test func `shows that begin within a quarter of an hour look like one`() throws {
    try add("a", "2026-07-15T18:00Z", creators: ["Mia"])
    try add("b", "2026-07-15T18:15Z", creators: ["mia.glow"], title: "Another")
    #expect(try pairs() == ["a b"])
    try add("c", "2026-07-16T18:00Z", title: "One")
    try add("d", "2026-07-16T18:15:01Z", title: "Two")
    #expect(try pairs() == ["a b"])
  }

  @Test(arguments: [("DE", "tiktok", "Mia"), ("UK", "youtube", "Mia"), ("UK", "tiktok", "Tom")])
  func `those of another market, platform or creator do not`(
    market: String, platform: String, creator: String
  ) throws {
    try add("a", "2026-07-15T18:00Z", creators: ["Mia"], title: "Glow")
    try add(
      "b", "2026-07-15T18:00Z", creators: [creator], title: "Deals", market: market,
      platform: platform)
    #expect(try pairs() == [])
  }

  @Test func `shows of one creator that overlap look like one`() throws {
    try add(
      "a", "2026-07-15T18:00Z", creators: ["Mia"], title: "Glow", ends: "2026-07-15T20:00Z")
    try add("b", "2026-07-15T19:00Z", creators: ["Mia"], title: "Late")
    try add("c", "2026-07-15T20:00Z", creators: ["Mia"], title: "After")
    #expect(try pairs() == ["a b"])
  }

  @Test func `the one with more figures is listed, and a recorded pair is proposed no more`() throws
  {
    try add("sheet", "2026-07-15T18:00Z")
    try add("export", "2026-07-15T18:01Z")
    let at = try TimeFormat.iso8601.instant("2026-07-15T20:00Z", zone: .utc)
    _ = try book.ledger.record(
      AudienceBatch([
        AudienceCount(event: EventKey("export"), metric: .views, at: at, count: 9)
      ]), as: book.draft("test"), onConflict: .refuse)
    #expect(try pairs() == ["export sheet"])
    _ = try book.ledger.record(book.possibleSameShows(), as: book.draft("test"))
    #expect(try pairs() == [])
  }

  @Test func `a show is in one pair, with the nearest`() throws {
    try add("a", "2026-07-15T18:00Z")
    try add("b", "2026-07-15T18:10Z")
    try add("c", "2026-07-15T18:02Z")
    #expect(try pairs() == ["a c"])
  }
}

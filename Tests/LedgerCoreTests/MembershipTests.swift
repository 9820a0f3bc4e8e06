import LedgerCore
import Testing

/// Whose membership ends.
@Suite struct MembershipTests {
  private let uk = Market.Code("UK")

  private func membership(
    _ creator: String, on platform: String? = nil, from joined: String, to left: String? = nil
  ) throws -> Membership {
    try Membership(
      market: uk, creator: creator, platform: platform, joined: day(joined), left: left.map(day))
  }

  private func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

  private func current(
    of creator: String, on platform: String? = nil, by last: String, among all: [Membership]
  ) throws -> Membership {
    try Membership.current(of: creator, on: platform, by: day(last), in: uk, among: all)
  }

  @Test func `the membership that has not ended goes before one that has`() throws {
    let open = try membership("Amy", from: "2021-12-01")
    let ended = try membership("Amy", on: "tiktok", from: "2022-01-01", to: "2022-02-01")
    #expect(try current(of: "Amy", by: "2022-03-01", among: [open, ended]) == open)
    #expect(try current(of: "Amy", on: "TikTok", by: "2022-03-01", among: [open, ended]) == ended)
  }

  @Test func `of several that have not ended, a platform has to say which`() throws {
    let all = [
      try membership("Amy", on: "tiktok", from: "2021-12-01"),
      try membership("Amy", from: "2021-12-02"),
    ]
    #expect(throws: LedgerError.severalMemberships("Amy", platforms: ["tiktok", "none"])) {
      try current(of: "Amy", by: "2022-03-01", among: all)
    }
    #expect(try current(of: "Amy", by: "2021-12-01", among: all) == all[0])
  }

  @Test func `a creator who has not joined by the day is refused, with names that look alike`()
    throws
  {
    let all = [try membership("Amy", from: "2021-12-01")]
    #expect(
      throws: LedgerError.unknownMember(
        "Army", market: "UK", by: try day("2022-03-01"), near: ["Amy"])
    ) { try current(of: "Army", by: "2022-03-01", among: all) }
    #expect(
      throws: LedgerError.unknownMember("Amy", market: "UK", by: try day("2021-11-30"), near: [])
    ) { try current(of: "Amy", by: "2021-11-30", among: all) }
  }
}

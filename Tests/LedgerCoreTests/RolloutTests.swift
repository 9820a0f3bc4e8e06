import LedgerCore
import Testing

@Suite struct RolloutTests {
  private func claim(
    _ key: String, _ stage: Claim.Stage?, _ effective: String? = nil,
    reported: String = "2022-07-05", market: String? = "DE", platform: String? = "tiktok",
    disputes: String? = nil
  ) throws -> Claim {
    try Claim(
      key: ClaimKey(key), market: market.map(Market.Code.init), platform: platform, stage: stage,
      effective: effective.map { text throws(LedgerError) in try checkedDate(text, field: "x") },
      reported: checkedDate(reported, field: "x"), source: "s",
      disputes: disputes.map { text throws(LedgerError) in try ClaimKey(text) })
  }

  private func conflicts(_ claims: Claim...) -> [String] {
    Rollout(claims).conflicts.map { "\($0.claim.key) \($0.reason.rawValue) \($0.other.key)" }
  }

  // MARK: A claim

  @Test func `a claim without a key is named by what it says`() throws {
    let date = try checkedDate("2022-07", field: "x")
    let claim = try Claim(
      market: Market.Code("DE"), platform: "TikTok", stage: .planned, reported: date,
      source: "L'Été & Co.")
    #expect(claim.key.description == "de-tiktok-planned-2022-07-l-ete-co")
    #expect(claim.platform == "tiktok")
    let denial = try Claim(
      market: nil, platform: "tiktok", stage: nil, reported: date, source: "X",
      disputes: claim.key)
    #expect(denial.key.description == "tiktok-dispute-2022-07-x")
  }

  @Test func `a claim that is about nothing, says nothing or disputes itself is refused`() throws {
    #expect(throws: LedgerError.self) { try claim("a", .live, market: nil, platform: nil) }
    #expect(throws: LedgerError.self) { try claim("a", nil) }
    #expect(throws: LedgerError.self) { try claim("a", .live, disputes: "a") }
    #expect(throws: LedgerError.self) { try claim("a", nil, "2022", disputes: "b") }
    #expect(throws: LedgerError.self) { try claim("a b", .live) }
    #expect(throws: LedgerError.self) { try Claim.Stage(name: "planed") }
    let date = try checkedDate("2022", field: "x")
    for url in ["ft.com", "https://a b", "javascript:x", ""] {
      #expect(throws: LedgerError.self) {
        try Claim(
          market: Market.Code("DE"), stage: .live, reported: date, source: "s", url: url)
      }
    }
  }

  // MARK: What was known

  @Test func `the latest of each market and platform is the one that was reported last`() throws {
    let claims = [
      try claim("uk", .live, reported: "2021", market: "UK"),
      try claim("plan", .planned), try claim("gone", .dropped),
      try claim("no-platform", .live, platform: nil),
      try claim("denial", nil, reported: "2022-07-06", disputes: "gone"),
    ]
    let rollout = Rollout(claims)
    #expect(rollout.latest.map(\.claim.key.description) == ["no-platform", "gone", "uk"])
    #expect(rollout.latest.map { $0.disputedBy.map(\.key.description) } == [[], ["denial"], []])
    #expect(rollout.history.map(\.claim) == claims)
  }

  @Test func `by a date, only what had certainly been reported counts`() throws {
    let claims = [
      try claim("day", .planned, reported: "2022-07-05"),
      try claim("denial", nil, reported: "2022-07-06", disputes: "day"),
      try claim("month", .live, reported: "2022-08"),
    ]
    func latest(_ date: String) throws -> [Rollout.Line] {
      Rollout(claims, reportedBy: try checkedDate(date, field: "x")).latest
    }
    #expect(try latest("2022-07-04").isEmpty)
    #expect(try latest("2022-07-05").map(\.claim.key.description) == ["day"])
    #expect(try latest("2022-07-05").first?.disputedBy == [])
    #expect(try latest("2022-08-30").first?.disputedBy == [claims[1]])
    #expect(try latest("2022-08").map(\.claim.key.description) == ["month"])
  }

  // MARK: What contradicts what

  @Test func `a dispute is a conflict, and is listed once`() throws {
    #expect(
      conflicts(
        try claim("a", .live, "2022-07"), try claim("b", .withdrawn, "2022-07", disputes: "a"),
        try claim("c", nil, market: "UK", disputes: "a")) == ["a disputed b", "a disputed c"])
    #expect(conflicts(try claim("b", nil, disputes: "gone")) == [])
  }

  @Test(
    arguments: [
      (.live, .withdrawn), (.live, .paused), (.live, .dropped), (.piloting, .dropped),
      (.piloting, .withdrawn), (.paused, .live),
    ] as [(Claim.Stage, Claim.Stage)])
  func `stages that exclude one another conflict where their dates overlap`(
    one: Claim.Stage, two: Claim.Stage
  ) throws {
    let half = try claim("a", one, "2022-H1")
    #expect(conflicts(half, try claim("b", two, "2022-05")) == ["a stages b"])
    #expect(
      conflicts(try claim("b", two, "2022-05"), half) == ["b stages a"])
    #expect(conflicts(half, try claim("b", two, "2022-07")) == [])
    // Without a date, a stage holds from the report on.
    #expect(conflicts(half, try claim("b", two, reported: "2022-06-01")) == ["a stages b"])
    #expect(conflicts(half, try claim("b", two, reported: "2022-07-05")) == [])
    #expect(conflicts(half, try claim("b", two, "2022-05", market: "UK")) == [])
    #expect(conflicts(half, try claim("b", two, "2022-05", platform: nil)) == [])
  }

  @Test(
    arguments: [
      (.planned, .live), (.piloting, .live), (.planned, .withdrawn), (.rumoured, .announced),
      (.paused, .withdrawn), (.planned, .planned), (.announced, .paused), (.planned, .dropped),
    ] as [(Claim.Stage, Claim.Stage)])
  func `stages that may follow on one another within a date do not conflict`(
    one: Claim.Stage, two: Claim.Stage
  ) throws {
    #expect(conflicts(try claim("a", one, "2022"), try claim("b", two, "2022-05")) == [])
  }

  @Test func `one beginning with two dates is a conflict, unless it ended in between`() throws {
    let april = try claim("april", .piloting, "2021-04")
    let october = try claim("october", .piloting, "2021-10")
    #expect(conflicts(april, october) == ["april dates october"])
    #expect(conflicts(april, try claim("half", .piloting, "2021-H1")) == [])
    #expect(conflicts(april, october, try claim("end", .withdrawn, "2021-07")) == [])
    #expect(
      conflicts(april, october, try claim("end", .withdrawn, "2021-11")) == [
        "april dates october"
      ])
    // That it still runs is no date of a beginning; and plans are put off.
    #expect(conflicts(april, try claim("still", .piloting)) == [])
    #expect(
      conflicts(try claim("a", .planned, "2022-H1"), try claim("b", .planned, "2022-H2")) == [])
  }
}

import LedgerCore
import SQLite
import Testing

@testable import SQLiteStorage

func membership(
  _ creator: String = "Amy", joined: String = "2021-12-01", left: String? = nil,
  reason: String? = nil, platform: String? = nil, in market: Market.Code = uk
) throws -> Membership {
  try Membership(
    market: market, creator: creator, platform: platform, joined: #require(CalendarDay(joined)),
    left: left.map { try #require(CalendarDay($0)) }, reason: reason)
}

/// What every storage promises of memberships.
@Suite struct ContractMembershipTests {
  private func record(
    _ memberships: Membership..., in ledger: any Ledger
  ) throws -> [Outcome<Membership>] {
    try ledger.record(memberships, as: draft()).outcomes
  }

  private func memberships(
    _ ledger: any Ledger, asOf entry: Int64? = nil
  ) throws -> [Membership] { try ledger.memberships(in: uk, asOf: entry) }

  @Test(arguments: Backend.allCases)
  func `a membership is recorded once, and its end is added later`(backend: Backend) throws {
    let ledger = try backend.open()
    let (joined, left) = (try membership(), try membership(left: "2022-03-01", reason: "sales"))
    #expect(try record(joined, joined, in: ledger) == [.recorded, .alreadyRecorded])
    #expect(try ledger.entries(limit: 1).first?.counts == Entry.Counts(.memberships, 1))
    #expect(try record(left, joined, in: ledger) == [.recorded, .alreadyRecorded])
    #expect(try memberships(ledger) == [left])
    #expect(try memberships(ledger, asOf: 1) == [joined])
    // An end that says less is no other one, one that says something else is.
    #expect(
      try record(left, membership(left: "2022-03-01"), joined, in: ledger)
        == [.alreadyRecorded, .alreadyRecorded, .alreadyRecorded])
    #expect(
      try record(
        membership(left: "2022-04-01", reason: "sales"),
        membership(left: "2022-03-01", reason: "x"), in: ledger)
        == [.conflicting(recorded: left), .conflicting(recorded: left)])
    #expect(try memberships(ledger).count == 1)
  }

  @Test(arguments: Backend.allCases)
  func `who has left may join again, and nobody joins twice at once`(backend: Backend) throws {
    let ledger = try backend.open()
    let first = try membership(left: "2022-03-01")
    _ = try record(first, in: ledger)
    let refused = try record(
      membership(joined: "2022-02-28"), membership(joined: "2021-11-01"),
      membership(joined: "2021-11-01", left: "2021-12-02"), in: ledger)
    #expect(refused.count == 3)
    for outcome in refused {
      guard case .refused(.alreadyMember) = outcome else {
        Issue.record("\(outcome)")
        continue
      }
    }
    let again = try membership(joined: "2022-03-01")
    let before = try membership(joined: "2021-11-01", left: "2021-12-01")
    #expect(try record(again, before, in: ledger) == [.recorded, .recorded])
    #expect(try memberships(ledger) == [before, first, again])
    #expect(
      try record(
        membership(joined: "2022-03-01", platform: "TikTok"), membership("amy"),
        membership(in: germany), membership(in: Market.Code("ZZ")), in: ledger)
        == [.recorded, .recorded, .recorded, .refused(.unknownMarket("ZZ", near: []))])
  }

  @Test(arguments: Backend.allCases)
  func `one file may say that somebody left and joined again, in any order`(
    backend: Backend
  ) throws {
    let ledger = try backend.open()
    _ = try record(membership(), in: ledger)
    #expect(
      try record(
        membership(joined: "2022-05-01"), membership(left: "2022-03-01"), in: ledger)
        == [.recorded, .recorded])
    #expect(try memberships(ledger).map(\.left?.description) == ["2022-03-01", nil])
    // Both in one batch are one fact.
    let both = try [membership("Bob"), membership("Bob", left: "2022-03-01")]
    #expect(try ledger.record(both, as: draft()).outcomes == [.recorded, .recorded])
    #expect(try ledger.entries(limit: 1).first?.counts == Entry.Counts(.memberships, 1))
  }

  @Test(arguments: Backend.allCases)
  func `a voided end is gone, and a beginning stays until its end is voided`(
    backend: Backend
  ) throws {
    let ledger = try backend.open()
    let (joined, left) = (try membership(), try membership(left: "2022-03-01"))
    _ = try record(joined, in: ledger)
    _ = try record(left, in: ledger)
    #expect(throws: LedgerError.self) { try ledger.void(1, reason: "wrong", as: draft()) }
    #expect(
      try ledger.void(2, reason: "wrong", as: draft()).counts == Entry.Counts(.memberships, 1))
    #expect(try memberships(ledger) == [joined])
    #expect(try memberships(ledger, asOf: 2) == [left])
    #expect(try record(membership(left: "2022-04-01"), in: ledger) == [.recorded])
    _ = try ledger.void(4, reason: "wrong", as: draft())
    _ = try ledger.void(1, reason: "wrong", as: draft())
    #expect(try memberships(ledger).isEmpty)
  }

  @Test func `a membership is checked`() {
    #expect(throws: LedgerError.self) { try membership(left: "2021-11-30") }
    #expect(throws: LedgerError.self) { try membership(reason: "sales") }
    #expect(throws: LedgerError.self) { try membership("") }
    #expect(throws: LedgerError.self) { try membership(left: "2022-01-01", reason: " ") }
    #expect(throws: Never.self) { try membership(left: "2021-12-01") }
  }

  @Test func `an ended membership is not replaced by other SQL`() throws {
    let ledger = try SQLiteLedger.inMemory()
    _ = try ledger.record([membership(left: "2022-03-01")], as: draft())
    let error = ledger.connection.error(
      of: """
        INSERT INTO membership (market, creator, platform, joined_on, entry, left_on)
        SELECT market, creator, platform, joined_on, 2, left_on + 1 FROM membership
        """)
    #expect(error?.message == "a membership is never replaced: only its end is added")
  }

  @Test func `the view shows the current state of each membership`() throws {
    let ledger = try SQLiteLedger.inMemory()
    _ = try ledger.record([membership(), membership("Bob", platform: "TikTok")], as: draft())
    _ = try ledger.record([membership(left: "2022-03-01", reason: "sales")], as: draft())
    let rows = try ledger.connection.texts(
      """
      SELECT market || ' ' || creator || ' ' || ifnull(platform, '-') || ' ' || joined_on || ' '
        || ifnull(left_on, '-') || ' ' || ifnull(reason, '-') || ' ' || entry
      FROM memberships ORDER BY creator
      """)
    #expect(
      rows == [
        "UK Amy - 2021-12-01 2022-03-01 sales 2", "UK Bob tiktok 2021-12-01 - - 1",
      ])
  }
}

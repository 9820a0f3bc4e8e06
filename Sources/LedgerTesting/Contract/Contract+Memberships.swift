import LedgerCore
import Testing

extension Contract {
  /// What every storage promises of memberships.
  public static let memberships: [Promise] = [
    Promise("a membership is recorded once, and its end is added later") { backend in
      let ledger = try backend.open()
      let (joined, left) = (try membership(), try membership(left: "2022-03-01", reason: "sales"))
      #expect(try record(joined, joined, in: ledger) == [.recorded, .alreadyRecorded])
      #expect(try ledger.entries(limit: 1).first?.counts == Entry.Counts(.memberships, 1))
      #expect(try record(left, joined, in: ledger) == [.recorded, .alreadyRecorded])
      #expect(try current(ledger) == [left])
      #expect(try current(ledger, asOf: 1) == [joined])
      // An end that says less is no other one, one that says something else is.
      #expect(
        try record(left, membership(left: "2022-03-01"), joined, in: ledger)
          == [.alreadyRecorded, .alreadyRecorded, .alreadyRecorded])
      #expect(
        try record(
          membership(left: "2022-04-01", reason: "sales"),
          membership(left: "2022-03-01", reason: "x"), in: ledger)
          == [.conflicting(recorded: left), .conflicting(recorded: left)])
      #expect(try current(ledger).count == 1)
    },

    Promise("who has left may join again, and nobody joins twice at once") { backend in
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
      #expect(try current(ledger) == [before, first, again])
      #expect(
        try record(
          membership(joined: "2022-03-01", platform: "TikTok"), membership("amy"),
          membership(in: germany), membership(in: Market.Code("ZZ")), in: ledger)
          == [.recorded, .recorded, .recorded, .refused(.unknownMarket("ZZ", near: []))])
    },

    Promise("one file may say that somebody left and joined again, in any order") { backend in
      let ledger = try backend.open()
      _ = try record(membership(), in: ledger)
      #expect(
        try record(
          membership(joined: "2022-05-01"), membership(left: "2022-03-01"), in: ledger)
          == [.recorded, .recorded])
      #expect(try current(ledger).map(\.left?.description) == ["2022-03-01", nil])
      // Both in one batch are one fact.
      let both = try [membership("Bob"), membership("Bob", left: "2022-03-01")]
      #expect(try ledger.record(both, as: draft()).outcomes == [.recorded, .recorded])
      #expect(try ledger.entries(limit: 1).first?.counts == Entry.Counts(.memberships, 1))
    },

    Promise("a voided end is gone, and a beginning stays until its end is voided") { backend in
      let ledger = try backend.open()
      let (joined, left) = (try membership(), try membership(left: "2022-03-01"))
      _ = try record(joined, in: ledger)
      _ = try record(left, in: ledger)
      #expect(throws: LedgerError.self) { try ledger.void(1, reason: "wrong", as: draft()) }
      #expect(
        try ledger.void(2, reason: "wrong", as: draft()).counts == Entry.Counts(.memberships, 1))
      #expect(try current(ledger) == [joined])
      #expect(try current(ledger, asOf: 2) == [left])
      #expect(try record(membership(left: "2022-04-01"), in: ledger) == [.recorded])
      _ = try ledger.void(4, reason: "wrong", as: draft())
      _ = try ledger.void(1, reason: "wrong", as: draft())
      #expect(try current(ledger).isEmpty)
    },
  ]
}

private func record(
  _ memberships: Membership..., in ledger: any Ledger
) throws -> [Outcome<Membership>] {
  try ledger.record(memberships, as: draft()).outcomes
}

private func current(
  _ ledger: any Ledger, asOf entry: Int64? = nil
) throws -> [Membership] { try ledger.memberships(in: uk, asOf: entry) }

import LedgerCore
import Testing

extension Contract {
  /// What every storage promises of rollout claims.
  public static let claims: [Promise] = [
    Promise("a claim is recorded once, and another under its key is a conflict") { backend in
      let ledger = try backend.open()
      let first = try claim("a", effective: "2022-H1")
      let recording = try ledger.record(
        [first, first, claim("a", effective: "2022-H2"), claim("b", disputes: "a")], as: draft())
      #expect(recording.entry == 1)
      #expect(
        recording.outcomes == [
          .recorded, .alreadyRecorded, .conflicting(recorded: first), .recorded,
        ])
      #expect(try ledger.entries(limit: 1).first?.counts == Entry.Counts(.claims, 2))
      let again = try ledger.record([first, claim("a", source: "BBC")], as: draft())
      #expect(
        again
          == Recording(receipt: nil, outcomes: [.alreadyRecorded, .conflicting(recorded: first)]))
      let record = try #require(try ledger.claim(ClaimKey("a")))
      #expect(record.fact == first)
      #expect(record.entry.number == 1)
      #expect(try ledger.claim(ClaimKey("z")) == nil)
    },

    Promise("every part of a claim comes back as it was given") { backend in
      let ledger = try backend.open()
      let full = try Claim(
        market: uk, platform: "TikTok", stage: .live,
        effective: checkedDate("2021-Q4", field: "x"),
        reported: checkedDate("2022-06-08", field: "x"),
        source: "Financial Times", url: "https://example.org/a", quote: "“ready”", disputes: nil)
      let bare = try claim("bare", in: nil, stage: nil, reported: "2022", disputes: "a")
      _ = try ledger.record([claim("a"), full, bare], as: draft())
      #expect(full.key.description == "uk-tiktok-live-2022-06-08-financial-times")
      #expect(try ledger.claim(full.key)?.fact == full)
      #expect(try ledger.claim(bare.key)?.fact == bare)
    },

    Promise("a claim that disputes one that is not there is refused, with those that look like it")
    { backend in
      let ledger = try backend.open()
      let recording = try ledger.record(
        [claim("b", disputes: "plan-1"), claim("plan"), claim("c", disputes: "plan")], as: draft())
      guard case .refused(.unknownName(.claim, "plan-1", near: _)) = recording.outcomes[0] else {
        Issue.record("\(recording.outcomes[0])")
        return
      }
      #expect(recording.outcomes.dropFirst() == [.recorded, .recorded])
      let near = try ledger.record([claim("d", disputes: "plam")], as: draft()).outcomes[0]
      guard case .refused(let error) = near else {
        Issue.record("\(near)")
        return
      }
      #expect(error.description.contains("did you mean plan?"))
    },

    Promise("claims come in the order of their reports, then of what they say begins") { backend in
      let ledger = try backend.open()
      _ = try ledger.record(
        [
          claim("late", reported: "2022-07-13"), claim("dropped", stage: .dropped),
          claim("planned", effective: "2022-H1"), claim("month", reported: "2022-07"),
          claim("elsewhere", in: uk), claim("nowhere", in: nil, reported: "2021"),
        ], as: draft())
      #expect(
        try ledger.claims(in: germany, asOf: nil).map(\.key.description) == [
          "month", "planned", "dropped", "late",
        ])
      #expect(try ledger.claims(in: nil, asOf: nil).first?.key.description == "nowhere")
      #expect(try ledger.claims(in: nil, asOf: nil).count == 6)
    },

    Promise("claims as of an entry are those that were current then") { backend in
      let ledger = try backend.open()
      _ = try ledger.record([claim("a")], as: draft())
      _ = try ledger.record([claim("b")], as: draft())
      _ = try ledger.void(1, reason: "wrong", as: draft())
      func keys(_ entry: Int64?) throws -> [String] {
        let all = try ledger.claims(in: nil, asOf: entry).map(\.key.description)
        #expect(try ledger.claims(in: germany, asOf: entry).map(\.key.description) == all)
        return all
      }
      #expect(try keys(0) == [])
      #expect(try keys(1) == ["a"])
      #expect(try keys(2) == ["a", "b"])
      #expect(try keys(3) == ["b"])
      #expect(try keys(nil) == ["b"])
    },

    Promise("a disputed claim may be voided, and is disputed again when it comes again") {
      backend in
      let ledger = try backend.open()
      _ = try ledger.record([claim("a")], as: draft())
      _ = try ledger.record([claim("b", stage: nil, disputes: "a")], as: draft())
      let void = try ledger.void(1, reason: "wrong", as: draft())
      #expect(void.counts == Entry.Counts(.claims, 1))
      #expect(try ledger.claim(ClaimKey("a")) == nil)
      #expect(Rollout(try ledger.claims(in: nil, asOf: nil)).conflicts.isEmpty)
      #expect(Rollout(try ledger.claims(in: nil, asOf: 2)).conflicts.count == 1)
      // What names it may not be recorded anew meanwhile.
      guard
        case .refused = try ledger.record([claim("c", disputes: "a")], as: draft()).outcomes[0]
      else {
        Issue.record("recorded")
        return
      }
      let other = try claim("a", source: "BBC")
      #expect(try ledger.record([other], as: draft()).outcomes == [.recorded])
      let rollout = Rollout(try ledger.claims(in: nil, asOf: nil))
      #expect(rollout.latest.map(\.disputedBy) == [[try claim("b", stage: nil, disputes: "a")]])
    },
  ]
}

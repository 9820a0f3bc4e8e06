import LedgerCore
import Testing

extension Contract {
  /// What every storage promises of events.
  public static let events: [Promise] = [
    Promise("an event comes back as it was recorded") { backend in
      let ledger = try backend.open()
      let full = try event(
        "on-trend", title: "On Trend: l'été 🎥", ends: "2021-12-08T19:30:00.250Z",
        brands: ["NYX", "L'Oréal", "Boots"],
        creators: [
          Creator(name: "Zoë", role: .host), Creator(name: "Ben; Amy", role: .guest),
          Creator(name: "Cleo", role: .creator),
        ])
      let bare = try event("bare", in: germany)
      #expect(try ledger.record([full, bare], as: draft()).outcomes == [.recorded, .recorded])
      #expect(
        try ledger.event(full.key).totals == EventTotals(event: full, audience: [], sales: []))
      #expect(try ledger.event(bare.key).totals.event == bare)
    },

    Promise("an event that the book has just so is already recorded") { backend in
      let ledger = try backend.open()
      let show = try event("a", brands: ["NYX"])
      _ = try ledger.record([show], as: draft())
      let again = try ledger.record([show], as: draft())
      #expect(again == Recording(receipt: nil, outcomes: [.alreadyRecorded]))
    },

    Promise("an event that differs in anything conflicts, and the recorded one stays") { backend in
      let ledger = try backend.open()
      let amy = try Creator(name: "Amy", role: .host)
      let recorded = try event("a", ends: "2021-12-08T19:00Z", brands: ["x", "y"], creators: [amy])
      _ = try ledger.record([recorded], as: draft())
      let others = [
        try event(
          "a", in: germany, ends: "2021-12-08T19:00Z", brands: ["x", "y"], creators: [amy]),
        try event("a", title: "b", ends: "2021-12-08T19:00Z", brands: ["x", "y"], creators: [amy]),
        try event("a", brands: ["x", "y"], creators: [amy]),
        try event("a", ends: "2021-12-08T19:00Z", brands: ["y", "x"], creators: [amy]),
        try event("a", ends: "2021-12-08T19:00Z", brands: ["x"], creators: [amy]),
        try event("a", ends: "2021-12-08T19:00Z", brands: ["x", "y"]),
        try event(
          "a", ends: "2021-12-08T19:00Z", brands: ["x", "y"],
          creators: [Creator(name: "Amy", role: .guest)]),
      ]
      let recording = try ledger.record(others, as: draft())
      #expect(recording.entry == nil)
      #expect(recording.outcomes == others.map { _ in .conflicting(recorded: recorded) })
      #expect(try ledger.event(recorded.key).totals.event == recorded)
    },

    Promise("an event that is twice in a batch is recorded once") { backend in
      let ledger = try backend.open()
      let first = try event("a", title: "first")
      let second = try event("a", title: "second")
      let recording = try ledger.record([first, first, second], as: draft())
      #expect(
        recording.outcomes == [.recorded, .alreadyRecorded, .conflicting(recorded: first)])
      #expect(try ledger.events(in: nil, during: .always, limit: nil) == [first])
      #expect(try ledger.entries(limit: nil).map(\.counts) == [Entry.Counts(.events, 1)])
    },

    Promise("keys that differ only in case are two events") { backend in
      let ledger = try backend.open()
      let recording = try ledger.record([event("a"), event("A")], as: draft())
      #expect(recording.outcomes == [.recorded, .recorded])
    },

    Promise("an unknown event is named with those that look like it") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("on-trend", "on-trent", "something-else")
      let expected = LedgerError.unknownEvent(
        "on-tremd", near: ["on-trend", "on-trent"], count: 3)
      #expect(throws: expected) { try ledger.event(EventKey("on-tremd")) }
    },

    Promise("in an empty book every event is unknown") { backend in
      let ledger = try backend.open()
      #expect(throws: LedgerError.unknownEvent("a", near: [], count: 0)) {
        try ledger.event(EventKey("a"))
      }
      #expect(try ledger.events(in: nil, during: .always, limit: nil).isEmpty)
    },

    Promise("events are listed newest first, and by key where they start together") { backend in
      let ledger = try backend.open()
      let events = [
        try event("middle-b", starts: "2022-01-01T00:00Z"),
        try event("oldest", starts: "1969-07-20T20:17:40.001Z"),
        try event("newest", in: germany, starts: "2022-01-01T00:00:00.001Z"),
        try event("middle-a", starts: "2022-01-01T00:00Z"),
      ]
      _ = try ledger.record(events, as: draft())
      func keys(_ market: Market.Code?, _ limit: Int?) throws -> [String] {
        try ledger.events(in: market, during: .always, limit: limit).map(\.key.description)
      }
      #expect(try keys(nil, nil) == ["newest", "middle-a", "middle-b", "oldest"])
      #expect(try keys(nil, 2) == ["newest", "middle-a"])
      #expect(try keys(uk, nil) == ["middle-a", "middle-b", "oldest"])
      #expect(try keys(uk, 1) == ["middle-a"])
      #expect(try keys(uk, 0) == [])
      #expect(try keys(germany, 9) == ["newest"])
      #expect(try keys(Market.Code("FR"), nil) == [])
    },

    Promise("a period has its first instant and not its last") { backend in
      let ledger = try backend.open()
      _ = try ledger.record(
        [
          event("a", starts: "2021-12-08T00:00Z"), event("b", starts: "2021-12-08T23:59:59.999Z"),
          event("c", starts: "2021-12-09T00:00Z"), event("d", starts: "1969-12-31T23:59:59.999Z"),
        ], as: draft())
      func keys(_ start: String?, _ end: String?) throws -> [String] {
        let period = try range(start, end)
        let here = try ledger.events(in: uk, during: period, limit: nil)
        #expect(try ledger.events(in: nil, during: period, limit: nil) == here)
        return here.map(\.key.description)
      }
      #expect(try keys("2021-12-08T00:00Z", "2021-12-09T00:00Z") == ["b", "a"])
      #expect(try keys("2021-12-09T00:00Z", nil) == ["c"])
      #expect(try keys(nil, "1970-01-01T00:00Z") == ["d"])
      #expect(try keys("1969-12-31T23:59:59.999Z", "1970-01-01T00:00Z") == ["d"])
      #expect(try keys("2021-12-09T00:00Z", "2021-12-09T00:00Z") == [])
    },

    Promise("an empty batch records nothing") { backend in
      let ledger = try backend.open()
      #expect(try ledger.record([Event](), as: draft()) == Recording(receipt: nil, outcomes: []))
      #expect(try ledger.record([AudienceCount](), as: draft()).entry == nil)
      #expect(try ledger.record([Sale](), as: draft()).entry == nil)
      #expect(try ledger.entries(limit: nil).isEmpty)
    },

    Promise("events, claims and surveys of a market that is none are refused, others recorded") {
      backend in
      let ledger = try backend.open()
      let none = Market.Code("XX")
      let refusal = LedgerError.unknownMarket("XX", near: [])
      let events = try ledger.record([event("a", in: none), event("b")], as: draft())
      #expect(events.outcomes == [.refused(refusal), .recorded])
      let claims = try ledger.record([claim("a", in: none), claim("b")], as: draft())
      #expect(claims.outcomes == [.refused(refusal), .recorded])
      let surveys = try ledger.record([survey("a", in: none), survey("b")], as: draft())
      #expect(surveys.outcomes == [.refused(refusal), .recorded])
      #expect(try ledger.record([event("c", in: none)], as: draft()).receipt == nil)
      #expect(try ledger.verify(VerificationPlan()).flaws == [])
    },
  ]
}

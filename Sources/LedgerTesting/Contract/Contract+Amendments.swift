import LedgerCore
import Testing

extension Contract {
  /// What every storage promises of correcting events.
  public static let amendments: [Promise] = [
    Promise("what is amended is the event from then on, and what is not named stays") { backend in
      let ledger = try backend.open()
      let amy = try Creator(name: "Amy", role: .host)
      let before = try event("a", brands: ["NYX", "Boots"], creators: [amy])
      _ = try ledger.record([before], as: draft())
      let amended = try ledger.amend(
        before.key,
        amendment {
          $0.title = "A night"
          $0.endsAt = try instant("2021-12-08T19:00Z")
          $0.brands = ["Dyson"]
        }, as: draft())
      let after = try event(
        "a", title: "A night", ends: "2021-12-08T19:00Z", brands: ["Dyson"], creators: [amy])
      #expect(amended.entry == 2)
      #expect(amended.before == before)
      #expect(amended.after == after)
      #expect(try ledger.entry(2)?.counts == Entry.Counts(.amendments, 1))
      #expect(try ledger.event(before.key).totals.event == after)
      #expect(try ledger.event(before.key).entry.number == 1)
      #expect(try ledger.events(in: nil, during: .always, limit: nil) == [after])
      #expect(try ledger.totals(of: uk, during: .always).events.map(\.event) == [after])
      #expect(try ledger.totals(of: uk, during: .always, asOf: 2).events.map(\.event) == [after])
      #expect(try ledger.totals(of: uk, during: .always, asOf: 1).events.map(\.event) == [before])
    },

    Promise("an amendment that changes nothing adds nothing") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      let same = try ledger.amend(
        EventKey("a"), amendment { $0.title = "a" }, as: draft())
      #expect(same.entry == nil)
      #expect(same.before == same.after)
      #expect(try ledger.entries(limit: nil).count == 1)
    },

    Promise("an event that cannot be, or is not there, is refused") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      #expect(throws: LedgerError.unknownEvent("b", near: ["a"], count: 1)) {
        try ledger.amend(EventKey("b"), EventAmendment(), as: draft())
      }
      let start = try instant("2021-12-08T18:00Z")
      #expect(throws: LedgerError.amendedToNothing(event: "a", start: start, end: start)) {
        try ledger.amend(EventKey("a"), amendment { $0.endsAt = start }, as: draft())
      }
      // Wrong whatever is recorded.
      let error = #expect(throws: LedgerError.self) {
        try ledger.amend(
          EventKey("a"),
          amendment {
            $0.startsAt = start
            $0.endsAt = start
          }, as: draft())
      }
      #expect(error?.code == .invalid)
      #expect(try ledger.entries(limit: nil).count == 1)
    },

    Promise("an event that was moved is in the period that it was moved to") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a", "b")
      _ = try ledger.record([count(5)], as: draft())
      _ = try ledger.record([sale()], as: draft())
      _ = try ledger.amend(
        EventKey("a"), amendment { $0.startsAt = try instant("2022-01-05T18:00Z") }, as: draft())
      let (december, january) = (
        try range("2021-12-01T00:00Z", "2022-01-01T00:00Z"),
        try range("2022-01-01T00:00Z", "2022-02-01T00:00Z")
      )
      for (period, keys) in [(december, ["b"]), (january, ["a"])] {
        let totals = try ledger.totals(of: uk, during: period)
        #expect(totals.events.map(\.event.key.description) == keys)
        let listed = try ledger.events(in: nil, during: period, limit: nil)
        #expect(listed.map(\.key.description) == keys)
      }
      let moved = try #require(try ledger.totals(of: uk, during: january).events.first)
      #expect(moved.audience.map(\.peak) == [5])
      #expect(moved.sales.map(\.units) == [1])
      #expect(try ledger.events(in: nil, during: .always, limit: 1).map(\.key.description) == ["a"])
    },

    Promise("the viewers at the marks of a show are those of its times now") { backend in
      func retained(_ viewers: Int64...) -> RetainedViewers? {
        RetainedViewers(micros: viewers.map { $0 * 1_000_000 })
      }
      let ledger = try backend.open()
      _ = try ledger.record([event("a", ends: "2021-12-08T18:04Z")], as: draft())
      _ = try ledger.record(
        (0...8).map { try count(Int64($0), at: "2021-12-08T18:0\($0)Z") }, as: draft())
      #expect(try ledger.totals("a").retained == retained(1, 2, 3))
      _ = try ledger.amend(
        EventKey("a"), amendment { $0.endsAt = try instant("2021-12-08T18:08Z") }, as: draft())
      #expect(try ledger.totals("a").retained == retained(2, 4, 6))
      _ = try ledger.amend(EventKey("a"), amendment { $0.endsAt = .some(nil) }, as: draft())
      #expect(try ledger.totals("a").retained == nil)
      _ = try ledger.void(4, reason: "x", as: draft())
      #expect(try ledger.totals("a").retained == retained(2, 4, 6))
    },

    Promise("an amendment is taken back like any fact, and the event not before it") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      for title in ["first", "second"] {
        _ = try ledger.amend(EventKey("a"), amendment { $0.title = title }, as: draft())
      }
      #expect(
        throws: LedgerError.cannotVoid(
          entry: 1, reason: "entry 2 records facts of its event \"a\": void that one first")
      ) { try ledger.void(1, reason: "x", as: draft()) }
      let titles = ["a", "first", "second"]
      for (voided, title) in [(Int64(2), "second"), (3, "a")] {
        #expect(try ledger.void(voided, reason: "x", as: draft()).counts == .init(.amendments, 1))
        #expect(try ledger.event(EventKey("a")).totals.event.title == title)
      }
      for (entry, title) in zip(Int64(1)..., titles) {
        let totals = try ledger.totals(of: uk, during: .always, asOf: entry)
        #expect(totals.events.map(\.event.title) == [title])
      }
      #expect(try ledger.void(1, reason: "x", as: draft()).voided == [1])
    },

    Promise("a batch that restates amends what differs, once, and never the market") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a", "b", "c")
      let before = try ["a", "b", "c"].map { try event($0) }
      let batch = [
        try event("a", title: "A"), try event("a", title: "AA"), try event("b"),
        try event("c", in: germany), try event("d"), try event("d", title: "D"),
      ]
      let recording = try ledger.record(batch, as: draft(), onConflict: .restate)
      #expect(
        recording.outcomes == [
          .restated(from: before[0]), .conflicting(recorded: batch[0]), .alreadyRecorded,
          .conflicting(recorded: before[2]), .recorded, .conflicting(recorded: batch[4]),
        ])
      #expect(
        try ledger.entry(2)?.counts == Entry.Counts(.events, 1) + Entry.Counts(.amendments, 1))
      #expect(try ledger.event(EventKey("a")).totals.event == batch[0])
    },

    Promise("a history tells every entry of an event, also of one that was voided") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      _ = try ledger.record([count(5), count(6, of: .views)], as: draft())
      _ = try ledger.amend(EventKey("a"), amendment { $0.title = "A" }, as: draft())
      for entry: Int64 in [3, 2, 1] { _ = try ledger.void(entry, reason: "x", as: draft()) }
      _ = try ledger.record([event("a", title: "new")], as: draft())
      let steps = try ledger.steps(ofEvent: EventKey("a"))
      #expect(steps.map(\.entry.number) == [1, 2, 3, 4, 5, 6, 7])
      #expect(steps.map { $0.fact?.title } == ["a", nil, "A", nil, nil, nil, "new"])
      #expect(steps.map(\.entry.voidedBy) == [6, 5, 4, nil, nil, nil, nil])
      #expect(steps[1].counts == Entry.Counts(.audienceCounts, 2))
      #expect(try ledger.steps(ofEvent: EventKey("b")).isEmpty)
    },

    Promise("a history tells of claims and surveys, also of voided ones") { backend in
      let ledger = try backend.open()
      _ = try ledger.record([claim("plan")], as: draft())
      _ = try ledger.record([survey("aware")], as: draft())
      for entry: Int64 in [1, 2] { _ = try ledger.void(entry, reason: "x", as: draft()) }
      _ = try ledger.record([claim("plan", source: "Another")], as: draft())
      let claims = try ledger.steps(ofClaim: ClaimKey("plan"))
      #expect(claims.map(\.entry.number) == [1, 3, 5])
      #expect(claims.map { $0.fact?.source } == ["Financial Times", nil, "Another"])
      let surveys = try ledger.steps(ofSurvey: SurveyKey("aware"))
      #expect(surveys.map(\.entry.number) == [2, 4])
      #expect(surveys.first?.fact == (try survey("aware")))
    },
  ]
}

private func amendment(_ change: (inout EventAmendment) throws -> Void) rethrows
  -> EventAmendment
{
  var amendment = EventAmendment()
  try change(&amendment)
  return amendment
}

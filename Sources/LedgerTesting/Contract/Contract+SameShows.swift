import LedgerCore
import Testing

extension Contract {
  /// What every storage promises of events that are one show.
  public static let sameShows: [Promise] = [
    Promise("events that are one show are listed once, with what either sold") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a", "b")
      _ = try ledger.record(
        [sale(order: "1", event: "a"), sale(order: "2", line: 1, event: "b")], as: draft())
      let receipt = try ledger.record([sameShow("a", "b")], as: draft()).receipt
      let entry = try #require(receipt?.entry)
      // What is recorded later counts like what was there.
      _ = try ledger.record([sale(order: "2", line: 2, event: "b")], as: draft())
      _ = try ledger.record([sale(order: "3", event: nil, market: uk)], as: draft())
      _ = try ledger.record([credit("b", order: "3")], as: draft())
      let totals = try ledger.totals(of: uk, during: .always, asOf: nil)
      #expect(totals.events.map(\.event.key.description) == ["a"])
      #expect(totals.events.map(\.orders) == [3])
      #expect(totals.events.flatMap(\.sales).map(\.lines) == [4])
      let before = try ledger.totals(of: uk, during: .always, asOf: entry - 1)
      #expect(Set(before.events.map(\.orders)) == [1])
      #expect(before.events.count == 2)
      #expect(try ledger.verify(VerificationPlan()).isSound)
    },

    Promise("a void makes two shows of one again") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a", "b")
      _ = try ledger.record([sale(event: "b")], as: draft())
      let receipt = try ledger.record([sameShow("a", "b", citation: "me")], as: draft()).receipt
      let entry = try #require(receipt?.entry)
      #expect(try ledger.sameShows(asOf: nil).map(\.fact) == [sameShow("a", "b", citation: "me")])
      let void = try ledger.void(entry, reason: "wrong", as: draft())
      #expect(void.counts == Entry.Counts(.sameShows, 1))
      #expect(try ledger.sameShows(asOf: nil) == [])
      let events = try ledger.totals(of: uk, during: .always, asOf: nil).events
      #expect(Set(events.map { "\($0.event.key) \($0.orders)" }) == ["a 0", "b 1"])
      #expect(try ledger.verify(VerificationPlan()).isSound)
    },

    Promise("an event is the same show as one other at most, and that one as none") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a", "b", "c")
      _ = try ledger.record([event("d", in: germany)], as: draft(), onConflict: .refuse)
      let recording = try ledger.record(
        [
          sameShow("a", "b"), sameShow("a", "b", citation: "another"), sameShow("c", "b"),
          sameShow("b", "c"), sameShow("c", "a"), sameShow("a", "c"), sameShow("a", "z"),
          sameShow("a", "d"),
        ], as: draft())
      #expect(
        recording.outcomes.prefix(3) == [
          .recorded, .alreadyRecorded, .conflicting(recorded: try sameShow("a", "b")),
        ])
      let refusals = recording.outcomes.map { outcome -> LedgerError.Code? in
        if case .refused(let error) = outcome { error.code } else { nil }
      }
      #expect(
        refusals == [
          nil, nil, nil, .conflict, .conflict, nil, .notFound, .conflict,
        ])
      #expect(throws: LedgerError.self) { try sameShow("a", "a") }
    },

    Promise("an event is not voided while it is the same show as another one") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      try ledger.recordEvents("b")
      _ = try ledger.record([sameShow("a", "b")], as: draft())
      for entry in [1, 2] as [Int64] {
        #expect(throws: LedgerError.self) { try ledger.void(entry, reason: "wrong", as: draft()) }
      }
      _ = try ledger.void(3, reason: "wrong", as: draft())
      _ = try ledger.void(2, reason: "wrong", as: draft())
    },
  ]
}

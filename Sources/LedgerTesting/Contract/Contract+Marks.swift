import LedgerCore
import Testing

extension Contract {
  /// What every storage promises of the marks of shows.
  public static let marks: [Promise] = [
    Promise("a mark is recorded once, and one that ends otherwise is a conflict") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a", "b")
      let first = try mark("a", .host, nil, creator: "Amy")
      let others = try [
        mark("b", .host, nil, creator: "Amy"), mark("a", .host, nil, creator: "Bob"),
        mark("a", .host, "on stage", creator: "Amy"), mark("a", .guest, nil, creator: "Amy"),
        mark("a", .host, nil, creator: "Amy", at: "2021-12-08T17:06Z"),
      ]
      let recording = try ledger.record(
        [first, first, mark("a", .host, nil, creator: "Amy", until: "2021-12-08T17:30Z")]
          + others + [mark("z")], as: draft())
      #expect(
        recording.outcomes.prefix(8) == [
          .recorded, .alreadyRecorded, .conflicting(recorded: first), .recorded, .recorded,
          .recorded, .recorded, .recorded,
        ])
      guard case .refused(let refusal) = recording.outcomes.last else {
        Issue.record("a mark of no show")
        return
      }
      #expect(refusal.code == .notFound)
      let records = try ledger.marks(MarkFilter(), asOf: nil)
      #expect(
        records.map(\.mark) == [others[3], first, others[1], others[2], others[4], others[0]])
      #expect(Set(records.map(\.market)) == [uk])
      #expect(
        try ledger.record([first], as: draft())
          == Recording(receipt: nil, outcomes: [.alreadyRecorded]))
    },

    Promise("marks are listed by show, market and kind, and as of an entry") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      _ = try ledger.record([event("b", in: germany)], as: draft(), onConflict: .refuse)
      _ = try ledger.record([mark("a"), mark("b")], as: draft())
      _ = try ledger.record([mark("a", .host, nil, creator: "Amy")], as: draft())
      func shown(_ filter: MarkFilter, asOf entry: Int64? = nil) throws -> [String] {
        try ledger.marks(filter, asOf: entry).map { "\($0.mark.event) \($0.mark.kind) \($0.entry)" }
      }
      #expect(try shown(MarkFilter()) == ["a host 4", "a note 3", "b note 3"])
      #expect(try shown(MarkFilter(event: EventKey("a"))) == ["a host 4", "a note 3"])
      #expect(try shown(MarkFilter(market: germany)) == ["b note 3"])
      #expect(try shown(MarkFilter(kind: .host)) == ["a host 4"])
      #expect(try shown(MarkFilter(), asOf: 3) == ["a note 3", "b note 3"])
      #expect(try shown(MarkFilter(event: EventKey("z"))) == [])
    },

    Promise("a voided mark may be recorded with another end; its show goes last") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      _ = try ledger.record([mark("a")], as: draft())
      #expect(throws: LedgerError.self) { try ledger.void(1, reason: "wrong", as: draft()) }
      let void = try ledger.void(2, reason: "wrong", as: draft())
      #expect(void.counts == Entry.Counts(.marks, 1))
      #expect(try ledger.marks(MarkFilter(), asOf: nil) == [])
      #expect(
        try ledger.record([mark("a", until: "2021-12-08T17:30Z")], as: draft()).outcomes
          == [.recorded])
      #expect(try ledger.verify(VerificationPlan()).isSound)
    },

    Promise("the lines that shows sold have what came back, and count for one show") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a", "b")
      _ = try ledger.record(
        [
          sale(order: "1", line: 1, event: "a"), sale(order: "1", line: 2, event: "b"),
          sale(order: "2", event: "b"), sale(order: "3", event: nil, market: uk),
          sale(
            order: "1", line: 1, .refund, quantity: -1, micros: -1, event: nil, market: uk),
        ], as: draft())
      _ = try ledger.record([credit("a", order: "3")], as: draft())
      let lines = try ledger.soldLines(in: uk, of: [EventKey("a")], asOf: nil)
      #expect(
        lines.map { "\($0.order) \($0.line) \($0.kind) \($0.event?.description ?? "–")" }.sorted()
          == ["1 1 refund –", "1 1 sale a", "1 2 sale –", "3 1 sale a"])
      #expect(try ledger.soldLines(in: germany, of: [EventKey("a")], asOf: nil) == [])
    },
  ]
}

import LedgerCore
import Testing

extension Contract {
  /// What every storage promises of taking back and restating.
  public static let voids: [Promise] = [
    Promise("a voided entry's facts are gone from every answer, and can be recorded again") {
      backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      let counts = try [count(5), count(7, at: "2021-12-08T18:10Z"), count(9, of: .views)]
      let sales = try [sale(), sale(line: 2), sale(order: "2", event: nil, market: uk)]
      let empty = try ledger.totals(of: uk, during: .always)
      _ = try ledger.record(counts, as: draft())
      _ = try ledger.record(sales, as: draft())
      let full = try ledger.totals(of: uk, during: .always)
      for entry: Int64 in [2, 3] {
        let void = try ledger.void(entry, reason: "the wrong show", as: draft())
        #expect(void.voided == [entry])
        #expect(void.entry == entry + 2)
        #expect(void.counts == (entry == 2 ? .init(.audienceCounts, 3) : .init(.sales, 3)))
      }
      #expect(try ledger.totals(of: uk, during: .always) == empty)
      #expect(try ledger.record(counts, as: draft()).outcomes == counts.map { _ in .recorded })
      #expect(try ledger.record(sales, as: draft()).outcomes == sales.map { _ in .recorded })
      #expect(try ledger.totals(of: uk, during: .always) == full)
    },

    Promise("a voided event can be recorded again, as another") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      _ = try ledger.record([count(5)], as: draft())
      _ = try ledger.void(2, reason: "x", as: draft())
      _ = try ledger.void(1, reason: "x", as: draft())
      #expect(throws: LedgerError.unknownEvent("a", near: [], count: 0)) {
        try ledger.event(EventKey("a"))
      }
      #expect(try ledger.record([count(5)], as: draft()).outcomes.map(\.fate) == [.refused])
      let other = try event("a", in: germany, title: "another")
      #expect(try ledger.record([other], as: draft()).entry == 5)
      #expect(
        try ledger.event(other.key).totals == EventTotals(event: other, audience: [], sales: []))
      #expect(try ledger.record([count(6)], as: draft()).outcomes == [.recorded])
      #expect(try ledger.totals("a").audience.map(\.latest) == [6])
    },

    Promise("an event whose facts are current is not voided") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      _ = try ledger.record([sale()], as: draft())
      #expect(throws: LedgerError.self) { try ledger.void(1, reason: "x", as: draft()) }
      #expect(try ledger.entries(limit: nil).map(\.voidedBy) == [nil, nil])
      _ = try ledger.void(2, reason: "x", as: draft())
      #expect(try ledger.void(1, reason: "x", as: draft()).voided == [1])
    },

    Promise("an entry that is not there, was voided, or is a void itself is not voided") {
      backend in
      let ledger = try backend.open()
      #expect(throws: LedgerError.unknownEntry(1, last: 0)) {
        try ledger.void(1, reason: "x", as: draft())
      }
      try ledger.recordEvents("a")
      _ = try ledger.void(1, reason: "x", as: draft())
      #expect(throws: LedgerError.unknownEntry(3, last: 2)) {
        try ledger.void(3, reason: "x", as: draft())
      }
      for entry: Int64 in [1, 2] {
        let error = #expect(throws: LedgerError.self) {
          try ledger.void(entry, reason: "x", as: draft())
        }
        guard case .cannotVoid(entry, _) = error else {
          Issue.record("\(String(describing: error))")
          continue
        }
      }
      #expect(try ledger.entries(limit: nil).map(\.voidedBy) == [nil, 2])
    },

    Promise("voiding a part of a file voids all of it") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      var part = try draft()
      part.chunk = Entry.Chunk(first: nil)
      #expect(try ledger.record([sale()], as: part).entry == 2)
      part.chunk = Entry.Chunk(first: 2)
      _ = try ledger.record([sale(line: 2)], as: part)
      _ = try ledger.record([sale(line: 3)], as: draft())
      let void = try ledger.void(3, reason: "the wrong file", as: draft())
      #expect(void.entry == 5)
      #expect(void.voided == [2, 3])
      #expect(void.counts == Entry.Counts(.sales, 2))
      #expect(try ledger.entries(limit: nil).map(\.firstOfImport) == [nil, nil, 2, 2, nil])
      #expect(try ledger.totals("a").sales.map(\.lines) == [1])
      #expect(try ledger.totals("a").sales.map(\.orders) == [1])
    },

    Promise("a part of a file can be voided alone, and the rest with the file later") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      var part = try draft()
      part.chunk = Entry.Chunk(first: nil)
      for line: Int64 in 1...3 {
        _ = try ledger.record([sale(line: line)], as: part)
        part.chunk = Entry.Chunk(first: 2)
      }
      let void = try ledger.void(3, .entry, reason: "one line", as: draft())
      #expect(void.voided == [3])
      #expect(void.counts == Entry.Counts(.sales, 1))
      #expect(try ledger.totals("a").sales.map(\.lines) == [2])
      #expect(try ledger.record([sale(line: 2)], as: draft()).outcomes == [.recorded])
      let rest = try ledger.void(4, .file, reason: "all", as: draft())
      #expect(rest.voided == [2, 4])
      #expect(try ledger.totals("a").sales.map(\.lines) == [1])
      #expect(try ledger.verify(VerificationPlan()).flaws == [])
    },

    Promise("what entries recorded of counts and sales can be read, voided or not") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      let counts = try [count(5), count(7, at: "2021-12-08T18:10Z"), count(9, of: .views)]
      let sales = try [
        sale(market: uk), sale(line: 2, .refund, quantity: -1, micros: -500_000, market: uk),
        sale(order: "2", currency: jpy, event: nil, market: germany),
      ]
      _ = try ledger.record(counts, as: draft())
      _ = try ledger.record(sales, as: draft())
      _ = try ledger.record([count(8, at: "2021-12-08T18:20Z")], as: draft())
      _ = try ledger.void(2, reason: "x", as: draft())
      let facts = try ledger.facts(ofEntries: [1, 2, 3, 9])
      #expect(Set(facts.keys) == [2, 3])
      func sorted(_ facts: [some Fact]) -> [String] {
        facts.map { "\($0.subject) \($0.values)" }.sorted()
      }
      #expect(sorted(facts[2]?.counts ?? []) == sorted(counts))
      #expect(sorted(facts[3]?.sales ?? []) == sorted(sales))
      #expect(facts[2]?.sales == [] && facts[3]?.counts == [])
    },

    Promise("a part of a file whose event the other parts count is not voided alone") { backend in
      let ledger = try backend.open()
      var part = try draft()
      part.chunk = Entry.Chunk(first: nil)
      _ = try ledger.record([event("a")], as: part)
      part.chunk = Entry.Chunk(first: 1)
      _ = try ledger.record([count(5)], as: part)
      #expect(throws: LedgerError.self) {
        try ledger.void(1, .entry, reason: "x", as: draft())
      }
      #expect(try ledger.void(1, .file, reason: "x", as: draft()).voided == [1, 2])
    },

    Promise("a part that came after its file was voided can be voided too") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      var part = try draft()
      part.chunk = Entry.Chunk(first: nil)
      _ = try ledger.record([sale()], as: part)
      _ = try ledger.void(2, reason: "stop", as: draft())
      part.chunk = Entry.Chunk(first: 2)
      _ = try ledger.record([sale(line: 2)], as: part)
      let void = try ledger.void(4, reason: "stop", as: draft())
      #expect(void.entry == 5)
      #expect(void.voided == [4])
      #expect(void.counts == Entry.Counts(.sales, 1))
      #expect(try ledger.totals("a").sales.isEmpty)
      #expect(try ledger.entries(limit: nil).map(\.voidedBy) == [nil, 5, nil, 3, nil])
    },

    Promise("a restated count stands in place of the old one") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      let old = try [count(100), count(50, at: "2021-12-08T18:10Z")]
      _ = try ledger.record(old, as: draft())
      let new = try [
        count(10), count(50, at: "2021-12-08T18:10Z"), count(1, at: "2021-12-08T18:20Z"),
      ]
      let recording = try ledger.record(new, as: draft(), onConflict: .restate)
      #expect(recording.outcomes == [.restated(from: old[0]), .alreadyRecorded, .recorded])
      #expect(try ledger.totals("a").audience == [try #require(Model.totals(.concurrent, new))])
      #expect(try ledger.entries(limit: 1).first?.counts == Entry.Counts(.audienceCounts, 2))
      #expect(try ledger.record([new[0]], as: draft()).outcomes == [.alreadyRecorded])
      #expect(
        try ledger.record([old[0]], as: draft()).outcomes == [.conflicting(recorded: new[0])])
    },

    Promise("voiding a restatement brings the old count back") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      _ = try ledger.record([count(100)], as: draft())
      _ = try ledger.record([count(10)], as: draft(), onConflict: .restate)
      _ = try ledger.record([count(20)], as: draft(), onConflict: .restate)
      func latest() throws -> [Int64] { try ledger.totals("a").audience.map(\.latest) }
      #expect(try latest() == [20])
      _ = try ledger.void(2, reason: "x", as: draft())
      #expect(try latest() == [20])
      _ = try ledger.void(4, reason: "x", as: draft())
      #expect(try latest() == [10])
      _ = try ledger.void(3, reason: "x", as: draft())
      #expect(try latest() == [])
    },

    Promise("of counts of one instant in a batch that restates, the first one stands") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      let (ten, twelve, thirteen) = try (count(10), count(12), count(13))
      _ = try ledger.record([ten], as: draft())
      let recording = try ledger.record(
        [twelve, twelve, ten, thirteen], as: draft(), onConflict: .restate)
      #expect(
        recording.outcomes == [
          .restated(from: ten), .alreadyRecorded, .conflicting(recorded: twelve),
          .conflicting(recorded: twelve),
        ])
      #expect(try ledger.totals("a").audience.map(\.latest) == [12])
    },

    Promise("an answer as of an entry is what the book said then") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      var answers = [try ledger.totals(of: uk, during: .always)]
      func step(_ body: () throws -> Void) throws {
        try body()
        answers.append(try ledger.totals(of: uk, during: .always))
      }
      try step { _ = try ledger.record([count(5), count(3, of: .views)], as: draft()) }
      try step { _ = try ledger.record([count(6)], as: draft(), onConflict: .restate) }
      try step { _ = try ledger.record([sale(line: 2), sale(order: "2")], as: draft()) }
      try step { _ = try ledger.record([sale(line: 1, at: "2021-12-08T10:00Z")], as: draft()) }
      try step { _ = try ledger.void(4, reason: "x", as: draft()) }
      try step { _ = try ledger.void(3, reason: "x", as: draft()) }
      try step { try ledger.recordEvents("b") }
      for (index, answer) in answers.enumerated() {
        #expect(
          try ledger.totals(of: uk, during: .always, asOf: Int64(index + 1)) == answer,
          "entry \(index + 1)")
      }
      let nothing = MarketTotals(events: [], credited: [], uncredited: [])
      #expect(try ledger.totals(of: uk, during: .always, asOf: 0) == nothing)
      #expect(try ledger.totals(of: uk, during: .always, asOf: 99) == answers.last)
    },

    Promise("the last entry at an instant is the one that was recorded by then") { backend in
      let ledger = try backend.open()
      #expect(try ledger.lastEntry(at: .latest) == nil)
      for (key, time) in [("a", "10:00"), ("b", "10:00"), ("c", "12:00"), ("d", "11:00")] {
        _ = try ledger.record([event(key)], as: draft("2021-12-09T\(time)Z"))
      }
      #expect(try ledger.lastEntry(at: instant("2021-12-09T09:59:59.999Z")) == nil)
      #expect(try ledger.lastEntry(at: instant("2021-12-09T10:00Z")) == 2)
      #expect(try ledger.lastEntry(at: instant("2021-12-09T11:59:59.999Z")) == 2)
      #expect(try ledger.lastEntry(at: instant("2021-12-09T12:00Z")) == 4)
    },
  ]
}

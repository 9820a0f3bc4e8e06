import LedgerCore
import Testing

extension Contract {
  /// What every storage promises of receipts, and of checking a book.
  public static let receipts: [Promise] = [
    Promise("whoever records something is given the receipt of its entry") { backend in
      let ledger = try backend.open()
      let receipts = try everything(in: ledger)
      #expect(receipts.map(\.entry) == Array(1...Int64(receipts.count)))
      #expect(try ledger.entries(limit: nil).reversed().map(\.receipt) == receipts)
      for receipt in receipts {
        #expect(try ledger.entry(receipt.entry)?.receipt == receipt)
        // In the form that is read back: 64 lower-case hexadecimal digits.
        #expect(Receipt(receipt.description) == receipt)
      }
      #expect(Set(receipts.map(\.digest)).count == receipts.count)
    },

    Promise("the same history has the same receipts in every book of a storage") { backend in
      let (one, other) = (try backend.open(), try backend.open())
      let receipts = try everything(in: one)
      #expect(try everything(in: other) == receipts)
    },

    Promise("a history that differs in anything has other receipts from there on") { backend in
      let ledger = try backend.open()
      let lastDraft = try draft("2022-01-01T00:00Z")
      // Each is forgotten before the next one: all begin with an empty book.
      func receipts(_ fact: Event, _ draft: Entry.Draft) throws -> [Receipt?] {
        try ledger.together {
          let recording = try ledger.record([fact], as: draft)
          let last = try ledger.record([event("last")], as: lastDraft)
          return [recording.receipt, last.receipt]
        } isKept: { _ in
          false
        }
      }
      var drafts = [try draft()]
      drafts.append(try draft("2021-12-09T09:00:00.001Z"))
      drafts.append(try draft(command: "another"))
      for change in [
        { $0.source = "file" }, { $0.note = "note" }, { $0.chunk = Entry.Chunk(first: nil) },
        { $0.sourceDigest = String(repeating: "ab", count: 32) },
      ] as [(inout Entry.Draft) -> Void] {
        var changed = drafts[0]
        change(&changed)
        drafts.append(changed)
      }
      let amy = try Creator(name: "Amy", role: .host)
      let events = try [
        event("a"), event("b"), event("a", in: germany), event("a", title: "A"),
        event("a", starts: "2021-12-08T18:01Z"), event("a", ends: "2021-12-08T19:00Z"),
        event("a", brands: ["NYX"]), event("a", creators: [amy]),
      ]
      let all =
        try drafts.map { try receipts(events[0], $0) }
        + events.dropFirst().map { try receipts($0, drafts[0]) }
      #expect(Set(all.map { $0[0]?.digest }).count == all.count)
      #expect(Set(all.map { $0[1]?.digest }).count == all.count)
      #expect(try receipts(events[0], drafts[0]) == all[0])
    },

    Promise("a book of which everything was recorded by the ledger is sound") { backend in
      let ledger = try backend.open()
      #expect(try ledger.verify(VerificationPlan()).receipt == nil)
      let receipts = try everything(in: ledger)
      let result = try ledger.verify(VerificationPlan(receipts: receipts))
      #expect(result.flaws == [])
      #expect(result.isSound)
      #expect(result.entries == 1...Int64(receipts.count))
      #expect(result.receipt == receipts.last)
      #expect(result.checked[.receipts] == Int64(receipts.count))
    },

    Promise("a receipt of another history is a flaw, and so is one of an entry to come") {
      backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      let receipt = try #require(try ledger.record([count(5)], as: draft()).receipt)
      let other = Receipt(entry: 1, digest: receipt.digest)
      let later = Receipt(entry: 3, digest: receipt.digest)
      let result = try ledger.verify(VerificationPlan(receipts: [other, receipt, later]))
      #expect(result.flaws.map(\.check) == [.receipts, .receipts])
      #expect(result.flaws.map(\.entry) == [1, 3])
      #expect(!result.isSound)
      #expect(result.receipt == nil)
    },

    Promise("digests are computed from the entry on that is no longer trusted") { backend in
      let ledger = try backend.open()
      for key in ["a", "b", "c"] { try ledger.recordEvents(key) }
      #expect(try ledger.verify(VerificationPlan(since: 2)).entries == 3...3)
      let result = try ledger.verify(VerificationPlan(since: 3))
      #expect(result.entries == nil)
      #expect(try result.receipt == ledger.entry(3)?.receipt)
      for since: Int64 in [4, -1] {
        #expect(throws: LedgerError.unknownEntry(since, last: 3)) {
          try ledger.verify(VerificationPlan(since: since))
        }
      }
    },
  ]
}

/// Records a fact of each type, corrects some and takes some back; returns the receipts.
private func everything(in ledger: any Ledger) throws -> [Receipt] {
  var receipts: [Receipt?] = []
  let amy = try Creator(name: "Amy", role: .host)
  let show = try event("a", brands: ["NYX"], creators: [amy])
  receipts.append(try ledger.record([show, event("b")], as: draft()).receipt)
  receipts.append(try ledger.record([count(5), count(6, of: .views)], as: draft()).receipt)
  receipts.append(
    try ledger.record([count(7)], as: draft(), onConflict: .restate).receipt)
  receipts.append(try ledger.record([sale(), sale(line: 2, currency: jpy)], as: draft()).receipt)
  receipts.append(try ledger.record([total()], as: draft()).receipt)
  receipts.append(
    try ledger.record([claim("p"), claim("q", stage: nil, disputes: "p")], as: draft()).receipt)
  receipts.append(try ledger.record([survey("s")], as: draft()).receipt)
  receipts.append(try ledger.record([rate()], as: draft(), onConflict: .refuse).receipt)
  receipts.append(try ledger.record([membership()], as: draft()).receipt)
  receipts.append(
    try ledger.record(
      [target(), target(event: "a", period: nil)], as: draft(), onConflict: .refuse
    )
    .receipt)
  var amendment = EventAmendment()
  amendment.title = "A"
  receipts.append(try ledger.amend(show.key, amendment, as: draft()).receipt)
  receipts.append(
    try ledger.accept(.foreignCurrency, of: ["UK/JPY"], reason: "tourists", as: draft()).receipt)
  receipts.append(try ledger.void(2, reason: "the wrong show", as: draft()).receipt)
  return try receipts.map { try #require($0) }
}

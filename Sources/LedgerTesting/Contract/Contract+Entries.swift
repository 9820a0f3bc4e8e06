import LedgerCore
import Testing

extension Contract {
  /// What every storage promises of entries.
  public static let entries: [Promise] = [
    Promise("an entry comes back as it was drafted, with what it recorded") { backend in
      let ledger = try backend.open()
      let first = Entry.Draft(
        recordedAt: try instant("2021-12-09T09:00:00.123Z"), command: "import events",
        source: "events.csv", sourceDigest: String(repeating: "ab", count: 32), note: "first ✓",
        author: "Mia Doe")
      #expect(try ledger.record([event("a"), event("b")], as: first).entry == 1)
      let second = try draft("2021-12-09T10:00Z", command: "add-audience")
      #expect(try ledger.record([count(1), count(2, of: .views)], as: second).entry == 2)
      let third = try draft("2021-12-09T11:00Z", command: "add-sale")
      #expect(try ledger.record([sale(), sale(), sale(line: 2)], as: third).entry == 3)
      let digests = try (1...3).map { number in try ledger.entry(number)?.digest }
      #expect(Set(digests).count == 3)
      #expect(digests.allSatisfy { $0?.count == 64 })
      let expected = [
        Entry(number: 3, draft: third, counts: .init(.sales, 2), digest: digests[2]),
        Entry(number: 2, draft: second, counts: .init(.audienceCounts, 2), digest: digests[1]),
        Entry(number: 1, draft: first, counts: .init(.events, 2), digest: digests[0]),
      ]
      #expect(try ledger.entries(limit: nil) == expected)
      #expect(try ledger.entries(limit: 2) == Array(expected.prefix(2)))
      #expect(try ledger.event(EventKey("b")).entry == expected[2])
    },

    Promise("a batch of which nothing is new makes no entry") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      _ = try ledger.record([count(1)], as: draft())
      _ = try ledger.record([sale()], as: draft())
      #expect(try ledger.record([event("a"), event("a", title: "b")], as: draft()).entry == nil)
      #expect(
        try ledger.record([count(1), count(2), count(1, event: "z")], as: draft()).entry == nil)
      let sales = try [sale(), sale(quantity: 2), sale(order: "2", event: "z")]
      #expect(try ledger.record(sales, as: draft()).entry == nil)
      #expect(try ledger.entries(limit: nil).map(\.number) == [3, 2, 1])
      #expect(try ledger.record([event("b")], as: draft()).entry == 4)
    },

    Promise("the instant of recording never falls") { backend in
      let ledger = try backend.open()
      let clock = [
        "2021-12-09T09:00Z", "2021-12-09T08:00Z", "1960-01-01T00:00Z", "2021-12-09T09:00:00.001Z",
        "2021-12-09T09:00Z",
      ]
      for (number, time) in clock.enumerated() {
        _ = try ledger.record([event("e\(number)")], as: draft(time))
      }
      let recorded = try ledger.entries(limit: nil).reversed().map(\.draft.recordedAt.description)
      #expect(
        recorded == [
          "2021-12-09T09:00:00Z", "2021-12-09T09:00:00Z", "2021-12-09T09:00:00Z",
          "2021-12-09T09:00:00.001Z", "2021-12-09T09:00:00.001Z",
        ])
    },

    Promise("a book may begin before 1970") { backend in
      let ledger = try backend.open()
      _ = try ledger.record([event("a")], as: draft("1960-01-01T00:00Z"))
      let entry = try #require(try ledger.entries(limit: nil).first)
      #expect(entry.draft.recordedAt.description == "1960-01-01T00:00:00Z")
    },

    Promise("the reference knows markets by their codes and names, and currencies by their codes") {
      backend in
      let reference = try backend.open().reference()
      for market in Reference.sample.markets {
        #expect(reference.markets.contains(market))
        for name in [market.code.description, market.isoCode.lowercased(), market.name] {
          #expect(try reference.market(name) == market)
        }
      }
      for currency in Reference.sample.currencies {
        #expect(reference.currencies.contains(currency))
        #expect(try reference.currency(currency.code.lowercased()) == currency)
      }
      #expect(reference.markets.map(\.code) == reference.markets.map(\.code).sorted())
      #expect(throws: LedgerError.self) { try reference.market("XX") }
    },
  ]
}

import LedgerCore
import Testing

extension Contract {
  /// What every storage promises of credits of orders to shows.
  public static let credits: [Promise] = [
    Promise("a credit is recorded once, no matter who says so and when") { backend in
      let ledger = try backend.open()
      let first = try credit(seen: "2021-12-09T09:00Z", citation: "the export")
      let others = try [
        credit(line: 1), credit("b"), credit(order: "2"), credit(source: "app"),
      ]
      let recording = try ledger.record(
        [first, credit(), credit(citation: "another")] + others, as: draft())
      #expect(
        recording.outcomes == [.recorded, .alreadyRecorded, .alreadyRecorded]
          + Array(repeating: .recorded, count: 4))
      #expect(try ledger.entries(limit: 1).first?.counts == Entry.Counts(.credits, 5))
      #expect(
        try ledger.record([credit(seen: "2021-12-10T09:00Z")], as: draft())
          == Recording(receipt: nil, outcomes: [.alreadyRecorded]))
      #expect(
        try ledger.credits(CreditFilter(), limit: nil, asOf: nil).map(\.credit)
          == [others[3], first, others[1], others[0], others[2]])
      #expect(try ledger.credits(CreditFilter(), limit: 2, asOf: nil).count == 2)
      let ofB = CreditFilter(event: try EventKey("b"))
      #expect(try ledger.credits(ofB, limit: nil, asOf: nil).map(\.credit) == [others[1]])
    },

    Promise("an order, its credit and its show may be recorded in any order") { backend in
      let steps: [(any Ledger) throws -> Void] = [
        { try $0.recordEvents("a") },
        { try #require($0.record([credit(line: 1)], as: draft()).receipt != nil) },
        { ledger in
          let lines = try [
            sale(line: 1, event: nil, market: uk), sale(line: 2, event: nil, market: uk),
            sale(line: 1, .refund, quantity: -1, micros: -990_000, event: nil, market: uk),
          ]
          try #require(ledger.record(lines, as: draft()).receipt != nil)
        },
      ]
      for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let ledger = try backend.open()
        for step in order { try steps[step](ledger) }
        let sold = try #require(ledger.event(EventKey("a")).totals.sales.first, "\(order)")
        #expect((sold.orders, sold.lines, sold.units) == (1, 2, 1), "\(order)")
        #expect((sold.gross, sold.refunded) == (9_990_000, -990_000), "\(order)")
        let sales = try ledger.totals(of: uk, during: .always, asOf: nil).sales
        #expect(sales.map(\.totals.lines).sorted() == [1, 2], "\(order)")
        #expect(try ledger.verify(VerificationPlan()).isSound, "\(order)")
      }
    },

    Promise("a credit goes before the event that a sale names, and a void gives it back") {
      backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a", "b")
      _ = try ledger.record([sale(event: "a")], as: draft())
      let recording = try ledger.record([credit("b")], as: draft())
      let last = try #require(recording.receipt?.entry)
      #expect(try orders(of: ledger) == ["a": 0, "b": 1])
      #expect(try orders(of: ledger, asOf: last - 1) == ["a": 1, "b": 0])
      #expect(
        try ledger.record([sale(event: "a")], as: draft()).outcomes == [.alreadyRecorded])
      _ = try ledger.void(last, reason: "wrong", as: draft())
      #expect(try orders(of: ledger) == ["a": 1, "b": 0])
      #expect(try orders(of: ledger, asOf: last) == ["a": 0, "b": 1])
    },

    Promise("what is credited stands on a credit, the sale itself or the rule") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a", "b")
      _ = try ledger.record(
        [
          sale(order: "1", line: 1, event: "a"), sale(order: "1", line: 2, event: "a"),
          sale(order: "2", event: nil, market: uk), sale(order: "3", event: nil, market: uk),
          sale(order: "4", event: "b"), sale(order: "5", event: nil, market: uk),
          sale(order: "6", event: nil, market: uk),
        ], as: draft())
      let recording = try ledger.record(
        [
          credit("a", order: "1", line: 2), credit("b", order: "3"),
          credit(nil, order: "5", channel: .live), credit(nil, order: "6", channel: .video),
        ], as: draft())
      func bases(asOf entry: Int64? = nil, _ rule: CreditRule? = nil) throws -> [String] {
        try ledger.totals(
          TotalsRequest(
            market: uk, period: .always, asOf: entry, credit: rule, bases: true)
        ).bases.map { "\($0.basis) \($0.event) \($0.gross.micros)" }.sorted()
      }
      let credited = ["credit a 9990000", "credit b 9990000"]
      #expect(try bases() == credited)
      #expect(try bases(asOf: recording.receipt?.entry) == credited)
      #expect(try bases(asOf: 1) == [])
      let rule = try CreditRule("window:24h")
      #expect(try bases(rule).filter { $0.hasPrefix("credit") } == credited)
      #expect(
        try bases(rule).filter { $0.hasPrefix("rule") }
          == ["rule b 9990000", "ruleOfUnknownChannel b 9990000"])
      _ = try ledger.void(#require(recording.receipt?.entry), reason: "wrong", as: draft())
      #expect(try bases() == [])
      #expect(try ledger.verify(VerificationPlan()).isSound)
    },

    Promise("sales are broken down by the channel that sold them") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      _ = try ledger.record(
        [
          sale(order: "1", event: "a"), sale(order: "2", line: 1, event: nil, market: uk),
          sale(order: "2", line: 2, event: nil, market: uk),
          sale(
            order: "2", line: 9, .refund, quantity: -1, micros: -1_000_000, event: nil, market: uk),
          sale(order: "3", event: nil, market: uk), sale(order: "4", event: nil, market: uk),
        ], as: draft())
      let recording = try ledger.record(
        [
          credit(nil, order: "2", channel: .video, creator: "Amy", seen: "2021-12-09T09:00Z"),
          credit(nil, order: "2", channel: .ads, seen: "2021-12-08T09:00Z"),
          credit("a", order: "3"), credit(nil, order: "4", creator: "Amy"),
        ], as: draft())
      func channels() throws -> [String] {
        try ledger.totals(TotalsRequest(market: uk, period: .always, channels: true)).products
          .map { "\($0.name ?? "–") \($0.totals.orders) \($0.totals.lines)" }.sorted()
      }
      #expect(try channels() == ["live 2 2", "video 1 3", "– 1 1"])
      #expect(
        try ledger.credits(CreditFilter(order: "2"), limit: nil, asOf: nil).map(\.state)
          == [.named, .named])
      // The same of another creator is another credit; of none it is the same.
      let again = try [
        credit(nil, order: "2", channel: .video),
        credit(nil, order: "2", channel: .video, creator: "Ben"),
        credit(nil, order: "2", channel: .video, creator: "Cem"),
      ]
      #expect(
        try ledger.record(again, as: draft()).outcomes
          == [.alreadyRecorded, .recorded, .conflicting(recorded: again[1])])
      _ = try ledger.void(#require(recording.receipt?.entry), reason: "wrong", as: draft())
      #expect(try channels() == ["live 1 1", "video 1 3", "– 2 2"])
      #expect(throws: LedgerError.self) { try credit("a", channel: .video) }
      #expect(throws: LedgerError.self) { try credit(nil) }
    },

    Promise("of several credits a line's own stands, then the one seen last") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a", "b", "c", "d")
      _ = try ledger.record(
        [sale(line: 1, event: nil, market: uk), sale(line: 2, event: nil, market: uk)],
        as: draft())
      _ = try ledger.record(
        [
          credit("b", seen: "2021-12-09T09:00Z"), credit("a", seen: "2021-12-10T09:00Z"),
          credit("c", line: 2), credit("d"),
        ], as: draft())
      let records = try ledger.credits(CreditFilter(), limit: nil, asOf: nil)
      #expect(
        records.map { "\($0.credit.event?.description ?? "–") \($0.state.rawValue)" }
          == ["a credited", "b overruled", "d overruled", "c credited"])
      #expect(try ledger.event(EventKey("a")).totals.sales.map(\.lines) == [1])
      #expect(try ledger.event(EventKey("c")).totals.sales.map(\.lines) == [1])
    },

    Promise("a credit says what keeps it from counting") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      _ = try ledger.record(
        [
          sale(order: "1", event: nil, market: germany), sale(order: "2", event: nil, market: uk),
        ], as: draft())
      _ = try ledger.record(
        [credit(order: "1"), credit("z", order: "2"), credit(order: "3")], as: draft())
      let records = try ledger.credits(CreditFilter(), limit: nil, asOf: nil)
      #expect(records.map(\.state) == [.otherMarket, .noShow, .noSale])
      let open = CreditFilter(state: .noShow)
      #expect(try ledger.credits(open, limit: nil, asOf: nil).map(\.credit.order) == ["2"])
      #expect(try ledger.event(EventKey("a")).totals.sales == [])
    },

    Promise("a show that credits name may be voided, and takes its orders back") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      _ = try ledger.record([sale(event: nil, market: uk)], as: draft())
      _ = try ledger.record([credit()], as: draft())
      _ = try ledger.void(1, reason: "wrong", as: draft())
      #expect(
        try ledger.totals(of: uk, during: .always, asOf: nil).sales.map(\.isCredited) == [false])
      try ledger.recordEvents("a")
      #expect(try ledger.event(EventKey("a")).totals.orders == 1)
      #expect(try ledger.verify(VerificationPlan()).isSound)
    },
  ]
}

/// The orders of each show of a market.
private func orders(of ledger: any Ledger, asOf entry: Int64? = nil) throws -> [String: Int64] {
  let events = try ledger.totals(of: uk, during: .always, asOf: entry).events
  return Dictionary(uniqueKeysWithValues: events.map { ($0.event.key.description, $0.orders) })
}

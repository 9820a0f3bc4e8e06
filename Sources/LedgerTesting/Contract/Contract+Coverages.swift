import LedgerCore
import Testing

extension Contract {
  /// What every storage promises of the time over which sales are complete.
  public static let coverages: [Promise] = [
    Promise("a coverage is recorded once, no matter who says so") { backend in
      let ledger = try backend.open()
      let first = try coverage(citation: "the shop")
      let others = try [
        coverage(platform: "tiktok"), coverage(source: "shop"), coverage(creator: "Amy"),
        coverage("2021-12-02T00:00Z"), coverage(in: germany),
      ]
      let recording = try ledger.record(
        [first, coverage(citation: "another")] + others + [coverage(in: Market.Code("ZZ"))],
        as: draft())
      #expect(
        recording.outcomes == [.recorded, .alreadyRecorded]
          + Array(repeating: .recorded, count: 5) + [.refused(.unknownMarket("ZZ", near: []))])
      #expect(try ledger.entries(limit: 1).first?.counts == Entry.Counts(.coverages, 6))
      #expect(
        try ledger.record([coverage()], as: draft())
          == Recording(receipt: nil, outcomes: [.alreadyRecorded]))
      #expect(
        try ledger.coverages(in: nil, asOf: nil).map(\.coverage)
          == [others[4], first, others[0], others[1], others[2], others[3]])
      #expect(try ledger.coverages(in: germany, asOf: nil).map(\.entry) == [1])
    },

    Promise("a voided coverage covers no more, and may be recorded again") { backend in
      let ledger = try backend.open()
      _ = try ledger.record([coverage()], as: draft())
      let void = try ledger.void(1, reason: "wrong", as: draft())
      #expect(void.counts == Entry.Counts(.coverages, 1))
      #expect(try ledger.coverages(in: uk, asOf: nil) == [])
      #expect(try ledger.coverages(in: uk, asOf: 1).map(\.coverage) == [coverage()])
      #expect(try ledger.record([coverage()], as: draft()).outcomes == [.recorded])
    },

    Promise("the orders of each source are counted, and those that name an event") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      let at = "2021-12-08T18:00:00Z"
      _ = try ledger.record(
        [
          sale(order: "1", line: 1, source: "shop", at: at, event: "a"),
          sale(order: "1", line: 2, source: "shop", at: at, event: nil, market: uk),
          sale(order: "2", source: "shop", at: at, event: nil, market: uk),
          sale(order: "1", source: "app", at: at, event: nil, market: uk),
          sale(order: "9", source: "app", at: at, event: nil, market: germany),
          sale(
            order: "2", .refund, source: "app", quantity: -1, micros: -1, at: at, event: nil,
            market: uk),
        ], as: draft())
      let app = SourceOrders(source: "app", orders: 1, credited: 0)
      let shop = SourceOrders(source: "shop", orders: 2, credited: 1)
      #expect(try ledger.sourceOrders(in: uk, during: .always, asOf: nil) == [app, shop])
      #expect(try ledger.sourceOrders(in: uk, during: .always, asOf: 1) == [])
      let later = try InstantRange(start: instant("2021-12-08T18:00:00.001Z"), end: nil)
      #expect(try ledger.sourceOrders(in: uk, during: later, asOf: nil) == [])
    },
  ]
}

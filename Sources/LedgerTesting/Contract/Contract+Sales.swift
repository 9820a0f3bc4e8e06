import LedgerCore
import Testing

extension Contract {
  /// What every storage promises of sales.
  public static let sales: [Promise] = [
    Promise("sales are recorded, already recorded, conflicting or refused, one by one") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      let recorded = try sale(event: nil, market: uk)
      #expect(try ledger.record([recorded], as: draft()).outcomes == [.recorded])
      let batch = [
        try sale(line: 2, event: nil, market: uk), recorded,
        try sale(quantity: 2, event: nil, market: uk), try sale(order: "2", event: "b"),
        try sale(order: "3", event: "a", market: germany),
      ]
      let recording = try ledger.record(batch, as: draft())
      #expect(recording.entry == 3)
      #expect(
        recording.outcomes == [
          .recorded, .alreadyRecorded, .conflicting(recorded: recorded),
          .refused(.unknownEvent("b", near: ["a"], count: 1)),
          .refused(.marketOfEvent(event: "a", market: "UK", given: "DE")),
        ])
      #expect(try ledger.entries(limit: 1).first?.counts == Entry.Counts(.sales, 1))
    },

    Promise("a sale that is twice in a batch is recorded once") { backend in
      let ledger = try backend.open()
      let first = try sale(event: nil, market: uk)
      let other = try sale(micros: 1, event: nil, market: uk)
      let recording = try ledger.record([first, first, other], as: draft())
      #expect(recording.outcomes == [.recorded, .alreadyRecorded, .conflicting(recorded: first)])
      #expect(try ledger.totals(of: uk, during: .always).uncredited.map(\.lines) == [1])
    },

    // Two spellings that look alike, and are equal to Swift: composed, and with a combining accent.
    Promise("orders and sources are told apart by their bytes") { backend in
      let ledger = try backend.open()
      let spellings = ["caf\u{e9}", "cafe\u{301}"]
      var batch: [Sale] = []
      for source in spellings {
        for order in spellings {
          batch.append(try sale(order: order, source: source, event: nil, market: uk))
        }
      }
      #expect(try ledger.record(batch, as: draft()).outcomes == batch.map { _ in .recorded })
      let totals = try ledger.totals(of: uk, during: .always)
      #expect(totals.uncredited.map(\.orders) == [4])
      #expect(try ledger.totals(of: uk, during: .always, asOf: 1) == totals)
      let again = try ledger.record(batch.reversed(), as: draft())
      #expect(again.outcomes == batch.map { _ in .alreadyRecorded })
      _ = try ledger.void(1, reason: "x", as: draft())
      #expect(try ledger.totals(of: uk, during: .always).uncredited.isEmpty)
    },

    Promise("a sale of a market or currency that is none is refused, and the others are recorded") {
      backend in
      let ledger = try backend.open()
      let batch = [
        try sale(event: nil, market: Market.Code("XX")), try sale(event: nil, market: uk),
        try sale(order: "2", currency: Currency(code: "XYZ", digits: 2), event: nil, market: uk),
      ]
      let outcomes = try ledger.record(batch, as: draft()).outcomes
      #expect(outcomes.map(\.fate) == [.refused, .recorded, .refused])
    },

    Promise("more sales than one statement inserts are all recorded") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      let batch = try (0..<130).map { try sale(order: "\($0 * 7919 % 65)", line: Int64($0)) }
      #expect(try ledger.record(batch, as: draft()).outcomes == batch.map { _ in .recorded })
      let sales = try ledger.totals("a").sales
      #expect(sales.map(\.lines) == [130])
      #expect(sales.map(\.orders) == [65])
      #expect(try ledger.record(batch, as: draft()).outcomes == batch.map { _ in .alreadyRecorded })
    },

    Promise("a line may move once in each way, and order numbers are those of a source") {
      backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      let batch = [
        try sale(), try sale(.cancellation, quantity: -1, micros: -1_000_000),
        try sale(.refund, quantity: 0, micros: -2_000_000),
        try sale(.adjustment, quantity: 0, micros: 3), try sale(source: "other"),
      ]
      #expect(try ledger.record(batch, as: draft()).outcomes == batch.map { _ in .recorded })
      #expect(
        try ledger.totals("a").sales == [
          SaleTotals(
            currency: gbp, orders: 2, paidOrders: 2, lines: 5, units: 2, unitsCancelled: -1,
            gross: 19_980_000, cancelled: -1_000_000, refunded: -2_000_000, adjusted: 3)
        ])
    },

    Promise("a sale conflicts where anything but its market's spelling out differs") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a", "b")
      try ledger.recordEvents("german", in: germany)
      _ = try ledger.record([sale()], as: draft())
      let same = try [sale(), sale(market: uk)]
      #expect(
        try ledger.record(same, as: draft()).outcomes == [.alreadyRecorded, .alreadyRecorded])
      let others = [
        try sale(product: "mascara"), try sale(product: nil), try sale(quantity: 2),
        try sale(micros: 9_990_001), try sale(currency: eur),
        try sale(at: "2021-12-08T18:30:00.001Z"),
        try sale(event: "b"), try sale(event: "german"), try sale(event: nil, market: uk),
        try sale(event: nil, market: germany),
      ]
      let outcomes = try ledger.record(others, as: draft()).outcomes
      #expect(outcomes.map(\.fate) == others.map { _ in .conflicting })
      for case .conflicting(let recorded) in outcomes {
        let expected = try sale(market: uk)
        #expect(recorded == expected)
      }
      #expect(try ledger.totals("a").sales.map(\.lines) == [1])
    },

    Promise("an order that comes in several batches counts once") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      for line: Int64 in [3, 1, 2] {
        _ = try ledger.record([sale(line: line)], as: draft())
      }
      _ = try ledger.record([sale(order: "2", line: 1), sale(order: "2", line: 2)], as: draft())
      let totals = try ledger.totals(of: uk, during: .always)
      #expect(totals.credited.map(\.orders) == [2])
      #expect(totals.credited.map(\.lines) == [5])
      #expect(try ledger.totals("a").sales == totals.credited)
    },

    Promise("an order without a line of kind sale is no order") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      _ = try ledger.record([sale(.refund, quantity: -1, micros: -1)], as: draft())
      #expect(try ledger.totals("a").sales.map(\.orders) == [0])
      #expect(try ledger.totals(of: uk, during: .always).credited.map(\.orders) == [0])
    },

    Promise("an order of two events counts once in each, and once in their market") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a", "b")
      _ = try ledger.record([sale(line: 1, event: "a")], as: draft())
      _ = try ledger.record([sale(line: 2, event: "b")], as: draft())
      let totals = try ledger.totals(of: uk, during: .always)
      #expect(totals.events.map { $0.sales.map(\.orders) } == [[1], [1]])
      #expect(totals.credited.map(\.orders) == [1])
    },

    Promise("an order of two markets or currencies counts once in each") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      try ledger.recordEvents("b", in: germany)
      let lines = [
        try sale(line: 1), try sale(line: 2, event: "b"), try sale(line: 3, currency: eur),
        try sale(line: 4, currency: jpy),
      ]
      _ = try ledger.record(lines, as: draft())
      let british = try ledger.totals(of: uk, during: .always).credited
      #expect(british.map(\.currency) == [eur, gbp, jpy])
      #expect(british.map(\.orders) == [1, 1, 1])
      #expect(try ledger.totals(of: germany, during: .always).credited.map(\.orders) == [1])
    },

    Promise("an order counts where its earliest line is, also when that line comes last") {
      backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      let day8 = try range("2021-12-08T00:00Z", "2021-12-09T00:00Z")
      let day9 = try range("2021-12-09T00:00Z", "2021-12-10T00:00Z")
      func orders(_ period: InstantRange) throws -> [[Int64]] {
        let totals = try ledger.totals(of: uk, during: period)
        return [totals.credited.map(\.orders), totals.uncredited.map(\.orders)]
      }
      _ = try ledger.record([sale(line: 2, at: "2021-12-09T10:00Z")], as: draft())
      #expect(try orders(day8) == [[], []])
      #expect(try orders(day9) == [[1], []])
      _ = try ledger.record(
        [sale(line: 1, at: "2021-12-08T23:59:59.999Z", event: nil, market: uk)], as: draft())
      #expect(try orders(day8) == [[], [1]])
      #expect(try orders(day9) == [[0], []])
      #expect(try orders(.always) == [[0], [1]])
    },

    Promise("a period ends and begins on the quarter hour") { backend in
      let ledger = try backend.open()
      let times = [
        "2021-12-08T17:59:59.999Z", "2021-12-08T18:00Z", "2021-12-08T18:14:59.999Z",
        "2021-12-08T18:15Z", "1969-12-31T23:44:59.999Z", "1969-12-31T23:45Z",
        "1969-12-31T23:59:59.999Z", "1970-01-01T00:00Z",
      ]
      for (number, time) in times.enumerated() {
        _ = try ledger.record(
          [sale(order: "\(number)", micros: 1 << number, at: time, event: nil, market: uk)],
          as: draft())
      }
      func gross(_ start: String?, _ end: String?) throws -> Int128 {
        try ledger.totals(of: uk, during: range(start, end)).uncredited.map(\.gross).reduce(0, +)
      }
      #expect(try gross("2021-12-08T18:00Z", "2021-12-08T18:15Z") == 0b0000_0110)
      #expect(try gross("2021-12-08T17:45Z", "2021-12-08T18:00Z") == 0b0000_0001)
      #expect(try gross("2021-12-08T18:15Z", nil) == 0b0000_1000)
      #expect(try gross("1969-12-31T23:45Z", "1970-01-01T00:00Z") == 0b0110_0000)
      #expect(try gross(nil, "1969-12-31T23:45Z") == 0b0001_0000)
      #expect(try gross("1970-01-01T00:00Z", "1970-01-01T00:15Z") == 0b1000_0000)
      #expect(try gross(nil, nil) == 0b1111_1111)
    },

    Promise("amounts are exact to the millionth, and their sums may pass 64 bits") { backend in
      let ledger = try backend.open()
      let most = Int128(Sale.maximumMicros)
      for day in 10...21 {
        let at = "2021-12-\(day)T12:00Z"
        let lines = try [
          sale(
            order: "up\(day)", product: "\(day)", micros: most, at: at, event: nil, market: uk),
          sale(
            order: "down\(day)", .refund, product: "\(day)", quantity: 0, micros: -most, at: at,
            event: nil, market: uk),
        ]
        #expect(try ledger.record(lines, as: draft()).outcomes == [.recorded, .recorded])
      }
      let totals = try #require(try ledger.totals(of: uk, during: .always).uncredited.first)
      #expect(totals.gross == 12 * most)
      #expect(totals.refunded == -12 * most)
    },

    Promise("a total of any group may pass 64 bits, and come back") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      let most = Int128(Sale.maximumMicros)
      func adjust(_ order: String, _ micros: Int128) throws -> Sale {
        try sale(order: order, .adjustment, quantity: 0, micros: micros)
      }
      func adjusted() throws -> [Int128] {
        let totals = try ledger.totals(
          TotalsRequest(market: uk, period: .always, sales: .eventQuarters, products: true))
        let ofShow = totals.events.flatMap(\.sales).map(\.adjusted)
        let ofProduct = totals.products.map(\.totals.adjusted)
        #expect(ofShow == ofProduct && ofShow == totals.sales.map(\.totals.adjusted))
        #expect(try ledger.totals(of: uk, during: .always).credited.map(\.adjusted) == ofShow)
        #expect(try ledger.verify(VerificationPlan()).isSound)
        return ofShow
      }
      // Nine fit; a tenth in the same batch, and later, does not; nor do twenty the other way.
      _ = try ledger.record((1...9).map { try adjust("a\($0)", most) }, as: draft())
      #expect(try adjusted() == [9 * most])
      _ = try ledger.record([adjust("b", most), adjust("c", 7)], as: draft())
      #expect(try adjusted() == [10 * most + 7])
      _ = try ledger.record([adjust("d", 1)], as: draft())
      #expect(try adjusted() == [10 * most + 8])
      _ = try ledger.record((1...20).map { try adjust("e\($0)", -most) }, as: draft())
      #expect(try adjusted() == [-10 * most + 8])
      _ = try ledger.void(5, reason: "a slip", as: draft())
      #expect(try adjusted() == [10 * most + 8])
      _ = try ledger.void(3, reason: "a slip", as: draft())
      #expect(try adjusted() == [9 * most + 1])
    },

    Promise("sales are of one market, currencies apart, credited or not") { backend in
      let ledger = try backend.open()
      try ledger.recordEvents("a")
      let lines = [
        try sale(order: "1"), try sale(order: "2", currency: jpy, event: nil, market: uk),
        try sale(order: "3", currency: kwd), try sale(order: "4", event: nil, market: germany),
      ]
      _ = try ledger.record(lines, as: draft())
      let totals = try ledger.totals(of: uk, during: .always)
      #expect(totals.credited.map(\.currency) == [gbp, kwd])
      #expect(totals.uncredited.map(\.currency) == [jpy])
      #expect(
        try ledger.totals(of: Market.Code("FR"), during: .always)
          == MarketTotals(events: [], credited: [], uncredited: []))
    },
  ]
}

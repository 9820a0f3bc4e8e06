import LedgerCore
import Testing

extension Contract {
  /// What every storage promises of amounts that an export sums up.
  public static let saleExtents: [Promise] = [
    Promise("of a sum so far, what is new is recorded, and an older one adds nothing") { backend in
      let ledger = try backend.open()
      _ = try ledger.record([sold()], as: draft())
      let sums: [(Int128, Outcome<Sale>, refunded: Int128)] = [
        (5, .recorded, -5), (5, .alreadyRecorded, -5), (8, .recorded, -8),
        (5, .alreadyRecorded, -8),
        (8, .alreadyRecorded, -8), (9, .recorded, -9),
      ]
      for (sum, outcome, expected) in sums {
        #expect(try ledger.record([refunded(sum)], as: draft()).outcomes == [outcome])
        #expect(try totals(ledger).map(\.refunded) == [expected])
      }
      #expect(try totals(ledger).map(\.lines) == [4])
      #expect(try totals(ledger).map(\.orders) == [1])
    },

    Promise("sums of one batch follow one another, each of its own order and currency") { backend in
      let ledger = try backend.open()
      let batch = try [
        refunded(5), refunded(7, order: "2"), refunded(8), refunded(8), refunded(3, currency: eur),
      ]
      #expect(
        try ledger.record(batch, as: draft()).outcomes == [
          .recorded, .recorded, .recorded, .alreadyRecorded, .recorded,
        ])
      #expect(try Set(totals(ledger).map(\.refunded)) == [-15, -3])
    },

    Promise("a sum counts what was recorded as single movements, and takes a free line") {
      backend in
      let ledger = try backend.open()
      let single = try sale(line: 3, .refund, quantity: -1, micros: -2, event: nil, market: uk)
      _ = try ledger.record([single], as: draft())
      #expect(try ledger.record([refunded(5)], as: draft()).outcomes == [.recorded])
      #expect(try totals(ledger).map(\.refunded) == [-5])
      let at4 = try sale(line: 4, .refund, quantity: 0, micros: -1, event: nil, market: uk)
      let fates = try ledger.record([at4], as: draft()).outcomes.map(\.fate)
      #expect(fates == [.conflicting])
    },

    Promise("what was refunded before a cancellation is taken back, whatever comes first") {
      backend in
      let cancellation = try sale(
        line: 1, .cancellation, quantity: -1, micros: -9_990_000, event: nil, market: uk)
      let refund = try [sold(), refunded(5)]
      let cancelled = try [sold(), cancellation, takenBack()]
      for exports in [[refund, cancelled, refund, cancelled], [cancelled, refund, cancelled]] {
        let ledger = try backend.open()
        for export in exports { _ = try ledger.record(export, as: draft()) }
        let sums = try totals(ledger)
        #expect(sums.map { $0.gross + $0.cancelled + $0.refunded + $0.adjusted } == [0])
        #expect(try totals(ledger).map(\.adjusted) == [exports.count == 4 ? 5 : 0])
      }
    },

    Promise("a sum of nothing takes nothing back, as any smaller sum") { backend in
      let ledger = try backend.open()
      _ = try ledger.record([refunded(5)], as: draft())
      for micros: Int128 in [3, 0] {
        #expect(
          try ledger.record([refunded(micros)], as: draft()).outcomes == [.alreadyRecorded])
      }
      #expect(try totals(ledger).map(\.refunded) == [-5])
    },

    Promise("a refund with bounds is whole in a period with both of them, else possible") {
      backend in
      let ledger = try backend.open()
      let refund = try Sale(
        source: "shop", order: "1", line: 0, kind: .refund, product: "lipstick", quantity: nil,
        amount: Money(micros: -5, currency: gbp), at: instant("2021-12-10T00:00Z"),
        notBefore: instant("2021-12-08T00:00Z"), market: uk)
      _ = try ledger.record([sold(), refund], as: draft())
      let periods: [(String?, String?, whole: Int128, possible: Int128, unknown: [Int64])] = [
        (nil, nil, -5, 0, [1, 0]), ("2021-12-08T00:00Z", "2021-12-10T00:15Z", -5, 0, [1, 0]),
        ("2021-12-08T00:00Z", "2021-12-10T00:00Z", 0, -5, [0, 1]),
        ("2021-12-08T00:15Z", nil, 0, -5, [0, 1]), ("2021-12-10T00:15Z", nil, 0, 0, []),
        (nil, "2021-12-08T00:00Z", 0, 0, []),
      ]
      for (from, to, whole, possible, unknown) in periods {
        let period = try range(from, to)
        let found = try ledger.totals(of: uk, during: period).uncredited.first
        #expect(found?.refunded ?? 0 == whole, "\(period)")
        #expect(found?.refundedWithin ?? 0 == whole, "\(period)")
        #expect(found?.possible.refunded ?? 0 == possible, "\(period)")
        let lines = found.map { [$0.refundsWithoutUnits, $0.possible.withoutUnits] }
        #expect(unknown.isEmpty || lines == unknown, "\(period)")
      }
    },

    Promise("what is refunded so far has the units of its product, and what is new is later") {
      backend in
      let ledger = try backend.open()
      func stated(_ micros: Int128, _ units: Int64?, at: String) throws -> Sale {
        try Sale(
          source: "shop", order: "1", line: 0, kind: .refund, product: "lipstick",
          quantity: units.map { -$0 }, amount: Money(micros: -micros, currency: gbp),
          at: instant(at), notBefore: instant("2021-12-08T00:00Z"), observedAt: instant(at),
          market: uk, extent: .orderSoFar)
      }
      _ = try ledger.record(
        [
          sale(line: 1, quantity: 2, event: nil, market: uk), stated(5, 1, at: "2021-12-10T00:00Z"),
        ],
        as: draft())
      for _ in 1...2 {
        _ = try ledger.record([stated(8, 2, at: "2021-12-12T00:00Z")], as: draft())
      }
      let request = TotalsRequest(
        market: uk, period: .always, sales: .eventQuarters, products: true)
      let totals = try ledger.totals(request)
      #expect(
        totals.spans.map { "\($0.notBefore) \($0.at) \($0.totals.refunded)" }.sorted() == [
          "2021-12-08T00:00:00Z 2021-12-10T00:00:00Z -5",
          "2021-12-10T00:00:00Z 2021-12-12T00:00:00Z -3",
        ])
      #expect(totals.products.map(\.totals.unitsRefunded) == [-2])
      #expect(totals.products.map(\.totals.refunded) == [-8])
    },

    Promise("a sum is recorded anew where what made it up was voided") { backend in
      let ledger = try backend.open()
      _ = try ledger.record([refunded(5)], as: draft())
      _ = try ledger.record([refunded(8)], as: draft())
      _ = try ledger.void(1, reason: "x", as: draft())
      #expect(try totals(ledger).map(\.refunded) == [-3])
      #expect(try ledger.record([refunded(8)], as: draft()).outcomes == [.recorded])
      #expect(try totals(ledger).map(\.refunded) == [-8])
    },
  ]
}

private func refunded(
  _ micros: Int128, order: String = "1", currency: Currency = gbp, line: Int64 = 0
) throws -> Sale {
  try summed(.refund, micros: -micros, order: order, line: line, currency, .orderSoFar)
}

private func takenBack() throws -> Sale {
  try summed(.adjustment, micros: 0, order: "1", line: 2, gbp, .refundsTakenBack)
}

private func summed(
  _ kind: Sale.Kind, micros: Int128, order: String, line: Int64, _ currency: Currency,
  _ extent: Sale.Extent
) throws -> Sale {
  try Sale(
    source: "shop", order: order, line: line, kind: kind, product: nil, quantity: 0,
    amount: Money(micros: micros, currency: currency), at: instant("2021-12-09T10:00Z"),
    market: uk, extent: extent)
}

private func sold() throws -> Sale { try sale(line: 1, event: nil, market: uk) }

private func totals(_ ledger: any Ledger) throws -> [SaleTotals] {
  let kept = try ledger.totals(of: uk, during: .always)
  let last = try #require(ledger.entries(limit: 1).first).number
  #expect(try ledger.totals(of: uk, during: .always, asOf: last) == kept)
  return kept.uncredited
}

import LedgerCore
import Testing

extension Contract {
  /// What every storage promises of exchange rates.
  public static let rates: [Promise] = [
    Promise("a rate is recorded once, and another value under its key is a conflict") { backend in
      let ledger = try backend.open()
      let first = try rate()
      let unknown = Currency(code: "ZZZ", digits: 2)
      let recording = try record(
        [
          first, rate("0.856030", source: "another"), rate("0.9"), rate(on: "2021-12-09"),
          rate("1.13", usd), rate("1", unknown),
        ], in: ledger)
      #expect(recording.entry == 1)
      #expect(
        recording.outcomes == [
          .recorded, .alreadyRecorded, .conflicting(recorded: first), .recorded, .recorded,
          .refused(.unknownCurrency("ZZZ", near: [])),
        ])
      #expect(try ledger.entries(limit: 1).first?.counts == Entry.Counts(.rates, 3))
      #expect(
        try record([first, rate("0.9")], in: ledger)
          == Recording(receipt: nil, outcomes: [.alreadyRecorded, .conflicting(recorded: first)]))
      #expect(try record([], in: ledger) == Recording(receipt: nil, outcomes: []))
    },

    Promise("a restated rate counts from its entry on") { backend in
      let ledger = try backend.open()
      let (first, second) = (try rate(), try rate("0.9"))
      _ = try record([first], in: ledger)
      #expect(
        try record([second, rate("0.8")], in: ledger, .restate).outcomes
          == [.restated(from: first), .conflicting(recorded: second)])
      #expect(try ledger.rates(between: nil, on: always, asOf: nil) == [second])
      #expect(try ledger.rates(between: nil, on: always, asOf: 1) == [first])
      #expect(try ledger.rates(between: nil, on: always, asOf: 0) == [])
      _ = try ledger.void(2, reason: "wrong", as: draft())
      #expect(try ledger.rates(between: nil, on: always, asOf: nil) == [first])
      #expect(try ledger.rates(between: nil, on: always, asOf: 2) == [second])
    },

    Promise("a voided rate is gone, and may come again") { backend in
      let ledger = try backend.open()
      _ = try record([rate()], in: ledger)
      let void = try ledger.void(1, reason: "wrong", as: draft())
      #expect(void.counts == Entry.Counts(.rates, 1))
      #expect(try ledger.rates(between: nil, on: always, asOf: nil).isEmpty)
      #expect(try record([rate("0.9")], in: ledger).outcomes == [.recorded])
    },

    Promise("rates are asked for by currencies and days") { backend in
      let ledger = try backend.open()
      let rates = [
        try rate(on: "2021-12-01"), try rate(on: "2021-12-02"), try rate(on: "2021-12-09"),
        try rate("1.13", usd), try rate("130", jpy), try rate("1.3", usd, base: gbp),
      ]
      _ = try record(rates, in: ledger)
      let day = rates[3].day
      #expect(
        try ledger.rates(between: [eur, gbp], on: rates[0].day...day, asOf: nil)
          == [rates[0], rates[1]])
      #expect(
        try ledger.rates(between: [eur, usd, gbp], on: day...day, asOf: nil) == [
          rates[3], rates[5],
        ])
      // From a week before, and with the euro.
      let converter = try ledger.exchangeRates(between: [gbp, jpy], on: day...day)
      let pound = Money(micros: 1_000_000, currency: gbp)
      #expect(try converter.convert(pound, of: day, to: jpy).get().rates == [rates[1], rates[4]])
    },
  ]
}

private let always = CalendarDay.earliest...CalendarDay.latest

private func record(
  _ rates: [ExchangeRate], in ledger: any Ledger, _ rule: ConflictRule = .refuse
) throws -> Recording<ExchangeRate> {
  try ledger.record(rates, as: draft(), onConflict: rule)
}

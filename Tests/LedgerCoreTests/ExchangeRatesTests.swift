import LedgerCore
import Testing

/// Amounts of one currency in another, against hand-computed answers.
@Suite struct ExchangeRatesTests {
  private let eur = Currency(code: "EUR", digits: 2)
  private let gbp = Currency(code: "GBP", digits: 2)
  private let usd = Currency(code: "USD", digits: 2)
  private let jpy = Currency(code: "JPY", digits: 0)

  private func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

  private func rate(
    _ base: Currency, _ currency: Currency, _ value: String, on date: String = "2021-12-08"
  ) throws -> ExchangeRate {
    try ExchangeRate(
      base: base, currency: currency, day: day(date), value: RateValue(value), source: "ECB")
  }

  private func micros(
    _ rates: [ExchangeRate], _ micros: Int128, _ from: Currency, to: Currency,
    of date: String = "2021-12-08"
  ) throws -> Int128 {
    let money = Money(micros: micros, currency: from)
    let conversion = try ExchangeRates(rates).convert(money, of: day(date), to: to).get()
    #expect(conversion.amount.currency == to)
    return conversion.amount.micros
  }

  @Test func `an amount is converted from the base, to it, and by way of the euro`() throws {
    let rates = [try rate(eur, gbp, "0.85603"), try rate(eur, usd, "1.1299")]
    #expect(try micros(rates, 100_000_000, eur, to: gbp) == 85_603_000)
    // 100 ÷ 0.85603 = 116.81833580…
    #expect(try micros(rates, 100_000_000, gbp, to: eur) == 116_818_336)
    // 100 × 1.1299 ÷ 0.85603 = 131.99303762…; in two steps that round it would be …038.
    #expect(try micros(rates, 100_000_000, gbp, to: usd) == 131_993_038)
    #expect(try micros(rates, -100_000_000, gbp, to: usd) == -131_993_038)
    #expect(try micros([], 5, gbp, to: gbp) == 5)
  }

  @Test func `it is rounded once, at the end`() throws {
    // 0.000001 GBP is 0.00000125 EUR and 1.25 USD; rounded on the way it would be 1.
    let rates = [try rate(eur, gbp, "0.8"), try rate(eur, usd, "1000000")]
    #expect(try micros(rates, 1, gbp, to: usd) == 1_250_000)
  }

  @Test(arguments: [(1, 0), (2, 1), (3, 2), (5, 2), (7, 4), (-1, 0), (-3, -2), (-5, -2)])
  func `a half is rounded to even`(given: Int, converted: Int) throws {
    #expect(
      try micros([rate(eur, usd, "2")], Int128(given), usd, to: eur) == Int128(converted))
  }

  @Test func `an amount of 128 bits is exact or refused`() throws {
    let rates = [try rate(eur, gbp, "0.85603"), try rate(eur, usd, "1.1299")]
    #expect(
      try micros(rates, 9_223_372_036_854_775_807, gbp, to: usd) == 12_174_208_923_101_072_608)
    let large = Money(micros: .max, currency: gbp)
    #expect(
      ExchangeRates(rates).convert(large, of: try day("2021-12-08"), to: usd)
        == .failure(.tooLarge))
  }

  @Test func `the last rate counts for seven days, and says its day`() throws {
    let rates = [
      try rate(eur, usd, "1.2", on: "2021-12-10"), try rate(eur, usd, "1.1", on: "2021-12-03"),
    ]
    let table = ExchangeRates(rates)
    let euro = Money(micros: 1_000_000, currency: eur)
    let friday = try table.convert(euro, of: day("2021-12-09"), to: usd).get()
    #expect(friday.amount.micros == 1_100_000)
    #expect(friday.day.description == "2021-12-03")
    #expect(try table.convert(euro, of: day("2021-12-10"), to: usd).get().rates == [rates[0]])
    let late = try table.convert(euro, of: day("2021-12-17"), to: usd).get()
    #expect(late.amount.micros == 1_200_000)
    #expect(
      table.convert(euro, of: try day("2021-12-18"), to: usd)
        == .failure(
          .noRate(from: "EUR", to: "USD", on: try day("2021-12-18"), last: try day("2021-12-10"))))
    // The book may have later rates; they say nothing of the day.
    #expect(
      table.convert(euro, of: try day("2021-12-02"), to: usd)
        == .failure(.noRate(from: "EUR", to: "USD", on: try day("2021-12-02"), last: nil)))
  }

  @Test func `the earlier day of two rates is told, and the missing one of a pair`() throws {
    let table = ExchangeRates([
      try rate(eur, gbp, "0.85", on: "2021-12-06"), try rate(eur, usd, "1.13", on: "2021-12-08"),
    ])
    let pound = Money(micros: 1_000_000, currency: gbp)
    let conversion = try table.convert(pound, of: day("2021-12-09"), to: usd).get()
    #expect(conversion.day.description == "2021-12-06")
    #expect(conversion.rates.count == 2)
    guard case .failure(let failure) = table.convert(pound, of: try day("2021-12-09"), to: jpy)
    else {
      Issue.record("there is no rate of the yen")
      return
    }
    #expect(
      failure.description == "no exchange rate of EUR in JPY on 2021-12-09 or in the 7 days before")
  }

  @Test func `a rate of the pair itself is taken rather than two by way of the euro`() throws {
    let rates = [
      try rate(eur, gbp, "0.5"), try rate(eur, usd, "1"), try rate(gbp, usd, "1.5"),
    ]
    #expect(try micros(rates, 1_000_000, gbp, to: usd) == 1_500_000)
    #expect(try micros(rates, 1_500_000, usd, to: gbp) == 1_000_000)
  }
}

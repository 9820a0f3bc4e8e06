import LedgerCore
import Testing

@Suite struct MoneyTests {
  @Test(
    arguments: [
      (2_345_000, 2, "2.34"), (2_335_000, 2, "2.34"), (2_335_001, 2, "2.34"),
      (2_325_000, 2, "2.32"),
      (-2_345_000, 2, "-2.34"), (-2_355_000, 2, "-2.36"), (500_000, 0, "0"), (1_500_000, 0, "2"),
      (2_500_000, 0, "2"), (-500_000, 0, "0"), (-1_500_000, 0, "-2"), (999_999, 0, "1"),
      (4_999, 2, "0"), (5_000, 2, "0"), (5_001, 2, "0.01"), (15_000, 2, "0.02"), (1, 6, "0.000001"),
    ] as [(Int128, Int, String)])
  func `a half is rounded to the even neighbour`(micros: Int128, decimals: Int, text: String) {
    #expect(Decimal(micros: micros).rounded(decimals: decimals).text() == text)
  }

  @Test(
    arguments: [
      (0, "0.00"), (999_000_000, "999.00"), (1_000_000_000, "1,000.00"),
      (6_157_216_710_000, "6,157,216.71"), (-1_234_567_000_000, "−1,234,567.00"),
      (999_999_996_000, "1,000,000.00"), (-4_000, "0.00"), (-100_000_000, "−100.00"),
      (Int128(Int64.max) * 1_000_000, "9,223,372,036,854,775,807.00"),
    ] as [(Int128, String)])
  func `a number is shown with its thousands apart`(micros: Int128, text: String) {
    #expect(Decimal(micros: micros).grouped(decimals: 2) == text)
  }

  @Test(
    arguments: [
      (0, "0"), (7, "7"), (999, "999"), (1000, "1,000"), (3_262_919, "3,262,919"), (-1, "−1"),
      (-1000, "−1,000"), (.max, "9,223,372,036,854,775,807"), (.min, "−9,223,372,036,854,775,808"),
    ] as [(Int64, String)])
  func `a count is shown with its thousands apart`(number: Int64, text: String) {
    #expect(grouped(number) == text)
  }

  @Test(
    arguments: [
      (gbp, 19_990_000, "19.99", "19.99"), (gbp, 0, "0.00", "0.00"), (gbp, 1000, "0.001", "0.00"),
      (gbp, -500_000, "-0.50", "−0.50"), (gbp, 5_000_000, "5.00", "5.00"),
      (gbp, 1_234_500_000, "1234.50", "1,234.50"), (jpy, 1_500_000_000, "1500", "1,500"),
      (jpy, 500_000, "0.5", "0"), (jpy, 1_500_000, "1.5", "2"), (jpy, 0, "0", "0"),
      (kwd, 1_000, "0.001", "0.001"), (kwd, 1_500_000, "1.500", "1.500"),
      (kwd, 1_500, "0.0015", "0.002"), (kwd, 500, "0.0005", "0.000"),
      (gbp, -1, "-0.000001", "0.00"),
    ] as [(Currency, Int128, String, String)])
  func `money is written exactly, and shown with its currency's decimals`(
    currency: Currency, micros: Int128, exact: String, shown: String
  ) {
    let money = Money(micros: micros, currency: currency)
    #expect(money.exactText == exact)
    #expect(money.shownText == shown)
  }

  @Test(
    arguments: [
      (gbp, 10_000_000, 3, 3_333_333), (gbp, 20_000_000, 3, 6_666_667), (gbp, 5, 2, 2),
      (gbp, 7, 2, 4), (gbp, -10_000_000, 3, -3_333_333), (jpy, 10_000_000, 4, 2_500_000),
      (kwd, 1_000_000, 3, 333_333), (gbp, 0, 7, 0),
    ] as [(Currency, Int128, Int64, Int128)])
  func `money divided by a count is rounded to millionths, half to even`(
    currency: Currency, micros: Int128, count: Int64, quotient: Int128
  ) {
    let money = Money(micros: micros, currency: currency)
    #expect(money.divided(by: count) == Money(micros: quotient, currency: currency))
  }

  @Test(arguments: [0, -1, .min] as [Int64])
  func `money is not divided by nothing`(count: Int64) {
    #expect(Money(micros: 1, currency: gbp).divided(by: count) == nil)
  }
}

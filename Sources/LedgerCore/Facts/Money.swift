/// An exact amount of one currency.
public struct Money: Hashable, Sendable {
  /// Millionths of the currency's unit.
  ///
  /// A fact's fit 64 bits; a sum's may not.
  public let micros: Int128
  /// The currency.
  public let currency: Currency

  /// Makes an amount.
  public init(micros: Int128, currency: Currency) {
    self.micros = micros
    self.currency = currency
  }

  /// The amount exactly: at least the currency's own decimals, and more where there are more.
  public var exactText: String {
    Decimal(micros: micros).text(minimumDecimals: currency.digits)
  }

  /// The amount with the currency's own decimals, half of the last one rounded to even, and
  /// thousands apart.
  public var shownText: String {
    Decimal(micros: micros).grouped(decimals: currency.digits)
  }

  /// The amount divided by a count, rounded half to even to the currency's own decimals; `nil`
  /// where the count is not above 0.
  public func divided(by count: Int64) -> Money? {
    guard count > 0 else { return nil }
    let unit = Decimal.unit(decimals: currency.digits)
    let units = roundedQuotient(micros, Int128(count) * unit)
    return Money(micros: units * unit, currency: currency)
  }
}

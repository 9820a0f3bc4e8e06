/// An exact amount of one currency.
public struct Money: Hashable, Sendable {
  /// Millionths of the currency's unit.
  ///
  /// A fact's amount fits 64 bits; a sum may not.
  public let micros: Int128
  /// The currency.
  public let currency: Currency

  /// Makes an amount.
  public init(micros: Int128, currency: Currency) {
    self.micros = micros
    self.currency = currency
  }

  /// The exact amount, with at least the currency's own decimals.
  public var exactText: String {
    Decimal(micros: micros).text(minimumDecimals: currency.digits)
  }

  /// The amount with thousands separators, rounded half to even to the currency's decimals.
  public var shownText: String {
    Decimal(micros: micros).grouped(decimals: currency.digits)
  }

  /// The amount divided by a count; `nil` if the count is not above 0.
  ///
  /// It is rounded half to even to millionths.
  public func divided(by count: Int64) -> Money? {
    guard count > 0 else { return nil }
    return Money(micros: roundedQuotient(micros, Int128(count)), currency: currency)
  }
}

/// An amount in another currency, and the exchange rates that gave it.
public struct Conversion: Equatable, Sendable {
  /// The amount, rounded half to even to a millionth.
  public let amount: Money
  /// The day of the exchange rate, the earlier one of two; the amount's if nothing was converted.
  public let day: CalendarDay
  /// The exchange rates: none for the same currency, two via the euro.
  public let rates: [ExchangeRate]
}

/// Why an amount could not be converted.
public enum ConversionFailure: Error, Equatable, Sendable, CustomStringConvertible {
  /// There is no exchange rate on the day or the seven days before; `last` is the last one earlier.
  case noRate(from: String, to: String, on: CalendarDay, last: CalendarDay?)
  /// The result does not fit in 128 bits.
  case tooLarge

  /// The reason, in words.
  public var description: String {
    switch self {
    case .noRate(let from, let to, let day, let last):
      "no exchange rate of \(from) in \(to) on \(day) or in the \(ExchangeRates.maximumAge) days "
        + "before" + (last.map { "; the last one is of \($0)" } ?? "")
    case .tooLarge: "the amount is too large to convert exactly"
    }
  }
}

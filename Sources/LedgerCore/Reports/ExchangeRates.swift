/// Converts amounts at dated exchange rates.
///
/// An amount is converted at the last rate known on its day, which is at most seven days old,
/// because there are no rates for weekends and holidays. Two currencies without a rate of their own
/// are converted via the euro. The arithmetic is exact, and rounds once, half to even, to a
/// millionth.
public struct ExchangeRates: Sendable {
  /// How many days older than the amount its exchange rate may be.
  public static let maximumAge: Int64 = 7
  /// The currency via which others are converted.
  public static let pivot = Currency(code: "EUR", digits: 2)

  private struct Pair: Hashable {
    let base: String
    let currency: String
  }

  private var series: [Pair: [ExchangeRate]] = [:]

  /// Creates a converter that uses these exchange rates.
  public init(_ rates: [ExchangeRate]) {
    for rate in rates {
      series[Pair(base: rate.base.code, currency: rate.currency.code), default: []].append(rate)
    }
    for pair in series.keys { series[pair]?.sort { $0.day < $1.day } }
  }

  /// Converts an amount of a day; a failure says why it could not be converted.
  public func convert(
    _ money: Money, of day: CalendarDay, to currency: Currency
  ) -> Result<Conversion, ConversionFailure> {
    let from = money.currency.code
    guard from != currency.code else {
      return .success(Conversion(amount: money, day: day, rates: []))
    }
    let path: [Leg]
    switch leg(from, currency.code, on: day) {
    case .success(let direct): path = [direct]
    case .failure(let missing):
      guard from != Self.pivot.code, currency.code != Self.pivot.code else {
        return .failure(missing)
      }
      switch (leg(from, Self.pivot.code, on: day), leg(Self.pivot.code, currency.code, on: day)) {
      case (.success(let first), .success(let second)): path = [first, second]
      case (.failure(let missing), _), (_, .failure(let missing)): return .failure(missing)
      }
    }
    guard let micros = Self.scaled(money.micros, by: path) else { return .failure(.tooLarge) }
    let rates = path.map(\.rate)
    return .success(
      Conversion(
        amount: Money(micros: micros, currency: currency), day: rates.map(\.day).min() ?? day,
        rates: rates))
  }

  /// An exchange rate, and whether it is applied from the base to the currency or back.
  private struct Leg {
    let rate: ExchangeRate
    let isForward: Bool
  }

  private func leg(
    _ from: String, _ to: String, on day: CalendarDay
  ) -> Result<Leg, ConversionFailure> {
    let forward = last(Pair(base: from, currency: to), on: day)
    let backward = last(Pair(base: to, currency: from), on: day)
    let forwardDay = forward?.day.daysSince1970 ?? .min
    let backwardDay = backward?.day.daysSince1970 ?? .min
    let isForward = forwardDay >= backwardDay
    guard let rate = isForward ? forward : backward else {
      return .failure(.noRate(from: from, to: to, on: day, last: nil))
    }
    guard day.daysSince1970 - rate.day.daysSince1970 <= Self.maximumAge else {
      return .failure(.noRate(from: from, to: to, on: day, last: rate.day))
    }
    return .success(Leg(rate: rate, isForward: isForward))
  }

  /// The last exchange rate up to a day, by binary search.
  private func last(_ pair: Pair, on day: CalendarDay) -> ExchangeRate? {
    guard let rates = series[pair] else { return nil }
    var (low, high) = (0, rates.count)
    while low < high {
      let middle = (low + high) / 2
      if rates[middle].day <= day { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? rates[low - 1] : nil
  }

  /// The amount times the rates, with 256-bit products; `nil` if the result does not fit.
  private static func scaled(_ micros: Int128, by path: [Leg]) -> Int128? {
    // Two numbers of at most 63 bits, or powers up to 10^12: their products fit in 128 bits.
    var (factor, divisor) = (UInt128(1), UInt128(1))
    for leg in path {
      let units = UInt128(leg.rate.value.units)
      var power: UInt128 = 1
      for _ in 0..<leg.rate.value.decimals { power *= 10 }
      factor *= leg.isForward ? units : power
      divisor *= leg.isForward ? power : units
    }
    let product = micros.magnitude.multipliedFullWidth(by: factor)
    guard product.high < divisor else { return nil }
    let (quotient, remainder) = divisor.dividingFullWidth(product)
    let rest = divisor - remainder
    let isUp = remainder > rest || (remainder == rest && !quotient.isMultiple(of: 2))
    guard let magnitude = Int128(exactly: quotient), magnitude < .max else { return nil }
    return (isUp ? magnitude + 1 : magnitude) * (micros < 0 ? -1 : 1)
  }
}

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
    switch path(from: money.currency, to: currency, on: day) {
    case .failure(let failure): return .failure(failure)
    case .success(let path):
      return Result { () throws(ConversionFailure) in
        Conversion(
          amount: Money(micros: try path.convert(money.micros), currency: currency),
          day: path.rates.map(\.day).min() ?? day, rates: path.rates)
      }
    }
  }

  /// How amounts of a day are converted; a failure says why they cannot be.
  func path(
    from: Currency, to: Currency, on day: CalendarDay
  ) -> Result<ConversionPath, ConversionFailure> {
    let (from, to) = (from.code, to.code)
    if from == to { return .success(ConversionPath(legs: [])) }
    switch leg(from, to, on: day) {
    case .success(let direct): return .success(ConversionPath(legs: [direct]))
    case .failure(let missing):
      guard from != Self.pivot.code, to != Self.pivot.code else { return .failure(missing) }
      switch (leg(from, Self.pivot.code, on: day), leg(Self.pivot.code, to, on: day)) {
      case (.success(let first), .success(let second)):
        return .success(ConversionPath(legs: [first, second]))
      case (.failure(let missing), _), (_, .failure(let missing)): return .failure(missing)
      }
    }
  }

  private func leg(
    _ from: String, _ to: String, on day: CalendarDay
  ) -> Result<ConversionPath.Leg, ConversionFailure> {
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
    return .success(.init(rate: rate, isForward: isForward))
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
}

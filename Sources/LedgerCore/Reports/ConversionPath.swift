/// The exchange rates by which amounts of a day are converted: none, one, or two via the euro.
struct ConversionPath {
  /// An exchange rate, and whether it is applied from the base to the currency or back.
  struct Leg {
    let rate: ExchangeRate
    let isForward: Bool
  }

  let legs: [Leg]

  var rates: [ExchangeRate] { legs.map(\.rate) }

  /// The amount times the rates, in parts of a millionth, rounded half to even.
  ///
  /// The products have 256 bits.
  func convert(_ micros: Int128, _ parts: Int128 = 1) throws(ConversionFailure) -> Int128 {
    // Two numbers of at most 63 bits, or powers up to 10^12: their products fit in 128 bits.
    var (factor, divisor) = (UInt128(1), UInt128(1))
    for leg in legs {
      let units = UInt128(leg.rate.value.units)
      var power: UInt128 = 1
      for _ in 0..<leg.rate.value.decimals { power *= 10 }
      factor *= leg.isForward ? units : power
      divisor *= leg.isForward ? power : units
    }
    let (amount, overflow) = micros.magnitude.multipliedReportingOverflow(by: UInt128(parts))
    guard !overflow else { throw .tooLarge }
    let product = amount.multipliedFullWidth(by: factor)
    guard product.high < divisor else { throw .tooLarge }
    let (quotient, remainder) = divisor.dividingFullWidth(product)
    let rest = divisor - remainder
    let isUp = remainder > rest || (remainder == rest && !quotient.isMultiple(of: 2))
    guard let magnitude = Int128(exactly: quotient), magnitude < .max else { throw .tooLarge }
    return (isUp ? magnitude + 1 : magnitude) * (micros < 0 ? -1 : 1)
  }
}

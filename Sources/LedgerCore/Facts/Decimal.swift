/// A decimal number with six decimals, kept as an integer number of millionths.
public struct Decimal: Hashable, Sendable {
  /// Millionths.
  public let micros: Int128

  /// Makes a number of millionths.
  public init(micros: Int128) { self.micros = micros }

  /// Makes the number nearest to a floating-point number.
  ///
  /// Beyond ±10³⁰ it is that bound, so that a hundredfold of it still fits; of no number it is 0.
  public init(nearest number: Double) {
    let bound = 1e30
    let bounded = number.isNaN ? 0 : min(max(number, -bound), bound)
    micros = Int128((bounded * 1_000_000).rounded())
  }

  /// How many millionths the last of `decimals` decimals is worth.
  static func unit(decimals: Int) -> Int128 {
    var unit: Int128 = 1
    for _ in min(max(decimals, 0), 6)..<6 { unit *= 10 }
    return unit
  }

  /// The nearest number of so many decimals, a half rounded to even.
  public func rounded(decimals: Int) -> Decimal {
    let unit = Self.unit(decimals: decimals)
    return Decimal(micros: roundedQuotient(micros, unit) * unit)
  }

  /// The number with all decimals that it has, and at least so many.
  public func text(minimumDecimals: Int = 0) -> String {
    let magnitude = micros.magnitude
    let fraction = String(magnitude % 1_000_000)
    var decimals = String(repeating: "0", count: 6 - fraction.count) + fraction
    while decimals.utf8.count > minimumDecimals, decimals.hasSuffix("0") { decimals.removeLast() }
    let sign = micros < 0 ? "-" : ""
    return sign + String(magnitude / 1_000_000) + (decimals.isEmpty ? "" : "." + decimals)
  }

  /// The number as a person reads it, rounded to so many decimals: `6,157,216.71`.
  public func grouped(decimals: Int) -> String {
    let text = rounded(decimals: decimals).text(minimumDecimals: decimals)
    let whole = text.prefix { $0 != "." }
    let sign = whole.hasPrefix("-") ? "−" : ""
    return sign + groupedDigits(String(whole.drop { $0 == "-" })) + text.dropFirst(whole.count)
  }
}

/// A whole number with its thousands apart: `3,262,919`.
public func grouped(_ number: Int64) -> String {
  (number < 0 ? "−" : "") + groupedDigits(String(number.magnitude))
}

private func groupedDigits(_ digits: String) -> String {
  var result = ""
  for (offset, digit) in digits.enumerated() {
    if offset > 0, (digits.count - offset) % 3 == 0 { result += "," }
    result.append(digit)
  }
  return result
}

/// A quotient rounded to the nearest integer, a half to even; `divisor` is above 0.
func roundedQuotient(_ dividend: Int128, _ divisor: Int128) -> Int128 {
  let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
  let twice = remainder.magnitude * 2
  let isUp =
    twice > divisor.magnitude || (twice == divisor.magnitude && !quotient.isMultiple(of: 2))
  return isUp ? quotient + (dividend < 0 ? -1 : 1) : quotient
}

extension Int128 {
  /// The nearest floating-point number; the library's own conversion takes far longer.
  var rounded: Double {
    let low = Int64(truncatingIfNeeded: self)
    return Int128(low) == self ? Double(low) : Double(self)
  }
}

/// A decimal number with six decimals, kept as an integer number of millionths.
public struct Decimal: Hashable, Sendable {
  /// Millionths.
  public let micros: Int128

  /// Makes a number from millionths.
  public init(micros: Int128) { self.micros = micros }

  /// Makes the number nearest to a floating-point number.
  ///
  /// Beyond ±10³⁰ the result is that bound, so that a hundred times it still fits; NaN gives 0.
  public init(nearest number: Double) {
    let bound = 1e30
    let bounded = number.isNaN ? 0 : min(max(number, -bound), bound)
    micros = Int128((bounded * 1_000_000).rounded())
  }

  /// The value, in millionths, of the last of `decimals` decimals.
  static func unit(decimals: Int) -> Int128 {
    var unit: Int128 = 1
    for _ in min(max(decimals, 0), 6)..<6 { unit *= 10 }
    return unit
  }

  /// The number rounded to this many decimals, half to even.
  public func rounded(decimals: Int) -> Decimal {
    let unit = Self.unit(decimals: decimals)
    return Decimal(micros: roundedQuotient(micros, unit) * unit)
  }

  /// The number with all of its decimals, and at least `minimumDecimals` of them.
  public func text(minimumDecimals: Int = 0) -> String {
    let magnitude = micros.magnitude
    let fraction = String(magnitude % 1_000_000)
    var decimals = String(repeating: "0", count: 6 - fraction.count) + fraction
    while decimals.utf8.count > minimumDecimals, decimals.hasSuffix("0") { decimals.removeLast() }
    let sign = micros < 0 ? "-" : ""
    return sign + String(magnitude / 1_000_000) + (decimals.isEmpty ? "" : "." + decimals)
  }

  /// The number for people to read, rounded to this many decimals: `6,157,216.71`.
  public func grouped(decimals: Int) -> String {
    let text = rounded(decimals: decimals).text(minimumDecimals: decimals)
    let whole = text.prefix { $0 != "." }
    let sign = whole.hasPrefix("-") ? "−" : ""
    return sign + groupedDigits(String(whole.drop { $0 == "-" })) + text.dropFirst(whole.count)
  }
}

/// A whole number with thousands separators: `3,262,919`.
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

/// A quotient rounded to the nearest integer, half to even; `divisor` must be above 0.
package func roundedQuotient(_ dividend: Int128, _ divisor: Int128) -> Int128 {
  let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
  let twice = remainder.magnitude * 2
  let isUp =
    twice > divisor.magnitude || (twice == divisor.magnitude && !quotient.isMultiple(of: 2))
  return isUp ? quotient + (dividend < 0 ? -1 : 1) : quotient
}

extension Int128 {
  /// The nearest floating-point number; the standard library's own conversion takes far longer.
  var rounded: Double {
    let low = Int64(truncatingIfNeeded: self)
    return Int128(low) == self ? Double(low) : Double(self)
  }
}

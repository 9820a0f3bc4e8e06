/// An exact number above 0 in decimal notation: `units` divided by a power of ten.
///
/// 0.8338 is 8338 with 4 decimals. Trailing zeros are dropped, so that equal numbers compare equal.
public struct RateValue: Hashable, Sendable {
  /// The number without its decimal point.
  public let units: Int64
  /// How many of its digits follow the point, 0 to 12.
  public let decimals: Int

  /// The most decimals that a number may have.
  public static let decimalLimit = 12

  /// Makes a number.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)`` for a number that is not above 0, and
  ///   for more than 12 decimals.
  public init(units: Int64, decimals: Int) throws(LedgerError) {
    guard units > 0 else {
      throw .invalid(field: "rate", value: "\(units)", reason: "is not above 0")
    }
    var (units, decimals) = (units, decimals)
    while decimals > 0, units.isMultiple(of: 10) { (units, decimals) = (units / 10, decimals - 1) }
    guard (0...Self.decimalLimit).contains(decimals) else {
      throw .invalid(field: "rate", value: "\(units)", reason: "has more than 12 decimals")
    }
    self.units = units
    self.decimals = decimals
  }

  /// Reads a number written like `0.8338`: digits with at most one point among them.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)``, also if it does not fit 64 bits.
  public init(_ text: Span<UInt8>) throws(LedgerError) {
    func refusal(_ reason: String) -> LedgerError {
      var bytes: [UInt8] = []
      for index in text.indices { bytes.append(text[index]) }
      return .invalid(
        field: "rate", value: String(decoding: bytes, as: UTF8.self), reason: reason)
    }
    var units: Int64 = 0
    var point: Int?
    for index in text.indices {
      let byte = text[index]
      if byte == UInt8(ascii: "."), point == nil, index > 0, index + 1 < text.count {
        point = index
        continue
      }
      guard (0x30...0x39).contains(byte) else {
        throw refusal("is not a number written like 0.8338")
      }
      let (tenfold, overflow) = units.multipliedReportingOverflow(by: 10)
      let (sum, carry) = tenfold.addingReportingOverflow(Int64(byte - 0x30))
      if overflow || carry { throw refusal("has more digits than can be kept exactly") }
      units = sum
    }
    guard text.count > 0 else { throw refusal("is empty") }
    guard units > 0 else { throw refusal("is not above 0") }
    do throws(LedgerError) {
      try self.init(units: units, decimals: point.map { text.count - $0 - 1 } ?? 0)
    } catch {
      throw refusal("has more than 12 decimals")
    }
  }

  /// Reads a number written like `0.8338`.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)``
  public init(_ text: String) throws(LedgerError) { try self.init(text.utf8Span.span) }

  /// The number, exactly.
  public var text: String {
    let digits = String(units)
    guard decimals > 0 else { return digits }
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
    return "\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
  }
}

/// How numbers are written in a text.
///
/// Nothing is guessed: without a thousands mark, `1,234.56` is refused, and `19,99` is 19.99 only
/// if the comma is stated as the decimal mark.
public struct NumberFormat: Hashable, Sendable {
  /// The byte between the whole number and its decimals.
  public let decimalMark: UInt8
  /// The byte between groups of three digits, if there is one.
  public let thousandsMark: UInt8?

  /// `1234.56`.
  public static let plain = NumberFormat(decimalMark: UInt8(ascii: "."), thousandsMark: nil)

  /// An example of a number in this format.
  var example: String { "1234\(Unicode.Scalar(decimalMark))56" }

  /// Makes a format.
  public init(decimalMark: UInt8, thousandsMark: UInt8?) {
    self.decimalMark = decimalMark
    self.thousandsMark = thousandsMark
  }

  /// Reads a number with at most six decimals; further zeros are allowed.
  ///
  /// - Throws: ``NumberError``
  public func decimal(_ text: Span<UInt8>) throws(NumberError) -> Decimal {
    var reader = NumberReader()
    let isNegative = reader.takeSign(of: text)
    var micros = try whole(text, &reader)
    for _ in 0..<6 { micros = try appended(0, to: micros) }
    if reader.take(decimalMark, of: text) {
      var unit: Int64 = 100_000
      var decimals = 0
      while let digit = reader.takeDigit(of: text) {
        decimals += 1
        guard unit > 0 || digit == 0 else { throw .tooFine }
        let (sum, overflow) = micros.addingReportingOverflow(digit * unit)
        if overflow { throw .tooLarge }
        micros = sum
        unit /= 10
      }
      if decimals == 0 { throw .notANumber }
    }
    guard reader.isAtEnd(of: text) else { throw .notANumber }
    return Decimal(micros: Int128(isNegative ? -micros : micros))
  }

  /// Reads a whole number; decimals that are zero are allowed, as spreadsheets write `6.0`.
  ///
  /// - Throws: ``NumberError``
  public func integer(_ text: Span<UInt8>) throws(NumberError) -> Int64 {
    var reader = NumberReader()
    let isNegative = reader.takeSign(of: text)
    let number = try whole(text, &reader)
    if reader.take(decimalMark, of: text) {
      guard let first = reader.takeDigit(of: text) else { throw .notANumber }
      var isWhole = first == 0
      while let digit = reader.takeDigit(of: text) { isWhole = isWhole && digit == 0 }
      guard reader.isAtEnd(of: text) else { throw .notANumber }
      guard isWhole else { throw .notWhole }
    }
    guard reader.isAtEnd(of: text) else { throw .notANumber }
    return isNegative ? -number : number
  }

  /// Reads a number with at most six decimals; further zeros are allowed.
  ///
  /// - Throws: ``NumberError``
  public func decimal(_ text: String) throws(NumberError) -> Decimal {
    try decimal(Array(text.utf8).span)
  }

  private func whole(_ text: Span<UInt8>, _ reader: inout NumberReader) throws(NumberError) -> Int64
  {
    guard let first = reader.takeDigit(of: text) else { throw .notANumber }
    var number = first
    var digits = 1
    while let digit = reader.takeDigit(of: text) {
      number = try appended(digit, to: number)
      digits += 1
    }
    guard let thousandsMark, digits <= 3 else { return number }
    while reader.take(thousandsMark, of: text) {
      for _ in 0..<3 {
        guard let digit = reader.takeDigit(of: text) else { throw .notANumber }
        number = try appended(digit, to: number)
      }
    }
    return number
  }

  private func appended(_ digit: Int64, to number: Int64) throws(NumberError) -> Int64 {
    let (tenfold, overflow) = number.multipliedReportingOverflow(by: 10)
    let (sum, carry) = tenfold.addingReportingOverflow(digit)
    if overflow || carry { throw .tooLarge }
    return sum
  }
}

/// Why a text is not the expected number.
public enum NumberError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The text has something other than digits and the marks of the format.
  case notANumber
  /// The number has decimals, but must be whole.
  case notWhole
  /// The number has more than six decimals.
  case tooFine
  /// The number does not fit 64 bits.
  case tooLarge

  /// The reason, to be printed after the value.
  public var description: String { reason(in: .plain) }

  /// The reason, for numbers in a format.
  public func reason(in format: NumberFormat) -> String {
    switch self {
    case .notANumber: "is not a number written like \(format.example)"
    case .notWhole: "is not a whole number"
    case .tooFine: "has more than six decimals"
    case .tooLarge: "is too large"
    }
  }
}

/// A position in a text that is parsed byte by byte.
private struct NumberReader {
  private var position = 0

  func isAtEnd(of text: Span<UInt8>) -> Bool { position == text.count }

  mutating func take(_ byte: UInt8, of text: Span<UInt8>) -> Bool {
    guard position < text.count, text[position] == byte else { return false }
    position += 1
    return true
  }

  mutating func takeSign(of text: Span<UInt8>) -> Bool {
    if take(UInt8(ascii: "-"), of: text) { return true }
    _ = take(UInt8(ascii: "+"), of: text)
    return false
  }

  mutating func takeDigit(of text: Span<UInt8>) -> Int64? {
    guard position < text.count, text[position] >= 0x30, text[position] <= 0x39 else { return nil }
    position += 1
    return Int64(text[position - 1] - 0x30)
  }
}

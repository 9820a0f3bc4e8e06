import LedgerCore

/// A number as exports for people write it: with a currency's mark before or behind it, in
/// parentheses if it is negative, and with marks between thousands.
struct AmountText {
  /// What the marks of a number say of its decimal mark.
  enum DecimalMark: Equatable {
    /// It has no mark that could be one.
    case none
    case certain(UInt8)
    /// Its only mark has three digits behind it: it parts thousands or decimals.
    case open(UInt8)
  }

  /// What stands before and behind the number: `R$`, `BRL`.
  let marks: [String]
  let decimalMark: DecimalMark
  private let isNegative: Bool
  private let number: [UInt8]

  private static let dot = UInt8(ascii: ".")
  private static let comma = UInt8(ascii: ",")
  private static let space = UInt8(ascii: " ")

  /// Takes a text apart.
  ///
  /// - Throws: ``NumberError/notANumber``
  init(_ text: String) throws(NumberError) {
    func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.firstIndex(where: isDigit),
      let last = scalars.lastIndex(where: isDigit)
    else { throw .notANumber }
    var signs = Signs()
    marks = [signs.take(scalars[..<first]), signs.take(scalars[(last + 1)...])]
      .filter { !$0.isEmpty }
    isNegative = try signs.isNegative()
    var number: [UInt8] = []
    for scalar in scalars[first...last] {
      switch scalar {
      case "'", "\u{2019}": number.append(Self.space)
      case _ where scalar.properties.isWhitespace: number.append(Self.space)
      case _ where isDigit(scalar) || scalar == "." || scalar == ",":
        number.append(UInt8(ascii: scalar))
      default: throw .notANumber
      }
    }
    self.number = number
    decimalMark = Self.decimalMark(of: number)
  }

  private static func decimalMark(of number: [UInt8]) -> DecimalMark {
    let marks = number.filter { $0 == dot || $0 == comma }
    guard let last = marks.last, let first = marks.first else { return .none }
    if first != last { return .certain(last) }
    if marks.count > 1 { return .certain(other(last)) }
    let parts = number.split(separator: last, omittingEmptySubsequences: false)
    let canBeThousands =
      parts[1].count == 3 && (1...3).contains(parts[0].count) && number[0] != UInt8(ascii: "0")
      && !number.contains(space)
    return canBeThousands ? .open(last) : .certain(last)
  }

  /// The mark that parts thousands if this one parts decimals.
  static func other(_ mark: UInt8) -> UInt8 { mark == dot ? comma : dot }

  /// The number, by the marks that a profile states.
  func decimal(_ format: NumberFormat) throws(NumberError) -> Decimal {
    let number = try format.decimal(number.span)
    return isNegative ? Decimal(micros: -number.micros) : number
  }

  /// The number, if this is the decimal mark.
  func decimal(decimalMark mark: UInt8) throws(NumberError) -> Decimal {
    let parting = number.contains(Self.space) ? Self.space : Self.other(mark)
    return try decimal(NumberFormat(decimalMark: mark, thousandsMark: parting))
  }

  /// The number, if it has no mark but spaces between thousands.
  func integer() throws(NumberError) -> Int64 {
    let format = NumberFormat(decimalMark: Self.dot, thousandsMark: Self.space)
    let number = try format.integer(number.span)
    return isNegative ? -number : number
  }

  /// Both ways to read the number, as text.
  var readings: [String] {
    [Self.comma, Self.dot].compactMap { mark in
      do throws(NumberError) { return try decimal(decimalMark: mark).text() } catch {
        return nil
      }
    }
  }
}

/// The signs of a number.
private struct Signs {
  private var minuses = 0
  private var pluses = 0
  private var opening = 0
  private var closing = 0

  /// What else stands on one side of the number, without the spaces around it.
  mutating func take(_ side: ArraySlice<Unicode.Scalar>) -> String {
    var rest = String.UnicodeScalarView()
    for scalar in side {
      switch scalar {
      case "-", "\u{2212}", "\u{2013}": minuses += 1
      case "+": pluses += 1
      case "(": opening += 1
      case ")": closing += 1
      case _ where scalar.properties.isWhitespace: break
      default: rest.append(scalar)
      }
    }
    return String(rest)
  }

  func isNegative() throws(NumberError) -> Bool {
    guard opening == closing, minuses + pluses + opening <= 1 else { throw .notANumber }
    return minuses + opening == 1
  }
}

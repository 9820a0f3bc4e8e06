import LedgerCore

/// A number as exports for people write it: with a currency's mark before or behind it, and with
/// marks between thousands of which the text itself must tell which is which.
struct AmountText {
  /// Why a number cannot be read by its own marks.
  enum Ambiguity: Error {
    case ambiguous
    case number(NumberError)
  }

  /// What stands before or behind the number: `R$`, `BRL`; empty where nothing does.
  let mark: String
  private let number: String
  private let isNegative: Bool

  /// Takes a text apart.
  ///
  /// - Throws: ``NumberError/notANumber``
  init(_ text: String) throws(NumberError) {
    func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.firstIndex(where: isDigit),
      let last = scalars.lastIndex(where: isDigit)
    else { throw .notANumber }
    var marks = scalars[..<first] + scalars[(last + 1)...]
    isNegative = marks.contains { $0 == "-" || $0 == "\u{2212}" }
    marks.removeAll { $0 == "-" || $0 == "\u{2212}" || $0 == "+" || $0.properties.isWhitespace }
    mark = String(String.UnicodeScalarView(marks))
    // Before and behind, but not both.
    guard mark.isEmpty || marks.startIndex == 0 || scalars[..<first].isEmpty else {
      throw .notANumber
    }
    let inner = scalars[first...last].filter { !$0.properties.isWhitespace && $0 != "'" }
    guard inner.allSatisfy({ isDigit($0) || $0 == "." || $0 == "," }) else { throw .notANumber }
    number = String(String.UnicodeScalarView(inner))
  }

  /// The number, by the marks that a profile states.
  func decimal(_ format: NumberFormat) throws(NumberError) -> Decimal {
    try signed(format.decimal(number))
  }

  /// The number, by its own marks.
  ///
  /// Of two kinds of mark the last one is the decimal mark; one that comes twice parts thousands. A
  /// lone mark with three digits behind it parts thousands in whole numbers, and is else refused.
  func decimal(isWhole: Bool) throws(Ambiguity) -> Decimal {
    let dots = number.count { $0 == "." }
    let commas = number.count { $0 == "," }
    var decimalMark: Character?
    if dots > 0, commas > 0 {
      decimalMark = number.last { $0 == "." || $0 == "," }
    } else if dots + commas == 1, let mark = number.first(where: { $0 == "." || $0 == "," }) {
      let parts = number.split(separator: mark, omittingEmptySubsequences: false)
      let canBeThousands =
        parts.count == 2 && parts[1].count == 3 && (1...3).contains(parts[0].count)
      if !canBeThousands || parts[0] == "0" {
        decimalMark = mark
      } else if !isWhole {
        throw .ambiguous
      }
    }
    let comma = UInt8(ascii: ",")
    let dot = UInt8(ascii: ".")
    let format: NumberFormat
    switch decimalMark {
    case ",": format = NumberFormat(decimalMark: comma, thousandsMark: dots > 0 ? dot : nil)
    case ".": format = NumberFormat(decimalMark: dot, thousandsMark: commas > 0 ? comma : nil)
    default:
      format =
        dots > 0
        ? NumberFormat(decimalMark: comma, thousandsMark: dot)
        : NumberFormat(decimalMark: dot, thousandsMark: commas > 0 ? comma : nil)
    }
    do { return try signed(format.decimal(number)) } catch { throw .number(error) }
  }

  private func signed(_ number: Decimal) -> Decimal {
    isNegative ? Decimal(micros: -number.micros) : number
  }
}

/// A number as a workbook stores it, and as a person sees it.
///
/// Spreadsheets compute in binary fractions and show 15 digits: a typed 19.99 is in the file as
/// `19.989999999999998`, and 0.025 as `2.5000000000000001E-2`.
struct CellNumber {
  /// The number of digits that a spreadsheet keeps.
  static let precision = 15

  /// The number in plain decimal notation with 15 digits at most.
  ///
  /// If it has more digits before the point, it is the text in the file.
  let text: String
  /// Whether it has more than 15 digits before the point, so that not all can be trusted.
  let isRounded: Bool

  init(_ text: String) {
    var digits: [UInt8] = []
    /// How many of the digits are before the point.
    var whole = 0
    var seesPoint = false
    let bytes = Array(text.utf8)
    let mantissa = bytes.prefix { $0 | 0x20 != 0x65 }
    let exponent =
      mantissa.count == bytes.count
      ? 0 : Int(String(decoding: bytes[(mantissa.count + 1)...], as: UTF8.self))
    guard JSON.isNumber(text.utf8), let exponent, (-400...400).contains(exponent)
    else {
      self.text = text
      isRounded = looksRounded(text)
      return
    }
    for byte in mantissa {
      if byte == UInt8(ascii: ".") { seesPoint = true }
      guard byte &- 0x30 < 10 else { continue }
      if digits.isEmpty && byte == 0x30 {
        if seesPoint { whole -= 1 }
        continue
      }
      digits.append(byte)
      if !seesPoint { whole += 1 }
    }
    whole += exponent
    isRounded = !digits.isEmpty && whole > Self.precision
    let isPlain = mantissa.count == bytes.count && digits.count <= Self.precision
    if isPlain || isRounded || whole < -Self.precision && !digits.isEmpty {
      self.text = text
      return
    }
    Self.round(&digits, &whole)
    self.text = Self.plain(digits, whole, isNegative: bytes[0] == UInt8(ascii: "-"))
  }

  private static func round(_ digits: inout [UInt8], _ whole: inout Int) {
    if digits.count > precision {
      let roundsUp = digits[precision] >= UInt8(ascii: "5")
      digits.removeLast(digits.count - precision)
      if roundsUp {
        while digits.last == UInt8(ascii: "9") { digits.removeLast() }
        if digits.isEmpty {
          digits = [UInt8(ascii: "1")]
          whole += 1
        } else {
          digits[digits.count - 1] += 1
        }
      }
    }
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
  }

  private static func plain(_ digits: [UInt8], _ whole: Int, isNegative: Bool) -> String {
    if digits.isEmpty { return "0" }
    let zeros = { (count: Int) in String(repeating: "0", count: max(0, count)) }
    let before = String(decoding: digits.prefix(max(0, whole)), as: UTF8.self)
    let after = String(decoding: digits.dropFirst(max(0, whole)), as: UTF8.self)
    let integer = before.isEmpty ? "0" : before + zeros(whole - digits.count)
    let text = after.isEmpty ? integer : integer + "." + zeros(-whole) + after
    return isNegative ? "-" + text : text
  }
}

extension JSON {
  /// Writes a string with its quotes.
  ///
  /// Besides what RFC 8259 requires, DEL and the C1 controls are escaped, because terminals obey
  /// them.
  static func write(_ text: String, to out: inout [UInt8]) {
    out.append(quote)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\"".utf8
      case "\\": out += "\\\\".utf8
      case "\u{8}": out += "\\b".utf8
      case "\u{C}": out += "\\f".utf8
      case "\n": out += "\\n".utf8
      case "\r": out += "\\r".utf8
      case "\t": out += "\\t".utf8
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}":
        let digits = String(scalar.value, radix: 16)
        out += "\\u".utf8
        out += repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count)
        out += digits.utf8
      default: out += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
    out.append(quote)
  }

  /// Whether a text is a number according to RFC 8259, section 6.
  static func isNumber(_ text: String.UTF8View) -> Bool {
    var rest = text[...]
    func takeDigits() -> Int {
      let digits = rest.prefix { (0x30...0x39).contains($0) }.count
      rest = rest.dropFirst(digits)
      return digits
    }
    func take(_ any: UInt8...) -> Bool {
      guard let first = rest.first, any.contains(first) else { return false }
      rest = rest.dropFirst()
      return true
    }
    _ = take(UInt8(ascii: "-"))
    let startsWithZero = rest.first == UInt8(ascii: "0")
    let whole = takeDigits()
    if whole == 0 || startsWithZero && whole > 1 { return false }
    if take(UInt8(ascii: ".")), takeDigits() == 0 { return false }
    if take(UInt8(ascii: "e"), UInt8(ascii: "E")) {
      _ = take(UInt8(ascii: "+"), UInt8(ascii: "-"))
      if takeDigits() == 0 { return false }
    }
    return rest.isEmpty
  }
}

/// Checks a text that a fact may carry, and returns it as it was given.
///
/// - Throws: ``LedgerError/invalid(field:value:reason:)`` if it is empty, begins or ends with a
///   space, is longer than 1,000 bytes or has a control character.
public func checkedText(_ text: String, field: String) throws(LedgerError) -> String {
  func refuse(_ reason: String) -> LedgerError {
    .invalid(field: field, value: text, reason: reason)
  }
  let bytes = text.utf8
  guard let first = bytes.first, let last = bytes.last else { throw refuse("is empty") }
  guard bytes.count <= 1000 else { throw refuse("is longer than 1,000 bytes") }
  guard first != 0x20, last != 0x20 else { throw refuse("begins or ends with a space") }
  // Control characters are 00–1F, 7F and 80–9F; UTF-8 encodes the last as C2 80 … C2 9F.
  var previous: UInt8 = 0
  for byte in bytes {
    guard byte >= 0x20, byte != 0x7f, !(previous == 0xc2 && byte < 0xa0) else {
      throw refuse("holds a control character")
    }
    previous = byte
  }
  return text
}

extension String {
  /// The text without white space at both ends.
  package var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

/// Refuses a text that tells one thing from another and has a character that nobody sees.
///
/// - Throws: ``LedgerError/invalid(field:value:reason:)`` that names the character.
func checkVisible(_ text: String, field: String) throws(LedgerError) {
  guard let scalar = text.invisibleCharacter else { return }
  throw .invalid(
    field: field, value: text, reason: "holds the invisible character \(scalar.name): remove it")
}

extension String {
  /// The first character of Unicode's category Cf, such as a zero-width space or a byte order mark.
  package var invisibleCharacter: Unicode.Scalar? {
    if utf8.allSatisfy({ $0 < 0x80 }) { return nil }
    return unicodeScalars.first { $0.properties.generalCategory == .format }
  }
}

extension Unicode.Scalar {
  /// `U+200B`.
  package var name: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

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

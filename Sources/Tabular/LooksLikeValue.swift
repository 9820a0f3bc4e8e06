/// Whether a text in the place of a column's name looks like a number or a time instead.
///
/// A year may be the name of a column.
public func looksLikeValue(_ text: String) -> Bool {
  let bytes = text.utf8
  let marks = "+-.,:/% TZ".utf8
  let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
  guard let first = bytes.first(where: { $0 != 0x2B && $0 != 0x2D }), isDigit(first) else {
    return false
  }
  let isYear = bytes.count == 4 && bytes.allSatisfy(isDigit)
  return !isYear && bytes.allSatisfy { isDigit($0) || marks.contains($0) }
}

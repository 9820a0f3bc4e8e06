/// Whether a text is a number in scientific notation, such as `5.76E+17`.
///
/// Spreadsheets write long numbers this way, and so lose all but their first digits. A code of
/// letters and digits such as `12E5` does not count: the notation has a point or a sign.
package func looksRounded(_ text: String) -> Bool { looksRounded(text.utf8Span.span) }

/// Like the function above, for bytes.
@inlinable
package func looksRounded(_ bytes: Span<UInt8>) -> Bool {
  var index = bytes.count > 0 && bytes[0] == 0x2D ? 1 : 0
  guard index < bytes.count, bytes[index] &- 0x30 < 10 else { return false }
  index += 1
  // Spreadsheets of many countries have a comma instead of the point.
  let hasPoint = index < bytes.count && (bytes[index] == 0x2E || bytes[index] == 0x2C)
  if hasPoint {
    let first = index + 1
    index = first
    while index < bytes.count, bytes[index] &- 0x30 < 10 { index += 1 }
    if index == first { return false }
  }
  guard index < bytes.count, bytes[index] | 0x20 == 0x65 else { return false }
  index += 1
  let hasSign = index < bytes.count && (bytes[index] == 0x2B || bytes[index] == 0x2D)
  if hasSign { index += 1 }
  let first = index
  while index < bytes.count, bytes[index] &- 0x30 < 10 { index += 1 }
  return index > first && index == bytes.count && (hasPoint || hasSign)
}

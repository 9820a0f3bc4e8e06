/// The number of an order without what spellings of one number differ in.
package enum OrderNumber {
  /// `42` for `000042`, `42.0` and `#42`; `a-7` for `A-7`; without characters that nobody sees.
  package static func plain(_ number: some Collection<UInt8>) -> [UInt8] {
    var bytes = Array(number)
    if bytes.contains(where: { $0 >= 0x80 }) {
      let visible = String(decoding: bytes, as: UTF8.self).unicodeScalars
        .filter { $0.properties.generalCategory != .format }
      bytes = Array(String(String.UnicodeScalarView(visible)).utf8)
    }
    if bytes.first == UInt8(ascii: "#") { bytes.removeFirst() }
    for index in bytes.indices where (0x41...0x5A).contains(bytes[index]) { bytes[index] += 0x20 }
    let whole = bytes.prefix { isDigit($0) }
    let rest = bytes[whole.endIndex...]
    // A spreadsheet writes 42 as 42.0.
    let isWhole = rest.first == UInt8(ascii: ".") && rest.dropFirst().allSatisfy { $0 == 0x30 }
    guard rest.isEmpty || isWhole && rest.count > 1, !whole.isEmpty else { return bytes }
    let digits = whole.drop { $0 == 0x30 }
    return digits.isEmpty ? [0x30] : Array(digits)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

/// Text that may have runs in several fonts, and a phonetic guide that is not part of it.
struct RichText {
  private(set) var bytes: [UInt8] = []
  private var isInText = false
  private var isInPhonetic = false

  mutating func start(_ element: String) {
    if element == "t" { isInText = true }
    if element == "rPh" { isInPhonetic = true }
  }

  mutating func end(_ element: String) {
    if element == "t" { isInText = false }
    if element == "rPh" { isInPhonetic = false }
  }

  /// Appends a piece if it is part of the text; false if the text grows too long.
  mutating func append(_ piece: Span<UInt8>) -> Bool {
    guard isInText, !isInPhonetic else { return true }
    return bytes.append(piece, limit: SharedStrings.blockSize)
  }

  /// The text with escapes such as `_x000D_` resolved (ECMA-376, part 1, 22.9.2.19).
  var decoded: [UInt8] {
    guard bytes.contains(UInt8(ascii: "_")) else { return bytes }
    var result: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.first {
      if byte == UInt8(ascii: "_"), let scalar = Self.escaped(rest.prefix(7)) {
        result += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
        rest = rest.dropFirst(7)
      } else {
        result.append(byte)
        rest = rest.dropFirst()
      }
    }
    return result
  }

  /// A NUL and half of a surrogate pair stay as they are written.
  private static func escaped(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard bytes.count == 7, bytes.dropFirst().first == UInt8(ascii: "x"),
      bytes.last == UInt8(ascii: "_")
    else { return nil }
    let digits = bytes.dropFirst(2).dropLast()
    let areDigits = digits.allSatisfy { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 6 }
    guard areDigits, let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
      value != 0
    else { return nil }
    return Unicode.Scalar(value)
  }
}

extension [UInt8] {
  /// Appends bytes; false if there would be more than `limit`.
  mutating func append(_ bytes: Span<UInt8>, limit: Int) -> Bool {
    guard count + bytes.count <= limit else { return false }
    for index in bytes.indices { append(bytes[index]) }
    return true
  }
}

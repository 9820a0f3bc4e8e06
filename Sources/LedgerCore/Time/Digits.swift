extension Span where Element == UInt8 {
  /// The number in exactly `width` ASCII digits from `start`; nil if they are not all digits.
  @inline(__always)
  func decimal(at start: Int, width: Int) -> Int? {
    guard start >= 0, start + width <= count else { return nil }
    var number = 0
    for index in start..<start + width {
      let digit = self[index] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      number = number &* 10 &+ Int(digit)
    }
    return number
  }

  /// The number of consecutive ASCII digits from `start`.
  func digitCount(from start: Int) -> Int {
    var end = start
    while end < count, self[end] &- UInt8(ascii: "0") <= 9 { end += 1 }
    return end - start
  }

  /// The text for a message: at most 60 bytes, with control characters and broken UTF-8 visible.
  var excerpt: String {
    let limit = 60
    var end = Swift.min(count, limit)
    // Do not cut in the middle of a character.
    while end < count, end > 0, self[end] & 0xC0 == 0x80 { end -= 1 }
    var bytes: [UInt8] = []
    for index in 0..<end { bytes.append(self[index]) }
    var text = ""
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
      text += isControl ? scalar.escaped(asASCII: true) : String(scalar)
    }
    return end < count ? text + "…" : text
  }
}

extension [UInt8] {
  /// Appends a nonnegative number, with leading zeros up to `width` digits.
  mutating func append(decimal number: Int, width: Int) {
    if width > 2 || number > 99 { append(decimal: number / 100, width: width - 2) }
    let pair = UInt8(truncatingIfNeeded: number % 100)
    if width > 1 || pair > 9 { append(UInt8(ascii: "0") + pair / 10) }
    append(UInt8(ascii: "0") + pair % 10)
  }
}

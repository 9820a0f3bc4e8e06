/// Turns text of another encoding into UTF-8, piece by piece.
///
/// A byte that is not text becomes three bytes that are not UTF-8, so that a check of the text
/// finds it, and can name it: see ``byte(markedBy:)``.
struct TextDecoder {
  /// The first of these three bytes, which no text in UTF-8 has.
  static let mark: UInt8 = 0xFF

  private var encoding: TextEncoding
  /// The beginning of a character of which the rest has not come yet.
  private var held: [UInt8] = []
  private var hasBegun = false

  init(_ encoding: TextEncoding) { self.encoding = encoding }

  /// The byte that three bytes stand for, which begin with the mark.
  static func byte(markedBy bytes: ArraySlice<UInt8>) -> UInt8? {
    let three = Array(bytes.prefix(3))
    guard three.count == 3, three[0] == mark else { return nil }
    return (three[1] & 0xF) << 4 | three[2] & 0xF
  }

  /// Adds what these bytes say, but for a character that they only begin.
  mutating func decode(_ bytes: ArraySlice<UInt8>, into text: inout [UInt8]) {
    let all = held.isEmpty ? bytes : (held + bytes)[...]
    held = []
    begin(all)
    var index = all.startIndex
    while index < all.endIndex {
      let step = step(all[index...])
      guard step.length > 0 else {
        held = Array(all[index...])
        return
      }
      add(step, of: all[index], to: &text)
      index += step.length
    }
  }

  /// Ends the text, in which a character may have begun.
  mutating func finish(into text: inout [UInt8]) {
    for byte in held { Self.add(marked: byte, to: &text) }
    held = []
  }

  /// Of UTF-16 without a stated order, takes the one that its mark says.
  private mutating func begin(_ bytes: ArraySlice<UInt8>) {
    guard !hasBegun, encoding != .utf16 || bytes.count > 1 else { return }
    hasBegun = true
    if encoding == .utf16 {
      encoding = bytes.starts(with: [0xFE, 0xFF]) ? .utf16BE : .utf16LE
    }
  }

  private func add(_ step: Step, of byte: UInt8, to text: inout [UInt8]) {
    guard let scalar = step.scalar else { return Self.add(marked: byte, to: &text) }
    if scalar.isASCII {
      text.append(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      text += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
    }
  }

  private static func add(marked byte: UInt8, to text: inout [UInt8]) {
    text += [mark, 0x80 | byte >> 4, 0x80 | byte & 0xF]
  }

  // MARK: One character

  /// A character, or none, and how many bytes it has; 0 where more are needed to know.
  private struct Step {
    let scalar: Unicode.Scalar?
    let length: Int

    static let more = Step(scalar: nil, length: 0)
    /// The byte is no text; the next one may be.
    static let fault = Step(scalar: nil, length: 1)
  }

  private func step(_ bytes: ArraySlice<UInt8>) -> Step {
    let first = bytes[bytes.startIndex]
    switch encoding {
    case .utf8, .latin1: return Step(scalar: Unicode.Scalar(first), length: 1)
    case .windows1252:
      guard (0x80..<0xA0).contains(first) else {
        return Step(scalar: Unicode.Scalar(first), length: 1)
      }
      let value = Self.windows1252[Int(first) - 0x80]
      return value == 0 ? .fault : Step(scalar: Unicode.Scalar(value), length: 1)
    case .utf16, .utf16LE: return utf16(Array(bytes.prefix(4)))
    case .utf16BE:
      let four = Array(bytes.prefix(4))
      guard four.count > 1 else { return .more }
      return utf16([four[1], four[0]] + (four.count > 3 ? [four[3], four[2]] : []))
    case .gb18030: return gb18030(Array(bytes.prefix(4)))
    }
  }

  private func utf16(_ bytes: [UInt8]) -> Step {
    guard bytes.count > 1 else { return .more }
    let unit = UInt16(bytes[0]) | UInt16(bytes[1]) << 8
    guard UTF16.isLeadSurrogate(unit) || UTF16.isTrailSurrogate(unit) else {
      return Step(scalar: Unicode.Scalar(unit), length: 2)
    }
    let half = Step(scalar: nil, length: 2)
    guard UTF16.isLeadSurrogate(unit) else { return half }
    guard bytes.count > 3 else { return .more }
    let next = UInt16(bytes[2]) | UInt16(bytes[3]) << 8
    guard UTF16.isTrailSurrogate(next) else { return half }
    let value = 0x10000 + UInt32(unit & 0x3FF) << 10 + UInt32(next & 0x3FF)
    return Step(scalar: Unicode.Scalar(value), length: 4)
  }

  private func gb18030(_ bytes: [UInt8]) -> Step {
    if bytes[0] < 0x80 { return Step(scalar: Unicode.Scalar(bytes[0]), length: 1) }
    guard (0x81...0xFE).contains(bytes[0]) else { return .fault }
    guard bytes.count > 1 else { return .more }
    guard (0x30...0x39).contains(bytes[1]) else {
      let scalar = GB18030.character(bytes[0], bytes[1])
      return scalar == nil ? .fault : Step(scalar: scalar, length: 2)
    }
    guard bytes.count > 2 else { return .more }
    guard (0x81...0xFE).contains(bytes[2]) else { return .fault }
    guard bytes.count > 3 else { return .more }
    guard (0x30...0x39).contains(bytes[3]) else { return .fault }
    let scalar = GB18030.character(bytes[0], bytes[1], bytes[2], bytes[3])
    return scalar == nil ? .fault : Step(scalar: scalar, length: 4)
  }

  /// The characters of 80 to 9F; 0 where there is none.
  private static let windows1252: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}

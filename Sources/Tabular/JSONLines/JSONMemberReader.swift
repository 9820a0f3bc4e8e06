/// Reads the members of one flat JSON object (RFC 8259) in turn, without recursion.
///
/// Text without escapes is not copied; text with escapes is copied into `decoded`.
@usableFromInline
struct JSONMemberReader {
  /// A range of bytes, in the line or in `decoded`.
  @usableFromInline
  struct Place: Sendable {
    @usableFromInline var start: Int
    @usableFromInline var end: Int
    @usableFromInline var isDecoded: Bool
    @usableFromInline var isNumber = false

    static let empty = Place(start: 0, end: 0, isDecoded: false)
  }

  /// A value; an object or an array, which a row cannot hold, is not read.
  enum Value {
    case flat(Place)
    case nested(isObject: Bool)
  }

  @usableFromInline private(set) var decoded: [UInt8] = []
  private var index = 0
  private var isFirst = true

  /// Starts with another line.
  mutating func begin(_ bytes: Span<UInt8>) throws(JSONFault) {
    decoded.removeAll(keepingCapacity: true)
    isFirst = true
    index = 0
    skipSpace(bytes)
    if try peek(bytes) == UInt8(ascii: "[") {
      throw JSONFault("is an array, not an object: put one object on each line")
    }
    guard bytes[index] == UInt8(ascii: "{") else {
      throw JSONFault("is no JSON object", at: index)
    }
    index += 1
  }

  /// Goes to the next key; nil at the end of the object, which must end the line.
  mutating func nextKey(_ bytes: Span<UInt8>) throws(JSONFault) -> Place? {
    skipSpace(bytes)
    let byte = try peek(bytes)
    if byte == UInt8(ascii: "}") {
      index += 1
      skipSpace(bytes)
      if index < bytes.count { throw JSONFault("something follows the object", at: index) }
      return nil
    }
    if !isFirst {
      guard byte == comma else { throw JSONFault("has no comma before the next key", at: index) }
      index += 1
      skipSpace(bytes)
    }
    isFirst = false
    guard try peek(bytes) == quote else { throw JSONFault("has no key in quotes", at: index) }
    let key = try string(bytes)
    skipSpace(bytes)
    guard try peek(bytes) == UInt8(ascii: ":") else {
      throw JSONFault("has no colon after a key", at: index)
    }
    index += 1
    return key
  }

  /// Reads the value of the key.
  mutating func value(_ bytes: Span<UInt8>) throws(JSONFault) -> Value {
    skipSpace(bytes)
    let start = index
    switch try peek(bytes) {
    case quote: return .flat(try string(bytes))
    case UInt8(ascii: "{"): return .nested(isObject: true)
    case UInt8(ascii: "["): return .nested(isObject: false)
    case UInt8(ascii: "t"): try take("true", bytes)
    case UInt8(ascii: "f"): try take("false", bytes)
    case UInt8(ascii: "n"):
      try take("null", bytes)
      return .flat(.empty)
    default:
      try takeNumber(bytes)
      return .flat(Place(start: start, end: index, isDecoded: false, isNumber: true))
    }
    return .flat(Place(start: start, end: index, isDecoded: false))
  }

  private func peek(_ bytes: Span<UInt8>) throws(JSONFault) -> UInt8 {
    guard index < bytes.count else { throw Self.cutShort }
    return bytes[index]
  }

  private static let cutShort = JSONFault("is cut short: it ends within the object")

  private mutating func skipSpace(_ bytes: Span<UInt8>) {
    while index < bytes.count {
      let byte = bytes[index]
      guard byte == 0x20 || byte == 0x09 || byte == cr || byte == lf else { return }
      index += 1
    }
  }

  private mutating func take(_ word: StaticString, _ bytes: Span<UInt8>) throws(JSONFault) {
    let start = index
    for byte in word.description.utf8 {
      guard try peek(bytes) == byte else { throw JSONFault("has no JSON value", at: start) }
      index += 1
    }
  }

  /// Reads a number according to RFC 8259, section 6.
  private mutating func takeNumber(_ bytes: Span<UInt8>) throws(JSONFault) {
    let start = index
    if bytes[index] == UInt8(ascii: "-") { index += 1 }
    let first = index
    let none = JSONFault("has no JSON value", at: start)
    let whole = try digits(bytes, orThrow: none)
    if whole > 1, bytes[first] == UInt8(ascii: "0") { throw none }
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      _ = try digits(bytes, orThrow: JSONFault("has a number without decimals", at: start))
    }
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < bytes.count, bytes[index] == 0x2B || bytes[index] == 0x2D { index += 1 }
      _ = try digits(bytes, orThrow: JSONFault("has a number without exponent", at: start))
    }
    _ = try peek(bytes)
  }

  /// Takes one or more digits.
  private mutating func digits(
    _ bytes: Span<UInt8>, orThrow fault: JSONFault
  ) throws(JSONFault) -> Int {
    let start = index
    while index < bytes.count, bytes[index] &- 0x30 < 10 { index += 1 }
    if index == start {
      _ = try peek(bytes)
      throw fault
    }
    return index - start
  }

  /// Reads the string that begins here, without its quotes.
  private mutating func string(_ bytes: Span<UInt8>) throws(JSONFault) -> Place {
    index += 1
    let start = index
    var place: Place?
    while index < bytes.count {
      let byte = bytes[index]
      if byte == quote {
        index += 1
        guard var place else { return Place(start: start, end: index - 1, isDecoded: false) }
        place.end = decoded.count
        return place
      }
      if byte < 0x20 {
        throw JSONFault("has a control character in a string, not escaped", at: index)
      }
      if byte == UInt8(ascii: "\\") {
        if place == nil {
          place = Place(start: decoded.count, end: 0, isDecoded: true)
          for before in start..<index { decoded.append(bytes[before]) }
        }
        try escape(bytes)
      } else {
        if place != nil { decoded.append(byte) }
        index += 1
      }
    }
    throw Self.cutShort
  }

  private mutating func escape(_ bytes: Span<UInt8>) throws(JSONFault) {
    let start = index
    index += 1
    let byte = try peek(bytes)
    index += 1
    switch byte {
    case quote, UInt8(ascii: "\\"), UInt8(ascii: "/"): decoded.append(byte)
    case UInt8(ascii: "b"): decoded.append(0x08)
    case UInt8(ascii: "f"): decoded.append(0x0C)
    case UInt8(ascii: "n"): decoded.append(lf)
    case UInt8(ascii: "r"): decoded.append(cr)
    case UInt8(ascii: "t"): decoded.append(0x09)
    case UInt8(ascii: "u"):
      guard let scalar = Unicode.Scalar(try codePoint(bytes, start)) else {
        throw JSONFault("has half of a surrogate pair", at: start)
      }
      if scalar == "\0" { throw JSONFault("has a \\u0000", at: start) }
      decoded += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
    default: throw JSONFault("has an escape that JSON does not know", at: start)
    }
  }

  /// Reads `\u` and its digits, and the second half of a surrogate pair if one follows.
  private mutating func codePoint(_ bytes: Span<UInt8>, _ start: Int) throws(JSONFault) -> UInt32 {
    let first = try hexadecimal(bytes, start)
    guard (0xD800...0xDBFF).contains(first) else { return first }
    for expected in [UInt8(ascii: "\\"), UInt8(ascii: "u")] {
      guard try peek(bytes) == expected else { return first }
      index += 1
    }
    let second = try hexadecimal(bytes, start)
    guard (0xDC00...0xDFFF).contains(second) else { return first }
    return 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
  }

  private mutating func hexadecimal(
    _ bytes: Span<UInt8>, _ start: Int
  ) throws(JSONFault) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      let byte = try peek(bytes)
      let digit: UInt8 =
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: throw JSONFault("has an escape that JSON does not know", at: start)
        }
      value = value << 4 | UInt32(digit)
      index += 1
    }
    return value
  }
}

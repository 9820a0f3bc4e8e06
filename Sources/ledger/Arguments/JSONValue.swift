/// A JSON value (RFC 8259) as it is read, of a text that this program or the parser has written.
///
/// Numbers, and escapes of code points, are not needed and not taken apart.
enum JSONValue: Equatable {
  case object([String: JSONValue])
  case array([JSONValue])
  case text(String)
  case bool(Bool)
  case other

  /// `nil` for what is not JSON.
  init?(_ json: String) {
    var reader = Reader(bytes: Array(json.utf8))
    guard let value = reader.value() else { return nil }
    self = value
  }

  subscript(name: String) -> JSONValue? {
    if case .object(let members) = self { members[name] } else { nil }
  }

  var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }

  var text: String? { if case .text(let text) = self { text } else { nil } }

  private struct Reader {
    let bytes: [UInt8]
    var index = 0

    mutating func value() -> JSONValue? {
      guard let first = next() else { return nil }
      switch first {
      case UInt8(ascii: "{"): return object()
      case UInt8(ascii: "["): return array()
      case UInt8(ascii: "\""): return string().map(JSONValue.text)
      case UInt8(ascii: "t"): return word("rue", .bool(true))
      case UInt8(ascii: "f"): return word("alse", .bool(false))
      case UInt8(ascii: "n"): return word("ull", .other)
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        while index < bytes.count, !",]} \n".utf8.contains(bytes[index]) { index += 1 }
        return .other
      default: return nil
      }
    }

    private mutating func object() -> JSONValue? {
      var members: [String: JSONValue] = [:]
      if skip(UInt8(ascii: "}")) { return .object(members) }
      while next() == UInt8(ascii: "\""), let name = string(), next() == UInt8(ascii: ":"),
        let value = value()
      {
        members[name] = value
        if skip(UInt8(ascii: "}")) { return .object(members) }
        guard next() == UInt8(ascii: ",") else { return nil }
      }
      return nil
    }

    private mutating func array() -> JSONValue? {
      var elements: [JSONValue] = []
      if skip(UInt8(ascii: "]")) { return .array(elements) }
      while let value = value() {
        elements.append(value)
        if skip(UInt8(ascii: "]")) { return .array(elements) }
        guard next() == UInt8(ascii: ",") else { return nil }
      }
      return nil
    }

    /// What follows a quote, up to the next.
    private mutating func string() -> String? {
      var text: [UInt8] = []
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
        if byte == UInt8(ascii: "\\"), index < bytes.count {
          text.append(bytes[index])
          index += 1
        } else {
          text.append(byte)
        }
      }
      return nil
    }

    /// Takes the next byte that is not white space.
    private mutating func next() -> UInt8? {
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        if byte != 0x20, byte != 0x0A { return byte }
      }
      return nil
    }

    /// Takes the next byte that is not white space if it is this one.
    private mutating func skip(_ byte: UInt8) -> Bool {
      let before = index
      if next() == byte { return true }
      index = before
      return false
    }

    private mutating func word(_ rest: String, _ value: JSONValue) -> JSONValue? {
      guard bytes[index...].starts(with: rest.utf8) else { return nil }
      index += rest.utf8.count
      return value
    }
  }
}

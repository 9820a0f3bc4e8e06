/// A JSON value to write (RFC 8259).
package indirect enum JSON: Sendable {
  /// Names and values, written in this order.
  case object([(String, JSON)])

  /// Values in order.
  case array([JSON])

  /// Text, which is escaped as needed.
  case string(String)

  /// A whole number.
  case integer(Int64)

  /// A number given as its text, so that 0.1 stays 0.1; an invalid number becomes a string.
  case number(String)

  /// True or false.
  case bool(Bool)

  /// The absence of a value.
  case null

  /// The value as text, without a newline at its end.
  ///
  /// With `pretty`, each name or element has its own line, indented by two spaces; otherwise there
  /// is no white space.
  package func text(pretty: Bool) -> String {
    var out: [UInt8] = []
    write(to: &out, pretty: pretty, depth: 0)
    return String(decoding: out, as: UTF8.self)
  }

  private func write(to out: inout [UInt8], pretty: Bool, depth: Int) {
    switch self {
    case .object(let members):
      Self.list(members, "{", "}", to: &out, pretty: pretty, depth: depth) { member, out in
        Self.write(member.0, to: &out)
        out += (pretty ? ": " : ":").utf8
        member.1.write(to: &out, pretty: pretty, depth: depth + 1)
      }
    case .array(let elements):
      Self.list(elements, "[", "]", to: &out, pretty: pretty, depth: depth) { element, out in
        element.write(to: &out, pretty: pretty, depth: depth + 1)
      }
    case .string(let text): Self.write(text, to: &out)
    case .integer(let value): out += String(value).utf8
    case .number(let text) where Self.isNumber(text.utf8): out += text.utf8
    case .number(let text): Self.write(text, to: &out)
    case .bool(let value): out += (value ? "true" : "false").utf8
    case .null: out += "null".utf8
    }
  }

  private static func list<Item>(
    _ items: [Item], _ opening: Unicode.Scalar, _ closing: Unicode.Scalar,
    to out: inout [UInt8], pretty: Bool, depth: Int, write: (Item, inout [UInt8]) -> Void
  ) {
    func newLine(_ depth: Int) {
      guard pretty else { return }
      out.append(lf)
      out += repeatElement(UInt8(ascii: " "), count: 2 * depth)
    }
    out.append(UInt8(ascii: opening))
    for (index, item) in items.enumerated() {
      if index > 0 { out.append(comma) }
      newLine(depth + 1)
      write(item, &out)
    }
    if !items.isEmpty { newLine(depth) }
    out.append(UInt8(ascii: closing))
  }
}

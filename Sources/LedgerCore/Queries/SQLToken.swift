/// A word, name, text, number, parameter or sign in a statement.
///
/// <https://www.sqlite.org/lang_expr.html>; comments and white space are left out.
package struct SQLToken: Equatable, Sendable {
  /// The kind of a token.
  package enum Kind: Sendable {
    /// A keyword, or a name without quotes.
    case word
    /// A name in double quotes, backticks or brackets.
    case quotedName
    /// Text in single quotes.
    case text
    case number
    case parameter
    case sign
  }

  /// The kind of token.
  package let kind: Kind
  /// Its content: a name or text without its quotes.
  package let text: String
  /// Its range in the statement, in bytes.
  package let range: Range<Int>

  /// Splits a statement into tokens, as far as it can.
  package static func all(of sql: String) -> [SQLToken] {
    var reader = SQLTokenReader(bytes: Array(sql.utf8))
    var tokens: [SQLToken] = []
    while let token = reader.next() { tokens.append(token) }
    return tokens
  }

  /// Whether it is this name, with or without quotes, in any case.
  package func isName(_ name: String) -> Bool {
    (kind == .word || kind == .quotedName) && text.lowercased() == name
  }
}

/// Reads the tokens of a statement in order.
private struct SQLTokenReader {
  let bytes: [UInt8]
  private var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> SQLToken? {
    skipSpace()
    guard let first = byte() else { return nil }
    let start = position
    position += 1
    switch first {
    case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"):
      return quoted(by: first, from: start)
    case UInt8(ascii: "["):
      return quoted(by: UInt8(ascii: "]"), from: start)
    case UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "$"):
      skip(where: Self.isInName)
      return token(.parameter, start)
    case _
    where Self.isDigit(first) || first == UInt8(ascii: ".") && byte().map(Self.isDigit) == true:
      skip { Self.isInName($0) || $0 == UInt8(ascii: ".") }
      return token(.number, start)
    case _ where Self.isInName(first):
      skip(where: Self.isInName)
      return token(.word, start)
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "!"),
      UInt8(ascii: "|"):
      skip { [UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "|")].contains($0) }
      return token(.sign, start)
    default: return token(.sign, start)
    }
  }

  private func byte(_ offset: Int = 0) -> UInt8? {
    position + offset < bytes.count ? bytes[position + offset] : nil
  }

  private mutating func skip(where condition: (UInt8) -> Bool) {
    while let next = byte(), condition(next) { position += 1 }
  }

  private mutating func skipSpace() {
    while let next = byte() {
      if [0x20, 0x09, 0x0a, 0x0c, 0x0d].contains(next) {
        position += 1
      } else if next == UInt8(ascii: "-"), byte(1) == UInt8(ascii: "-") {
        skip { $0 != 0x0a }
      } else if next == UInt8(ascii: "/"), byte(1) == UInt8(ascii: "*") {
        position += 2
        while let star = byte(), star != UInt8(ascii: "*") || byte(1) != UInt8(ascii: "/") {
          position += 1
        }
        position = min(position + 2, bytes.count)
      } else {
        return
      }
    }
  }

  private mutating func quoted(by quote: UInt8, from start: Int) -> SQLToken {
    var content: [UInt8] = []
    while let next = byte() {
      position += 1
      if next == quote {
        guard byte() == quote, quote != UInt8(ascii: "]") else { break }
        position += 1
      }
      content.append(next)
    }
    return SQLToken(
      kind: quote == UInt8(ascii: "'") ? .text : .quotedName,
      text: String(decoding: content, as: UTF8.self), range: start..<position)
  }

  private func token(_ kind: SQLToken.Kind, _ start: Int) -> SQLToken {
    SQLToken(
      kind: kind, text: String(decoding: bytes[start..<position], as: UTF8.self),
      range: start..<position)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isInName(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$") || byte >= 0x80
  }
}

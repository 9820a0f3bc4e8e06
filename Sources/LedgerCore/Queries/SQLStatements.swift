/// Splits typed lines into statements.
package enum SQLStatements {
  /// The statements that are complete, without their semicolons, and what follows the last one.
  package static func split(_ text: String) -> (statements: [String], rest: String) {
    let bytes = Array(text.utf8)
    var statements: [String] = []
    var start = 0
    var isEmpty = true
    for token in SQLToken.all(of: text) {
      guard token.kind == .sign, token.text == ";" else {
        isEmpty = false
        continue
      }
      let statement = String(decoding: bytes[start..<token.range.lowerBound], as: UTF8.self)
      if !isEmpty { statements.append(trimmed(statement)) }
      start = token.range.upperBound
      isEmpty = true
    }
    return (statements, String(decoding: bytes[start...], as: UTF8.self))
  }

  /// A statement without the white space around it, so that a last newline is no new version.
  package static func trimmed(_ text: String) -> String {
    func isSpace(_ character: Character) -> Bool { character.isWhitespace && character.isASCII }
    let start = text.drop(while: isSpace)
    return String(start.reversed().drop(while: isSpace).reversed())
  }
}

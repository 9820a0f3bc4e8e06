import SQLiteStorage

/// Takes typed lines apart into statements.
enum SQLStatements {
  /// The statements that are complete, without their semicolons, and what is behind the last one.
  static func split(_ text: String) -> (statements: [String], rest: String) {
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
      if !isEmpty { statements.append(SQLSaving.trimmed(statement)) }
      start = token.range.upperBound
      isEmpty = true
    }
    return (statements, String(decoding: bytes[start...], as: UTF8.self))
  }
}

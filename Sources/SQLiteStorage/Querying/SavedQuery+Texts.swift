package import LedgerCore

extension SavedQuery {
  /// Its statement for a program that passes each parameter as text, and an empty one for none.
  ///
  /// A form on a web page does that. The statement itself then applies defaults and types. A
  /// parameter is `:name`, however it was written. `nil` if the name is retired.
  package var statementOfTexts: String? {
    guard let statement else { return nil }
    var bytes = Array(statement.utf8)
    for token in SQLToken.all(of: statement).reversed() where token.kind == .parameter {
      let name = String(token.text.dropFirst())
      let parameter = parameters.first { $0.name == name } ?? Parameter(name: name)
      bytes.replaceSubrange(token.range, with: parameter.valueOfText.utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension SavedQuery.Parameter {
  /// An expression for its value, as a parameter would be made from the text that `:name` is.
  fileprivate var valueOfText: String {
    let text = value.map { "ifnull(nullif(:\(name), ''), \(Self.literal($0)))" } ?? ":\(name)"
    switch type {
    case "text": return text
    case "integer": return "CAST(\(text) AS INTEGER)"
    case "real": return "CAST(\(text) AS REAL)"
    case "money": return "CAST(round(\(text) * 1000000) AS INTEGER)"
    // Days since noon on 24 November 4714 BC; 1970 began at 2440587.5.
    case "instant":
      return "CAST(round((julianday(\(text)) - 2440587.5) * 86400000) AS INTEGER)"
    case "day": return "CAST(julianday(\(text)) - 2440587.5 AS INTEGER)"
    case "null": return "nullif(:\(name), '')"
    default: break
    }
    if let value, !Self.isNumber(value) { return text }
    // A number stays a number, and `007` is text.
    let number = "CAST(:\(name) AS NUMERIC)"
    let either = "iif(CAST(\(number) AS TEXT) = :\(name), \(number), :\(name))"
    return value.map { "iif(:\(name) = '', \($0), \(either))" } ?? either
  }

  private static func isNumber(_ text: String) -> Bool {
    // Neither `1e3`, nor `inf`, which a statement would take for a name.
    text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2d || $0 == 0x2e }
      && (Int64(text).map(String.init) == text || Double(text).map { "\($0)" } == text)
  }

  private static func literal(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }
}

import LedgerCore

/// Hints about integers that are compared with values that they never equal.
///
/// SQLite accepts `starts_at > '2021-12-08'`: an integer is less than any text.
struct RawColumnHints {
  /// What the integers of a column count.
  private enum Unit { case milliseconds, days, millionths }

  let names: SchemaNames
  private let tokens: [SQLToken]

  init(_ sql: String, names: SchemaNames) {
    self.names = names
    tokens = SQLToken.all(of: sql)
  }

  /// Whether a statement has anything that a hint could be about; this is cheap to check.
  static func isWorthwhile(_ sql: String) -> Bool {
    SQLToken.all(of: sql).contains { isDate($0) || isDecimal($0) }
  }

  /// A sentence for each such comparison.
  var hints: [String] {
    var hints: [String] = []
    for index in tokens.indices where Self.isDate(tokens[index]) || Self.isDecimal(tokens[index]) {
      guard let column = comparedColumn(at: index), let hint = hint(column, tokens[index]),
        !hints.contains(hint)
      else { continue }
      hints.append(hint)
    }
    return hints
  }

  private func hint(_ column: String, _ literal: SQLToken) -> String? {
    guard let unit = Self.unit(column), let table = table(of: column) else { return nil }
    let name = "\(table.name).\(column)"
    let view = names.relations.first {
      $0.isView && [table.name + "s", table.name.dropLast() + "ies"].contains($0.name)
        && $0.column(column) != nil
    }
    let readable = view.map { "compare \($0.name).\(column), which is text, or " } ?? ""
    switch unit {
    case .milliseconds where Self.isDate(literal):
      return "\(name) counts milliseconds since 1970: \(readable)write "
        + "unixepoch('\(literal.text)') * 1000"
    case .days where Self.isDate(literal):
      return "\(name) counts days since 1970-01-01: \(readable)write "
        + "unixepoch('\(literal.text)') / 86400"
    case .millionths where Self.isDecimal(literal):
      return "\(name) counts millionths: \(literal.text) is \(Self.millionths(literal.text))"
    default: return nil
    }
  }

  /// The name of the column that a literal is compared with.
  private func comparedColumn(at index: Int) -> String? {
    let operators: Set = ["=", "==", "<>", "!=", "<", ">", "<=", ">="]
    func isOperator(_ place: Int) -> Bool {
      tokens.indices.contains(place) && tokens[place].kind == .sign
        && operators.contains(tokens[place].text)
    }
    func name(_ place: Int) -> String? {
      guard tokens.indices.contains(place), [.word, .quotedName].contains(tokens[place].kind) else {
        return nil
      }
      return tokens[place].text.lowercased()
    }
    if isOperator(index - 1) { return name(index - 2) }
    if isOperator(index + 1) {
      // A table's name may precede the column's.
      let isQualified = tokens.indices.contains(index + 3) && tokens[index + 3].text == "."
      return name(isQualified ? index + 4 : index + 2)
    }
    // `x BETWEEN 'a' AND 'b'`, `x NOT IN ('a', 'b')`: go back to the keyword and what precedes it.
    var place = index - 1
    while place >= 0, place > index - 12 {
      let token = tokens[place]
      if token.isName("between") || token.isName("in") {
        return tokens.indices.contains(place - 1) && tokens[place - 1].isName("not")
          ? name(place - 2) : name(place - 1)
      }
      let mayStandBetween =
        [.text, .number].contains(token.kind) || ["(", ","].contains(token.text)
        || token.isName("and")
      guard mayStandBetween else { return nil }
      place -= 1
    }
    return nil
  }

  /// The table in the statement that has the column as an integer, unless a view there has it, too.
  private func table(of column: String) -> SchemaNames.Relation? {
    let mentioned = names.relations.filter { relation in
      relation.column(column) != nil && tokens.contains { $0.isName(relation.name) }
    }
    guard !mentioned.contains(where: \.isView) else { return nil }
    return mentioned.first { $0.column(column)?.isInteger == true }
  }

  private static func unit(_ column: String) -> Unit? {
    if column.hasSuffix("_micros") { return .millionths }
    if column == "at" || column.hasSuffix("_at") { return .milliseconds }
    if column == "day" || column.hasSuffix("_day") || column.hasSuffix("_on") { return .days }
    return nil
  }

  private static func isDate(_ token: SQLToken) -> Bool {
    let bytes = Array(token.text.utf8)
    guard token.kind == .text, bytes.count >= 7, bytes[4] == UInt8(ascii: "-") else { return false }
    return (bytes[0...3] + bytes[5...6]).allSatisfy { (0x30...0x39).contains($0) }
  }

  /// `'19'` and `'19.99'`, or 19.99 without quotes.
  private static func isDecimal(_ token: SQLToken) -> Bool {
    guard token.kind == .text || token.kind == .number else { return false }
    let parts = token.text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 1 && token.kind == .text else { return false }
    return parts.allSatisfy { part in
      (1...9).contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
    } && (parts.count == 1 || parts[1].utf8.count <= 6)
  }

  private static func millionths(_ decimal: String) -> String {
    let parts = decimal.split(separator: ".").map(String.init)
    let fraction = parts.count == 2 ? parts[1] : ""
    let digits = parts[0] + fraction + String(repeating: "0", count: 6 - fraction.utf8.count)
    let significant = digits.drop { $0 == "0" }
    return significant.isEmpty ? "0" : String(significant)
  }
}

/// How the names of columns are compared: by their words, in capitals or not.
///
/// A name that ends with `(*)` stands for any that has a currency's mark there.
enum ColumnName {
  static func folded(_ name: String) -> String {
    name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The column of a name: written just so, or else the only one that differs in case or spaces.
  static func index(of name: String, in header: [String]) -> Int? {
    if let exact = header.firstIndex(of: name) { return exact }
    let matches = header.indices.filter { isColumn(header[$0], named: name) }
    return matches.count == 1 ? matches.first : nil
  }

  /// What a column has in the place of the `*`: `RM`.
  static func mark(of column: String, named name: String) -> String? {
    guard name.hasSuffix("(*)"), let start = column.lastIndex(of: "("),
      let end = column.lastIndex(of: ")"), start < end
    else { return nil }
    return String(column[column.index(after: start)..<end])
  }

  private static func isColumn(_ column: String, named name: String) -> Bool {
    guard name.hasSuffix("(*)") else { return folded(column) == folded(name) }
    let text = folded(column)
    guard text.hasSuffix(")"), let start = text.lastIndex(of: "(") else { return false }
    return text[...start] == folded(String(name.dropLast(2)))
  }
}

/// How the names of columns are compared: by their words, in capitals or not.
enum ColumnName {
  static func folded(_ name: String) -> String {
    name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The column of a name: written just so, or else the only one that differs in case or spaces.
  static func index(of name: String, in header: [String]) -> Int? {
    if let exact = header.firstIndex(of: name) { return exact }
    let wanted = folded(name)
    let matches = header.indices.filter { folded(header[$0]) == wanted }
    return matches.count == 1 ? matches.first : nil
  }
}

/// Formats tables, lists and text as Markdown.
enum Markdown {
  /// A table whose first column is text and whose others are numbers.
  static func table(_ heading: [String], _ rows: [[String]]) -> String {
    let rule = heading.enumerated().map { $0.offset == 0 ? "---" : "---:" }
    return ([heading, rule] + rows.map { $0.map(text) })
      .map { "| \($0.joined(separator: " | ")) |\n" }.joined()
  }

  static func list(_ lines: [String]) -> String { lines.map { "- \(text($0))\n" }.joined() }

  /// Text on one line, with its markup escaped.
  static func text(_ text: String) -> String {
    var cell = ""
    for character in printable(text) {
      if "|\\`*_<>[]#".contains(character) { cell.append("\\") }
      cell.append(character)
    }
    return cell
  }
}

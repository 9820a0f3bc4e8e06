import SQLiteStorage

/// Rows under their names, in columns as wide as they need to be.
struct TextTable {
  let text: String

  /// A missing value, which is never shown as 0 or as nothing.
  static let missing = "–"

  /// Draws a table of named columns.
  init(_ names: [String], _ rows: [[Cell]]) {
    let isNumber = names.indices.map { column in
      rows.contains { $0[column].isNumber }
        && rows.allSatisfy { $0[column].isNumber || $0[column] == .null }
    }
    let shown = rows.map { row in row.map { printable($0.plainText ?? Self.missing) } }
    let lines = [names.map(printable)] + shown
    let rule = names.indices.map { column in
      String(repeating: "─", count: lines.map { width($0[column]) }.max() ?? 0)
    }
    text = Self.aligned([lines[0], rule] + shown, right: isNumber)
  }

  /// Lines of columns, two spaces apart, without spaces at their ends.
  static func aligned(_ lines: [[String]], right: [Bool]) -> String {
    let widths = right.indices.map { column in lines.map { width($0[column]) }.max() ?? 0 }
    var text = ""
    for line in lines {
      var row = ""
      for (column, cell) in line.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - width(cell))
        row += (column > 0 ? "  " : "") + (right[column] ? padding + cell : cell + padding)
      }
      while row.hasSuffix(" ") { row.removeLast() }
      text += row + "\n"
    }
    return text
  }
}

/// A text that a terminal shows and does not obey: control characters are written out.
func printable(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: \.isControl) else { return text }
  return text.unicodeScalars.map { $0.isControl ? $0.escaped(asASCII: true) : String($0) }.joined()
}

/// How many columns of a terminal a text takes.
func width(_ text: String) -> Int {
  text.reduce(0) { sum, character in
    guard let first = character.unicodeScalars.first else { return sum }
    let isEmoji =
      first.properties.isEmojiPresentation
      || character.unicodeScalars.contains { $0.value == 0xfe0f }
    return sum + (isEmoji || first.isWide ? 2 : 1)
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool { properties.generalCategory == .control }

  /// Wide by Unicode's East Asian Width (UAX #11): the blocks of the scripts that are.
  fileprivate var isWide: Bool {
    switch value {
    case 0x1100...0x115f, 0x2e80...0x303e, 0x3041...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff,
      0xfe30...0xfe6f, 0xff00...0xff60, 0xffe0...0xffe6, 0x20000...0x3fffd:
      true
    default: false
    }
  }
}

/// Lays out columns of text.
package enum TextTable {
  /// The mark for a missing value, which is never shown as 0 or left blank.
  package static let missing = "–"

  /// Aligned columns, two spaces apart, without trailing spaces.
  package static func aligned(_ lines: [[String]], right: [Bool]) -> String {
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

  /// Aligned columns no wider than `available`, the columns of a terminal; `nil` for no limit.
  ///
  /// `names`: how many of the first columns name a line.
  package static func aligned(
    _ lines: [[String]], right: [Bool], names: Int = 1, width available: Int?
  ) -> String {
    let text = aligned(lines, right: right)
    guard let available,
      text.split(separator: "\n").contains(where: { width(String($0)) > available })
    else { return text }
    return FittedTable(lines, right: right, names: names, width: available).text
  }

  /// Words listed from top to bottom, in as many columns as fit.
  package static func columns(_ words: [String], width available: Int) -> String {
    let widest = words.map { width($0) }.max() ?? 0
    let count = max(1, (available + 2) / (widest + 2))
    let height = (words.count + count - 1) / count
    var text = ""
    for row in 0..<height {
      let cells = stride(from: row, to: words.count, by: height).map { words[$0] }
      let padded = cells.dropLast().map {
        $0 + String(repeating: " ", count: widest - width($0) + 2)
      }
      text += padded.joined() + (cells.last ?? "") + "\n"
    }
    return text
  }
}

/// Text that is safe to show on a terminal: control characters are written out.
package func printable(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: \.isControl) else { return text }
  return text.unicodeScalars.map { $0.isControl ? $0.escaped(asASCII: true) : String($0) }.joined()
}

/// The width of a text, in columns of a terminal.
package func width(_ text: String) -> Int {
  // Nearly all text is ASCII, where only CR LF, two controls, is one character of two bytes.
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
  return text.reduce(0) { sum, character in
    guard let first = character.unicodeScalars.first else { return sum }
    let isEmoji =
      first.properties.isEmojiPresentation
      || character.unicodeScalars.contains { $0.value == 0xfe0f }
    return sum + (isEmoji || first.isWide ? 2 : 1)
  }
}

extension Unicode.Scalar {
  /// Whether it is a control, or changes the direction of the text after it (UAX #9).
  fileprivate var isControl: Bool {
    switch value {
    case 0x20...0x7e: false
    case 0x202a...0x202e, 0x2066...0x2069: true
    default: properties.generalCategory == .control
    }
  }

  /// Whether it is wide by Unicode's East Asian Width (UAX #11): the blocks of wide scripts.
  fileprivate var isWide: Bool {
    switch value {
    case 0x1100...0x115f, 0x2e80...0x303e, 0x3041...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff,
      0xfe30...0xfe6f, 0xff00...0xff60, 0xffe0...0xffe6, 0x20000...0x3fffd:
      true
    default: false
    }
  }
}

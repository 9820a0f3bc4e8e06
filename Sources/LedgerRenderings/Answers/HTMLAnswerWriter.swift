import LedgerCore

/// Writes rows as an HTML table to insert into a page.
struct HTMLAnswerWriter: AnswerWriter {
  private(set) var bytes: [UInt8] = []
  private let style: AnswerStyle

  init(_ style: AnswerStyle) { self.style = style }

  mutating func begin(_ names: [String]) {
    bytes += "<table>\n".utf8
    guard style.hasHeader else { return }
    bytes += "<tr>".utf8
    for name in names { bytes += "<th>\(Self.escaped(printable(name)))</th>".utf8 }
    bytes += "</tr>\n".utf8
  }

  mutating func add(_ row: some AnswerRow) {
    bytes += "<tr>".utf8
    for column in 0..<row.count {
      let text = row.answer(column).plainText.map(printable) ?? style.null ?? ""
      bytes += "<td>\(Self.escaped(text))</td>".utf8
    }
    bytes += "</tr>\n".utf8
  }

  mutating func end() { bytes += "</table>\n".utf8 }

  mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}

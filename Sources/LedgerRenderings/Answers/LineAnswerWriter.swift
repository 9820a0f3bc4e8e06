import LedgerCore

/// Writes each value on its own line after its name, with a blank line between rows.
struct LineAnswerWriter: AnswerWriter {
  private(set) var bytes: [UInt8] = []
  private let null: String
  private var names: [String] = []
  private var isFirst = true

  init(_ style: AnswerStyle) { null = style.null ?? TextTable.missing }

  mutating func begin(_ names: [String]) {
    let shown = names.map(printable)
    let widest = shown.map(width).max() ?? 0
    self.names = shown.map { String(repeating: " ", count: widest - width($0)) + $0 + " = " }
  }

  mutating func add(_ row: some AnswerRow) {
    if !isFirst { bytes += "\n".utf8 }
    isFirst = false
    for (column, name) in names.enumerated() {
      let text = row.answer(column).plainText.map(printable) ?? null
      bytes += (name + text + "\n").utf8
    }
  }

  mutating func end() {}

  mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }
}

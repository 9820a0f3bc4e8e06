import LedgerCore

/// Writes rows under their names, in columns as wide as the first rows need.
///
/// There may be any number of rows, but memory is limited: the widths are those of the first 500
/// rows, or of the first megabyte. A wider value in a later row shifts the rest of that row.
struct AlignedAnswerWriter: AnswerWriter {
  enum Lines { case plain, box, markdown }

  private(set) var bytes: [UInt8] = []
  private let lines: Lines
  private let style: AnswerStyle
  private let null: String
  private var names: [String] = []
  private var amounts = MoneyDigits.Columns([])
  /// The first rows, until the widths are known.
  private var held: [[AnswerValue]]? = []
  private var heldBytes = 0
  private var widths: [Int] = []
  private var isNumber: [Bool] = []

  init(_ lines: Lines, _ style: AnswerStyle) {
    self.lines = lines
    self.style = style
    null = style.null.map(printable) ?? TextTable.missing
  }

  mutating func begin(_ names: [String]) {
    self.names = names.map(shown)
    amounts = MoneyDigits.Columns(names)
  }

  mutating func add(_ row: some AnswerRow) {
    let cells = (0..<row.count).map(row.answer)
    guard held != nil else {
      write(cells)
      return
    }
    held?.append(cells)
    heldBytes += row.size + 32 * cells.count
    if (held?.count ?? 0) >= 500 || heldBytes > 1 << 20 { release() }
  }

  mutating func end() {
    release()
    if lines == .box { rule("└", "┴", "┘", of: "─") }
  }

  mutating func release() {
    guard let rows = held else { return }
    held = nil
    isNumber = names.indices.map { column in
      rows.contains { $0[column].isNumber }
        && rows.allSatisfy { $0[column].isNumber || $0[column] == .null }
    }
    widths = names.indices.map { column in
      let least = lines == .markdown ? 3 : 0
      let name = style.hasHeader ? width(names[column]) : 0
      return rows.reduce(max(least, name)) { max($0, width(text(column, of: $1))) }
    }
    writeHead()
    for row in rows { write(row) }
  }

  mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  private mutating func writeHead() {
    if lines == .box { rule("┌", "┬", "┐", of: "─") }
    guard style.hasHeader else { return }
    write(texts: names)
    switch lines {
    case .plain:
      write(texts: widths.map { String(repeating: "─", count: $0) })
    case .box: rule("├", "┼", "┤", of: "─")
    case .markdown:
      write(
        texts: widths.indices.map { column in
          String(repeating: "-", count: widths[column] - 1) + (isNumber[column] ? ":" : "-")
        })
    }
  }

  private mutating func write(_ cells: [AnswerValue]) {
    write(texts: cells.indices.map { text($0, of: cells) })
  }

  private mutating func write(texts: [String]) {
    var line = lines == .plain ? "" : lines == .box ? "│ " : "| "
    let between = lines == .plain ? "  " : lines == .box ? " │ " : " | "
    for (column, text) in texts.enumerated() {
      let padding = String(repeating: " ", count: max(0, widths[column] - width(text)))
      if column > 0 { line += between }
      line += isNumber[column] ? padding + text : text + padding
    }
    switch lines {
    case .plain: while line.hasSuffix(" ") { line.removeLast() }
    case .box: line += " │"
    case .markdown: line += " |"
    }
    bytes += line.utf8
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func rule(
    _ left: String, _ middle: String, _ right: String, of piece: String
  ) {
    let pieces = widths.map { String(repeating: piece, count: $0 + 2) }
    bytes += (left + pieces.joined(separator: middle) + right + "\n").utf8
  }

  private func text(_ column: Int, of row: [AnswerValue]) -> String {
    style.money?.text(column, of: row, amounts) ?? row[column].plainText.map(shown) ?? null
  }

  private func shown(_ text: String) -> String {
    lines == .markdown ? Markdown.text(text) : printable(text)
  }
}

import LedgerCore
import Tabular

/// Writes rows as CSV, or with tabs instead of commas.
struct SeparatedAnswerWriter: AnswerWriter {
  private var writer: CSVWriter
  private let style: AnswerStyle
  private let null: [UInt8]

  init(by delimiter: UInt8, _ style: AnswerStyle) {
    writer = CSVWriter(delimiter: delimiter, spreadsheetSafe: style.isSpreadsheetSafe)
    self.style = style
    null = Array((style.null ?? "").utf8)
  }

  var bytes: [UInt8] { writer.bytes }

  mutating func begin(_ names: [String]) {
    if style.hasHeader { add(ListedRow(names.map(AnswerValue.text))) }
  }

  mutating func add(_ row: some AnswerRow) {
    for column in 0..<row.count {
      writer.append { bytes in
        if row.type(column) == .null {
          bytes += null
        } else if style.isForScreen {
          bytes += printable(row.answer(column).plainText ?? "").utf8
        } else {
          row.append(column, to: &bytes)
        }
      }
    }
    writer.endRow()
  }

  mutating func end() {}

  mutating func take() -> [UInt8] { writer.take() }
}

import SQLiteStorage

/// Writes rows as they come, in one of the formats.
protocol RowWriter {
  /// What is written and not yet taken.
  var bytes: [UInt8] { get }

  mutating func begin(_ names: [String])
  mutating func add(_ row: AnswerRow)
  mutating func end()

  /// Shows what was held back to know more of it.
  mutating func release()

  /// Hands over what is written.
  mutating func take() -> [UInt8]
}

extension RowWriter {
  mutating func release() {}
}

/// How rows are written, whatever the format.
struct RowStyle {
  var format = ListingFormat.table
  var hasHeader = true
  /// What stands for null; `nil` for what the format has for it.
  var null: String?
  var isSpreadsheetSafe = false
  /// Whether a terminal shows it, which obeys control characters.
  var isForScreen = false

  var writer: any RowWriter {
    switch format {
    case .table: AlignedRows(.plain, self)
    case .box: AlignedRows(.box, self)
    case .markdown: AlignedRows(.markdown, self)
    case .csv: SeparatedRows(by: UInt8(ascii: ","), self)
    case .tsv: SeparatedRows(by: UInt8(ascii: "\t"), self)
    case .json: JSONRows(asLines: false)
    case .jsonl: JSONRows(asLines: true)
    case .html: HTMLRows(self)
    case .line: LineRows(self)
    }
  }
}

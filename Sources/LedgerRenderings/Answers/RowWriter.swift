package import LedgerCore

/// Writes rows as they come, in one of the formats.
package protocol RowWriter {
  /// What is written and not yet taken.
  var bytes: [UInt8] { get }

  mutating func begin(_ names: [String])
  mutating func add(_ row: some AnswerRow)
  mutating func end()

  /// Shows what was held back to know more of it.
  mutating func release()

  /// Hands over what is written.
  mutating func take() -> [UInt8]
}

extension RowWriter {
  package mutating func release() {}
}

/// How rows are written, whatever the format.
package struct RowStyle {
  package var format = ListingFormat.table
  package var hasHeader = true
  /// What stands for null; `nil` for what the format has for it.
  package var null: String?
  package var isSpreadsheetSafe = false
  /// Whether a terminal shows it, which obeys control characters.
  package var isForScreen = false

  package init(
    format: ListingFormat = .table, hasHeader: Bool = true, null: String? = nil,
    isSpreadsheetSafe: Bool = false, isForScreen: Bool = false
  ) {
    self.format = format
    self.hasHeader = hasHeader
    self.null = null
    self.isSpreadsheetSafe = isSpreadsheetSafe
    self.isForScreen = isForScreen
  }

  package var writer: any RowWriter {
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

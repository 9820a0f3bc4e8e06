package import LedgerCore

/// Writes rows as they arrive, in one of the formats.
package protocol AnswerWriter {
  /// What has been written and not yet taken.
  var bytes: [UInt8] { get }

  mutating func begin(_ names: [String])
  mutating func add(_ row: some AnswerRow)
  mutating func end()

  /// Writes the rows that were held back to measure their widths.
  mutating func release()

  /// Returns what has been written, and forgets it.
  mutating func take() -> [UInt8]
}

extension AnswerWriter {
  package mutating func release() {}
}

/// How rows are written: the format and its options.
package struct AnswerStyle {
  package var format = ListingFormat.table
  package var hasHeader = true
  /// The text for null; `nil` for the format's own.
  package var null: String?
  package var isSpreadsheetSafe = false
  /// Whether the output goes to a terminal, which obeys control characters.
  package var isForScreen = false
  /// The decimals of amounts, for forms that people read; `nil` for numbers as they are.
  package var money: MoneyDigits?

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

  package var writer: any AnswerWriter {
    switch format {
    case .table: AlignedAnswerWriter(.plain, self)
    case .box: AlignedAnswerWriter(.box, self)
    case .markdown: AlignedAnswerWriter(.markdown, self)
    case .csv: SeparatedAnswerWriter(by: UInt8(ascii: ","), self)
    case .tsv: SeparatedAnswerWriter(by: UInt8(ascii: "\t"), self)
    case .json: JSONAnswerWriter(asLines: false)
    case .jsonl: JSONAnswerWriter(asLines: true)
    case .html: HTMLAnswerWriter(self)
    case .line: LineAnswerWriter(self)
    }
  }
}

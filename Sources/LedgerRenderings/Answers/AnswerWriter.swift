package import LedgerCore

/// Writes rows as they come, in one of the formats.
package protocol AnswerWriter {
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

extension AnswerWriter {
  package mutating func release() {}
}

/// How rows are written, whatever the format.
package struct AnswerStyle {
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

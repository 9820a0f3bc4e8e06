/// The file formats that can be read.
public enum FileFormat: String, CaseIterable, Sendable {
  /// CSV, see ``CSVReader``.
  case csv
  /// JSON Lines, see ``JSONLinesReader``.
  case jsonl
  /// An Excel workbook, see ``XLSXReader``.
  case xlsx

  /// The file name extensions that can be read; `.gz` may follow each.
  public static let endings = [".csv", ".jsonl", ".ndjson", ".xlsx"]

  /// Detects the format of a file from its first bytes, and if they do not tell, from its name.
  ///
  /// - Throws: `TabularError` if its first bytes cannot be read.
  public init(of source: ByteSource) throws(TabularError) {
    let head = try source.peek()
    switch FileKind(head) {
    // If the file is not a workbook after all, the reader of workbooks can best explain it.
    case .xlsx, .zip, .xls: self = .xlsx
    case nil where Self.beginsWithObject(head) || Self.isJSONLines(source.name): self = .jsonl
    default: self = .csv
    }
  }

  private static func isJSONLines(_ name: String) -> Bool {
    let name = name.lowercased()
    return [".jsonl", ".ndjson"].contains { name.hasSuffix($0) || name.hasSuffix($0 + ".gz") }
  }

  /// An array of objects is not JSON Lines, but that reader can explain why.
  private static func beginsWithObject(_ head: ArraySlice<UInt8>) -> Bool {
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == lf || byte == cr }
    let text = head.starts(with: byteOrderMark) ? head.dropFirst(byteOrderMark.count) : head
    var rest = text.drop(while: isSpace)
    if rest.first == UInt8(ascii: "[") { rest = rest.dropFirst().drop(while: isSpace) }
    return rest.first == UInt8(ascii: "{")
  }
}

import Tabular

/// The formats of files that can be loaded.
public enum FileFormat: String, CaseIterable, Sendable {
  /// CSV.
  case csv
  /// JSON Lines.
  case jsonl
  /// An Excel workbook.
  case xlsx

  /// What it is called.
  var words: String {
    switch self {
    case .csv: "CSV"
    case .jsonl: "JSON"
    case .xlsx: "an Excel workbook"
    }
  }

  /// The file name extensions that can be read; `.gz` may follow each.
  public static let endings = [".csv", ".json", ".jsonl", ".ndjson", ".xlsx"]

  /// Whether a file of a folder is to be loaded, by its name: not if it is hidden, or is what Excel
  /// keeps next to an open workbook.
  package static func mayRead(_ name: String) -> Bool {
    if name.hasPrefix(".") || name.hasPrefix("~$") { return false }
    return hasEnding(name, among: endings)
  }

  /// Detects the format of a file from its first bytes, and if they do not tell, from its name.
  ///
  /// - Throws: `TabularError` if its first bytes cannot be read.
  init(of source: ByteSource, in encoding: TextEncoding = .utf8) throws(TabularError) {
    let head = try source.peek(as: encoding)
    switch FileKind(head) {
    // If the file is not a workbook after all, the reader of workbooks can best explain it.
    case .xlsx, .zip, .xls: self = .xlsx
    case nil where Self.beginsWithObject(head): self = .jsonl
    case nil where Self.hasEnding(source.name, among: [".json", ".jsonl", ".ndjson"]): self = .jsonl
    default: self = .csv
    }
  }

  private static func hasEnding(_ name: String, among endings: [String]) -> Bool {
    let name = name.lowercased()
    return endings.contains { name.hasSuffix($0) || name.hasSuffix($0 + ".gz") }
  }

  /// Whether it is JSON Lines, or an array of objects.
  private static func beginsWithObject(_ head: ArraySlice<UInt8>) -> Bool {
    let isSpace = { (byte: UInt8) in [0x20, 0x09, 0x0A, 0x0D].contains(byte) }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = head.starts(with: mark) ? head.dropFirst(mark.count) : head
    var rest = text.drop(while: isSpace)
    if rest.first == UInt8(ascii: "[") { rest = rest.dropFirst().drop(while: isSpace) }
    return rest.first == UInt8(ascii: "{")
  }
}

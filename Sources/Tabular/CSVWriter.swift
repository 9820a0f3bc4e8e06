/// Writes CSV (RFC 4180) to memory, from which the caller takes it.
///
/// A field is quoted only if it must be; a line ends with LF.
package struct CSVWriter {
  /// What has been written but not yet taken.
  package private(set) var bytes: [UInt8] = []

  private let delimiter: UInt8
  private let isSpreadsheetSafe: Bool
  private var rowStart = 0
  private var hasField = false
  /// Whether the row has one field so far.
  private var isAlone = false

  /// Makes an empty writer; the delimiter must be ASCII, but not a quote or a line end.
  ///
  /// If it is safe for spreadsheets, an apostrophe precedes text that a spreadsheet would take for
  /// a formula: text that begins with `=`, `+`, `-`, `@`, TAB or CR, and is not a plain number.
  /// <https://owasp.org/www-community/attacks/CSV_Injection>
  package init(delimiter: UInt8 = UInt8(ascii: ","), spreadsheetSafe: Bool = false) {
    self.delimiter = delimiter
    isSpreadsheetSafe = spreadsheetSafe
  }

  /// Writes a row; nil is an empty field.
  package mutating func append(_ fields: [String?]) {
    for field in fields { append { bytes in if let field { bytes += field.utf8 } } }
    endRow()
  }

  /// Writes the next field of a row; `write` appends its text to the bytes.
  package mutating func append(field write: (inout [UInt8]) -> Void) {
    if hasField { bytes.append(delimiter) }
    isAlone = !hasField
    hasField = true
    let start = bytes.count
    write(&bytes)
    if isSpreadsheetSafe, looksLikeFormula(from: start) {
      bytes.insert(UInt8(ascii: "'"), at: start)
    }
    if mustQuote(from: start) { quoteField(from: start) }
  }

  /// Ends the row of fields.
  package mutating func endRow() {
    // A lone empty field would be a blank line, which readers skip; a lone field that contains a
    // common delimiter would look like several fields.
    if isAlone, bytes.count == rowStart || bytes[rowStart] != quote && hasDelimiter {
      quoteField(from: rowStart)
    }
    bytes.append(lf)
    beginRow()
  }

  /// Writes a row that is already CSV, such as ``CSVReader/rawRecord``.
  package mutating func append(raw record: [UInt8]) {
    bytes += record
    bytes.append(lf)
    beginRow()
  }

  /// Returns the rows that have been written, and keeps none of them.
  package mutating func take() -> [UInt8] {
    let taken = bytes
    bytes = []
    beginRow()
    return taken
  }

  private mutating func beginRow() {
    rowStart = bytes.count
    hasField = false
    isAlone = false
  }

  private func mustQuote(from start: Int) -> Bool {
    for index in start..<bytes.count {
      let byte = bytes[index]
      if byte == delimiter || byte == quote || byte == lf || byte == cr { return true }
    }
    // A byte order mark at the beginning of a file would be dropped.
    return start < bytes.count && bytes[start] == byteOrderMark[0]
      && bytes[start...].starts(with: byteOrderMark)
  }

  private var hasDelimiter: Bool {
    bytes[rowStart...].contains { byte in Header.delimiters.contains { $0.byte == byte } }
  }

  private mutating func quoteField(from start: Int) {
    let field = Array(bytes[start...])
    bytes.removeLast(field.count)
    bytes.append(quote)
    for byte in field {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  private func looksLikeFormula(from start: Int) -> Bool {
    switch start < bytes.count ? bytes[start] : nil {
    case UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "\t"), cr: true
    case UInt8(ascii: "+"), UInt8(ascii: "-"): !Self.isNumber(bytes[(start + 1)...])
    default: false
    }
  }

  private static func isNumber(_ digits: ArraySlice<UInt8>) -> Bool {
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } }
  }
}

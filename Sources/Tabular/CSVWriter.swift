/// Writes CSV (RFC 4180) into memory, from which the caller takes it.
///
/// A field is quoted only where it must be; a line ends with LF.
public struct CSVWriter {
  /// What has been written and not yet taken.
  public private(set) var bytes: [UInt8] = []

  private let delimiter: UInt8
  private let isSpreadsheetSafe: Bool

  /// Makes an empty writer, with a delimiter that is ASCII, not a quote and not a line end.
  ///
  /// If it is safe for spreadsheets, an apostrophe is put before text that a spreadsheet would take
  /// for a formula: what begins with `=`, `+`, `-`, `@`, TAB or CR, and is not a plain number.
  /// <https://owasp.org/www-community/attacks/CSV_Injection>
  public init(delimiter: UInt8 = UInt8(ascii: ","), spreadsheetSafe: Bool = false) {
    self.delimiter = delimiter
    isSpreadsheetSafe = spreadsheetSafe
  }

  /// Writes a row; nil is an empty field.
  public mutating func append(_ fields: [String?]) {
    // A lone empty field would be a blank line, which readers skip.
    if fields.count == 1, fields[0]?.isEmpty ?? true {
      bytes += [quote, quote, lf]
      return
    }
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(delimiter) }
      if let field { append(field, isAlone: fields.count == 1) }
    }
    bytes.append(lf)
  }

  /// Writes a row that is CSV already, as ``CSVReader/rawRecord`` is.
  public mutating func append(raw record: [UInt8]) {
    bytes += record
    bytes.append(lf)
  }

  /// Hands over what has been written, and keeps nothing of it.
  public mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  private mutating func append(_ field: String, isAlone: Bool) {
    let isGuarded = isSpreadsheetSafe && Self.looksLikeFormula(field)
    let guardLength = isGuarded ? 1 : 0
    let mustQuote =
      field.utf8.contains { $0 == delimiter || $0 == quote || $0 == lf || $0 == cr }
      // At the beginning of a file it would be dropped.
      || field.utf8.starts(with: byteOrderMark)
      // As the only name of a header it would seem to be several.
      || isAlone && field.utf8.contains { byte in Header.delimiters.contains { $0.byte == byte } }
    bytes.reserveCapacity(bytes.count + field.utf8.count + guardLength + 3)
    if mustQuote { bytes.append(quote) }
    if isGuarded { bytes.append(UInt8(ascii: "'")) }
    if mustQuote {
      for byte in field.utf8 {
        if byte == quote { bytes.append(quote) }
        bytes.append(byte)
      }
      bytes.append(quote)
    } else {
      bytes += field.utf8
    }
  }

  private static func looksLikeFormula(_ field: String) -> Bool {
    switch field.utf8.first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "\t"), cr: true
    case UInt8(ascii: "+"), UInt8(ascii: "-"): !isNumber(field.utf8.dropFirst())
    default: false
    }
  }

  private static func isNumber(_ digits: Substring.UTF8View) -> Bool {
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } }
  }
}

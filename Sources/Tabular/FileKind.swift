/// Kinds of file that are not text, detected from their first bytes.
package enum FileKind: Equatable {
  case gzip
  case zip
  case xlsx
  case openDocument
  case xls
  case utf16
  case utf32
  case sqlite
  case binary
  /// One that is only known to be no table.
  case other(advice: String)

  /// How many bytes determine the kind, except for the kinds inside a zip file.
  static let prefixLength = 16

  /// How many bytes of a zip file are examined.
  static let zipLength = 4096

  /// Whether further bytes cannot change the kind, except for the kinds inside a zip file.
  ///
  /// Four bytes are enough if a line ends in them, because no longer signature contains a line end.
  static func isDecided(by bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count >= prefixLength || bytes.count >= 4 && bytes.contains { $0 == lf || $0 == cr }
  }

  /// Whether it is a zip file, whose first entries show what it contains.
  static func isZip(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
  }

  package init?(_ bytes: ArraySlice<UInt8>) {
    let head = Array(bytes.prefix(4))
    if head.starts(with: [0x1F, 0x8B]) {
      self = .gzip
    } else if Self.isZip(bytes) {
      let text = String(decoding: bytes, as: Unicode.ASCII.self)
      if text.contains("opendocument") {
        self = .openDocument
      } else if text.contains("[Content_Types].xml") || text.contains("xl/") {
        self = .xlsx
      } else {
        self = .zip
      }
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .xls
    } else if bytes.starts(with: "SQLite format 3\0".utf8) {
      self = .sqlite
    } else if head == [0xFF, 0xFE, 0, 0] || head == [0, 0, 0xFE, 0xFF] {
      self = .utf32
    } else if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      self = .utf16
    } else if head.count == 4, head.map({ $0 == 0 }) == [false, true, false, true] {
      self = .utf16
    } else if head.count == 4, head.map({ $0 == 0 }) == [true, false, true, false] {
      self = .utf16
    } else if bytes.count >= Self.prefixLength,
      bytes.prefix(Self.prefixLength).allSatisfy({ $0 == 0 })
    {
      self = .binary
    } else if let signature = FileSignature.find(in: bytes) {
      self = .other(advice: signature.advice)
    } else {
      return nil
    }
  }

  /// What to tell the person who supplied such a file.
  var advice: String {
    switch self {
    case .gzip: "is a gzip file in a gzip file: decompress it once first (gunzip)"
    case .zip: "is a zip file: extract the file from it first (unzip)"
    case .xlsx:
      "is an Excel workbook (xlsx), not text: read it as one, or save the sheet as \"CSV UTF-8\""
    case .openDocument: "is an OpenDocument file (ods): save the sheet as xlsx, or as CSV in UTF-8"
    case .xls: "is an old Excel workbook (xls), or one with a password: save it as xlsx without one"
    case .utf16: "is text in UTF-16: convert it first (iconv -f UTF-16 -t UTF-8)"
    case .utf32: "is text in UTF-32: convert it first (iconv -f UTF-32 -t UTF-8)"
    case .sqlite: "is a SQLite database, not CSV"
    case .binary: "holds NUL bytes: it is not text"
    case .other(let advice): advice
    }
  }
}

import LedgerCore
import SQLite

/// The digest of an entry, made of the one before it and of those of its parts.
struct EntryDigest: Equatable {
  /// The rows of an entry in one table.
  struct Part: Equatable {
    let table: String
    let rows: Int64
    let sha256: [UInt8]

    /// What is written down of it, to tell where an entry is wrong: `sale 250 1f0c9ab2`.
    var text: String { "\(table) \(rows) \(hexadecimal(sha256.prefix(4)))" }
  }

  let sha256: [UInt8]
  let parts: [Part]

  /// What the first entry has before it.
  static let beginning = [UInt8](repeating: 0, count: 32)

  /// `parts` are in the order of the names of their tables.
  init(after previous: [UInt8], _ parts: [Part]) throws(SQLiteError) {
    var bytes = previous
    for part in parts { bytes += part.table.utf8 + [0] + part.sha256 }
    sha256 = try SQLiteStorage.sha256(bytes)
    self.parts = parts
  }

  /// As it is shown and stored.
  var text: String { hexadecimal(sha256[...]) }
  var partsText: String { parts.map(\.text).joined(separator: ", ") }
}

/// Bytes as pairs of digits.
func hexadecimal(_ bytes: ArraySlice<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(
    decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}

/// The bytes of pairs of digits; `nil` where they are none.
func bytes(hexadecimal text: String) -> [UInt8]? {
  let digits = Array(text.utf8)
  guard digits.count.isMultiple(of: 2) else { return nil }
  var bytes: [UInt8] = []
  for place in stride(from: 0, to: digits.count, by: 2) {
    let pair = String(decoding: digits[place..<place + 2], as: UTF8.self)
    guard pair.first != "+", pair.first != "-", let byte = UInt8(pair, radix: 16) else {
      return nil
    }
    bytes.append(byte)
  }
  return bytes
}

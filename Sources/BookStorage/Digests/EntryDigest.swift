import LedgerCore
import Rows

/// The digest of an entry, computed from the previous digest and those of the entry's parts.
struct EntryDigest: Equatable {
  /// The rows of an entry in one table.
  struct Part: Equatable {
    let table: String
    let rows: Int64
    let sha256: [UInt8]

    /// The text stored for it, which tells where an entry is wrong: `sale 250 1f0c9ab2`.
    var text: String { "\(table) \(rows) \(hexadecimal(sha256.prefix(4)))" }
  }

  let sha256: [UInt8]
  let parts: [Part]

  /// The digest that precedes the first entry.
  static let beginning = [UInt8](repeating: 0, count: 32)

  /// `parts`: in the order of the names of their tables.
  init(after previous: [UInt8], _ parts: [Part]) throws(StorageError) {
    var bytes = previous
    for part in parts { bytes += part.table.utf8 + [0] + part.sha256 }
    sha256 = try BookStorage.sha256(bytes)
    self.parts = parts
  }

  /// The digest as it is shown and stored.
  var text: String { hexadecimal(sha256[...]) }
  var partsText: String { parts.map(\.text).joined(separator: ", ") }
}

/// The bytes that pairs of hexadecimal digits stand for; `nil` if the text is anything else.
func bytes(hexadecimal text: String) -> [UInt8]? {
  func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - 48
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - 55
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - 87
    default: nil
    }
  }
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.utf8.count / 2)
  var high: UInt8?
  for digit in text.utf8 {
    guard let low = value(digit) else { return nil }
    if let first = high { bytes.append(first << 4 | low) }
    high = high == nil ? low : nil
  }
  return high == nil ? bytes : nil
}

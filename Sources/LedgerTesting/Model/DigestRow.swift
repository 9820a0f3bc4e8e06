import LedgerCore

/// A value of a row, as a digest takes it.
enum DigestValue: Comparable {
  case number(Int64)
  case bytes([UInt8])

  static func integer(_ number: Int64?) -> DigestValue? { number.map(DigestValue.number) }
  static func text(_ text: String?) -> DigestValue? { text.map { .bytes(Array($0.utf8)) } }

  /// Integers by value, texts by their bytes.
  static func < (left: DigestValue, right: DigestValue) -> Bool {
    switch (left, right) {
    case (.number(let left), .number(let right)): left < right
    case (.bytes(let left), .bytes(let right)): left.lexicographicallyPrecedes(right)
    case (.number, .bytes): true
    case (.bytes, .number): false
    }
  }

  fileprivate var encoded: [UInt8] {
    switch self {
    case .number(let number): [UInt8(ascii: "i")] + word(number)
    case .bytes(let bytes): [UInt8(ascii: "t")] + word(Int64(bytes.count)) + bytes
    }
  }
}

/// A row as a digest takes it: the columns in the order of the table, without those that are null.
struct DigestRow: ExpressibleByDictionaryLiteral {
  private(set) var bytes: [UInt8] = []

  init(_ columns: [(name: String, value: DigestValue?)]) {
    for (name, value) in columns {
      guard let value else { continue }
      bytes += Array("\(name)=".utf8) + value.encoded
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  init(dictionaryLiteral columns: (String, DigestValue?)...) {
    self.init(columns.map { (name: $0, value: $1) })
  }
}

/// Eight bytes, the highest first.
func word(_ number: Int64) -> [UInt8] {
  (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
}

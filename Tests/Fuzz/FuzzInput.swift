/// The bytes that a fuzzer makes up, taken apart from the front.
struct FuzzInput {
  /// What has not been taken yet.
  private(set) var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  /// The next byte, which chooses among options; 0 at the end.
  mutating func byte() -> Int { Int(rest.popFirst() ?? 0) }

  /// What stands before a line that holds only `mark`, or else all.
  mutating func part(before mark: String) -> [UInt8] {
    let line = Array("\n\(mark)\n".utf8)
    var index = rest.startIndex
    while index < rest.endIndex, !rest[index...].starts(with: line) { index += 1 }
    defer { rest = rest[index...].dropFirst(line.count) }
    return Array(rest[..<index])
  }

  /// The next line, without its end.
  mutating func line() -> [UInt8] {
    let line = rest.prefix { $0 != UInt8(ascii: "\n") }
    rest = rest[line.endIndex...].dropFirst()
    return Array(line)
  }
}

/// A number that follows from all of the bytes (FNV-1a, 64 bits).
///
/// <https://www.rfc-editor.org/rfc/rfc9923>
func mixed(_ bytes: [UInt8]) -> UInt64 {
  bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
}

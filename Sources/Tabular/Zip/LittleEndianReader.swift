/// Reads numbers whose lowest byte comes first, and never beyond the end.
struct LittleEndianReader {
  private let bytes: ArraySlice<UInt8>
  private var index: Int

  init(_ bytes: [UInt8], at index: Int = 0) {
    self.bytes = bytes[...]
    self.index = index
  }

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  /// A number of `count` bytes; nil beyond the end, and if it would be negative.
  mutating func number(_ count: Int) -> Int? {
    guard index <= bytes.endIndex - count else { return nil }
    var value: UInt64 = 0
    for place in 0..<count { value |= UInt64(bytes[index + place]) << UInt64(8 * place) }
    index += count
    return Int(exactly: value)
  }

  /// Skips bytes, which need not exist.
  mutating func skip(_ count: Int) { index += count }

  mutating func text(_ count: Int) -> String? {
    guard index <= bytes.endIndex - count else { return nil }
    defer { index += count }
    return String(decoding: bytes[index..<index + count], as: UTF8.self)
  }

  /// A reader of the next `count` bytes alone.
  mutating func part(_ count: Int) -> LittleEndianReader? {
    guard index <= bytes.endIndex - count else { return nil }
    defer { index += count }
    return LittleEndianReader(bytes[index..<index + count])
  }
}

/// Reads a count of seconds or milliseconds since 1970-01-01T00:00:00Z.
enum UnixTimeReader {
  /// Reads seconds, of whose decimals three count; a minus sign means before 1970.
  static func seconds(_ bytes: Span<UInt8>) throws(TimeError) -> Instant {
    let (negative, seconds, end) = try whole(bytes, format: "unix")
    var position = end
    var millisecond = 0
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      guard let (read, end) = DecimalSecond.read(bytes, at: position + 1) else {
        throw bytes.mismatch(format: "unix", expected: "decimals", at: position + 1)
      }
      (millisecond, position) = (read, end)
    }
    guard position == bytes.count else {
      throw bytes.mismatch(format: "unix", expected: "the end", at: position)
    }
    let magnitude = Int64(seconds) * 1000 + Int64(millisecond)
    return try instant(negative ? -magnitude : magnitude, of: bytes)
  }

  /// Reads whole milliseconds; a minus sign means before 1970.
  static func milliseconds(_ bytes: Span<UInt8>) throws(TimeError) -> Instant {
    let (negative, magnitude, end) = try whole(bytes, format: "unix-ms")
    guard end == bytes.count else {
      throw bytes.mismatch(format: "unix-ms", expected: "the end", at: end)
    }
    return try instant(Int64(negative ? -magnitude : magnitude), of: bytes)
  }

  private static func whole(
    _ bytes: Span<UInt8>, format: String
  ) throws(TimeError) -> (negative: Bool, magnitude: Int, end: Int) {
    let negative = bytes.count > 0 && bytes[0] == UInt8(ascii: "-")
    let start = negative ? 1 : 0
    let count = bytes.digitCount(from: start)
    guard count > 0 else {
      throw bytes.mismatch(format: format, expected: "a digit", at: start)
    }
    // More digits would be far beyond the year 9999; 15 are far below the limit of an integer.
    guard count <= 15, let magnitude = bytes.decimal(at: start, width: count) else {
      throw .outsideYears(bytes.excerpt)
    }
    return (negative, magnitude, start + count)
  }

  private static func instant(
    _ milliseconds: Int64, of bytes: Span<UInt8>
  ) throws(TimeError) -> Instant {
    guard let instant = Instant(milliseconds: milliseconds) else {
      throw .outsideYears(bytes.excerpt)
    }
    return instant
  }
}

extension Span where Element == UInt8 {
  /// The error for a text that does not have what was expected at a byte.
  func mismatch(format: String, expected: String, at position: Int) -> TimeError {
    var character = 1
    // Bytes that continue a character are not counted.
    for index in 0..<Swift.min(position, count) where self[index] & 0xC0 != 0x80 {
      character += 1
    }
    return .mismatch(excerpt, format: format, expected: expected, character: character)
  }
}

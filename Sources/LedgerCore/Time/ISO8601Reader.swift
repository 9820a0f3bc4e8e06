/// Reads `YYYY-MM-DDTHH:MM[:SS[.f…]]` followed by nothing, `Z`, `±HH`, `±HHMM` or `±HH:MM`.
///
/// The separator is `T`, `t` or one space; a second has one to nine decimals, if any.
enum ISO8601Reader {
  static func instant(_ bytes: Span<UInt8>, zone: TimeZone?) throws(TimeError) -> Instant {
    guard var fields = minuteFields(bytes) else { throw .notISO8601(bytes.excerpt) }
    // A fast path for the two forms that files have by the million.
    if bytes.count == 19 || bytes.count == 20, bytes[16] == UInt8(ascii: ":"),
      let second = bytes.decimal(at: 17, width: 2),
      bytes.count == 19 || bytes[19] == UInt8(ascii: "Z")
    {
      fields.second = second
      if bytes.count == 20 { fields.offset = 0 }
    } else {
      try readRest(bytes, into: &fields)
    }
    return try fields.instant(zone: zone, text: bytes, offsetFits: true)
  }

  @inline(__always)
  private static func minuteFields(_ bytes: Span<UInt8>) -> TimeFields? {
    guard bytes.count >= 16, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      bytes[13] == UInt8(ascii: ":"),
      bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " ")
        || bytes[10] == UInt8(ascii: "t"),
      let year = bytes.decimal(at: 0, width: 4), let month = bytes.decimal(at: 5, width: 2),
      let day = bytes.decimal(at: 8, width: 2), let hour = bytes.decimal(at: 11, width: 2),
      let minute = bytes.decimal(at: 14, width: 2)
    else { return nil }
    return TimeFields(year: year, month: month, day: day, hour: hour, minute: minute)
  }

  /// Reads seconds, decimals and offset, from the 17th byte to the last.
  private static func readRest(
    _ bytes: Span<UInt8>, into fields: inout TimeFields
  ) throws(TimeError) {
    var position = 16
    if position < bytes.count, bytes[position] == UInt8(ascii: ":") {
      guard let second = bytes.decimal(at: 17, width: 2) else {
        throw .notISO8601(bytes.excerpt)
      }
      fields.second = second
      position = 19
      if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
        guard let (millisecond, end) = DecimalSecond.read(bytes, at: position + 1) else {
          throw .notISO8601(bytes.excerpt)
        }
        fields.millisecond = millisecond
        position = end
      }
    }
    guard position < bytes.count else { return }
    guard let (offset, end) = UTCOffset.read(bytes, at: position), end == bytes.count else {
      throw .notISO8601(bytes.excerpt)
    }
    guard let offset else { throw .noSuchOffset(bytes.excerpt) }
    fields.offset = offset
  }
}

import LedgerCore

/// Reads the forms in which most numbers and times of large files are written.
///
/// `nil` says nothing of a text but that it has another form: others tell what it is.
enum PlainText {
  /// A whole number of at most 18 digits, perhaps with a minus before it.
  @inline(__always)
  static func integer(_ text: Span<UInt8>) -> Int64? {
    let start = text.count > 0 && text[0] == UInt8(ascii: "-") ? 1 : 0
    guard text.count > start, text.count <= start + 18 else { return nil }
    var number: Int64 = 0
    for index in start..<text.count {
      let digit = text[index] &- 0x30
      guard digit <= 9 else { return nil }
      number = number &* 10 &+ Int64(digit)
    }
    return start == 0 ? number : -number
  }

  /// A number of at most 12 digits before the point and at most 6 behind it, in millionths.
  @inline(__always)
  static func micros(_ text: Span<UInt8>) -> Int64? {
    let start = text.count > 0 && text[0] == UInt8(ascii: "-") ? 1 : 0
    var number: Int64 = 0
    var index = start
    while index < text.count, index < start + 12, text[index] &- 0x30 <= 9 {
      number = number &* 10 &+ Int64(text[index] &- 0x30)
      index += 1
    }
    guard index > start else { return nil }
    var decimals = 0
    if index < text.count, text[index] == UInt8(ascii: ".") {
      index += 1
      while index < text.count, decimals < 6, text[index] &- 0x30 <= 9 {
        number = number &* 10 &+ Int64(text[index] &- 0x30)
        index += 1
        decimals += 1
      }
      if decimals == 0 { return nil }
    }
    guard index == text.count else { return nil }
    while decimals < 6 {
      number &*= 10
      decimals += 1
    }
    return start == 0 ? number : -number
  }
}

/// Reads `2021-12-08T17:00:00Z`.
struct PlainTime {
  /// The ten bytes of a day that was read, and when it begins.
  private struct Day {
    var first: UInt64 = 0
    var rest: UInt64 = 0
    var start: Int64?
  }

  /// By the last bits of the two digits of the day of the month: that which was read last.
  private var days = Array(repeating: Day(), count: 64)

  /// The instant; `nil` for another form, or a time that is none.
  @inline(__always)
  mutating func instant(_ text: Span<UInt8>) -> Instant? {
    guard text.count == 20, text[10] == UInt8(ascii: "T"), text[13] == UInt8(ascii: ":"),
      text[16] == UInt8(ascii: ":"), text[19] == UInt8(ascii: "Z"),
      let hour = Self.pair(text, 11), let minute = Self.pair(text, 14),
      let second = Self.pair(text, 17), hour < 24, minute < 60, second < 60
    else { return nil }
    var first: UInt64 = 0
    for index in 0..<8 { first = first << 8 | UInt64(text[index]) }
    let rest = UInt64(text[8]) << 8 | UInt64(text[9])
    let slot = Int(rest >> 4 & 0x30 | rest & 0xF)
    if days[slot].first != first || days[slot].rest != rest {
      days[slot] = Day(first: first, rest: rest, start: Self.start(text))
    }
    guard let start = days[slot].start else { return nil }
    return Instant(milliseconds: start + ((hour * 60 + minute) * 60 + second) * 1000)
  }

  @inline(__always)
  private static func pair(_ text: Span<UInt8>, _ index: Int) -> Int64? {
    let (tens, ones) = (text[index] &- 0x30, text[index + 1] &- 0x30)
    return tens <= 9 && ones <= 9 ? Int64(tens) * 10 + Int64(ones) : nil
  }

  private static func start(_ text: Span<UInt8>) -> Int64? {
    let midnight = text.extracting(0..<10).bytesArray + Array("T00:00:00Z".utf8)
    do throws(TimeError) {
      return try TimeFormat.iso8601.instant(midnight.span, zone: nil).milliseconds
    } catch {
      return nil
    }
  }
}

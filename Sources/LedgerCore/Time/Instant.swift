/// A point in time, in whole milliseconds since 1970-01-01T00:00:00Z, without leap seconds.
///
/// It lies in the years 0001 to 9999 of UTC. Shown as `2021-12-08T17:00:00Z`, with milliseconds
/// (`2021-12-08T17:00:00.123Z`) only if they are not zero.
public struct Instant: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Milliseconds since 1970-01-01T00:00:00Z; negative before it.
  public let milliseconds: Int64

  /// 0001-01-01T00:00:00Z.
  public static let earliest = Instant(within: -62_135_596_800_000)
  /// 9999-12-31T23:59:59.999Z.
  public static let latest = Instant(within: 253_402_300_799_999)

  /// The instant this many milliseconds after 1970-01-01T00:00:00Z; nil outside 0001 to 9999.
  public init?(milliseconds: Int64) {
    guard milliseconds >= -62_135_596_800_000, milliseconds <= 253_402_300_799_999 else {
      return nil
    }
    self.milliseconds = milliseconds
  }

  private init(within milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// The nearest valid instant: a local day may begin a few hours outside the years of UTC.
  init(clamping milliseconds: Int64) {
    self.milliseconds = min(
      max(milliseconds, Self.earliest.milliseconds), Self.latest.milliseconds)
  }

  /// Whether the left instant is the earlier one.
  public static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// ISO 8601 in UTC, as in `2021-12-08T17:00:00Z`.
  public var description: String {
    var text: [UInt8] = []
    text.reserveCapacity(24)
    let civil = CivilTime(localMilliseconds: milliseconds)
    civil.day.append(to: &text)
    text.append(UInt8(ascii: "T"))
    civil.appendClock(to: &text, seconds: true)
    text.append(UInt8(ascii: "Z"))
    return String(decoding: text, as: UTF8.self)
  }
}

/// A date and a time of day as a wall clock shows them, without a zone.
///
/// Shown as `2021-12-08 17:00`, with seconds and milliseconds only if they are not zero.
public struct CivilTime: Hashable, Sendable, CustomStringConvertible {
  /// The date.
  public let day: CalendarDay
  /// Milliseconds since midnight by the clock, 0 to 86,399,999.
  public let millisecondOfDay: Int

  /// A time on that day; nil if it is not between 0 and 86,399,999 milliseconds after midnight.
  public init?(day: CalendarDay, millisecondOfDay: Int) {
    guard millisecondOfDay >= 0, millisecondOfDay < 86_400_000 else { return nil }
    self.day = day
    self.millisecondOfDay = millisecondOfDay
  }

  /// The reading of a clock; nil outside 00:00:00.000 to 23:59:59.999.
  public init?(day: CalendarDay, hour: Int, minute: Int, second: Int = 0, millisecond: Int = 0) {
    guard hour >= 0, hour < 24, minute >= 0, minute < 60, second >= 0, second < 60,
      millisecond >= 0, millisecond < 1000
    else { return nil }
    self.day = day
    millisecondOfDay = ((hour * 60 + minute) * 60 + second) * 1000 + millisecond
  }

  /// The reading of a clock that has advanced this far since it showed 1970-01-01 00:00.
  init(localMilliseconds: Int64) {
    let (days, rest) = localMilliseconds.dividedDown(by: 86_400_000)
    day = CalendarDay(near: days)
    millisecondOfDay = Int(rest)
  }

  /// How far the clock has advanced since it showed 1970-01-01 00:00.
  var localMilliseconds: Int64 {
    day.daysSince1970 * 86_400_000 + Int64(millisecondOfDay)
  }

  /// As in `2021-12-08 17:00`.
  public var description: String {
    var text: [UInt8] = []
    day.append(to: &text)
    text.append(UInt8(ascii: " "))
    appendClock(to: &text, seconds: false)
    return String(decoding: text, as: UTF8.self)
  }

  /// The time of day alone, as in `17:00`.
  var clock: String {
    var text: [UInt8] = []
    appendClock(to: &text, seconds: false)
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends seconds if they are requested or not zero, and milliseconds only if not zero.
  func appendClock(to text: inout [UInt8], seconds: Bool) {
    let (secondOfDay, millisecond) = millisecondOfDay.quotientAndRemainder(dividingBy: 1000)
    text.append(decimal: secondOfDay / 3600, width: 2)
    text.append(UInt8(ascii: ":"))
    text.append(decimal: secondOfDay / 60 % 60, width: 2)
    guard seconds || secondOfDay % 60 != 0 || millisecond != 0 else { return }
    text.append(UInt8(ascii: ":"))
    text.append(decimal: secondOfDay % 60, width: 2)
    guard millisecond != 0 else { return }
    text.append(UInt8(ascii: "."))
    text.append(decimal: millisecond, width: 3)
  }
}

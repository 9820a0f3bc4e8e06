/// A day of the proleptic Gregorian calendar, in the years 0001 to 9999.
///
/// Shown as `2021-12-08`. The day of an instant in a time zone can lie one day outside those years.
public struct CalendarDay: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Days since 1970-01-01; negative before it.
  public let daysSince1970: Int64

  /// 0001-01-01.
  public static let earliest = CalendarDay(near: -719_162)
  /// 9999-12-31.
  public static let latest = CalendarDay(near: 2_932_896)

  /// The day this many days after 1970-01-01; nil outside the years 0001 to 9999.
  public init?(daysSince1970: Int64) {
    guard daysSince1970 >= -719_162, daysSince1970 <= 2_932_896 else { return nil }
    self.daysSince1970 = daysSince1970
  }

  /// The day with this date; nil if there is none, such as 30 February, or the year 0 or 10000.
  public init?(year: Int, month: Int, day: Int) {
    guard year >= 1, year <= 9999, let name = Month(rawValue: month) else { return nil }
    guard day >= 1, day <= name.length(in: year) else { return nil }
    daysSince1970 = Self.number(year: year, month: month, day: day)
  }

  /// The day written exactly as `YYYY-MM-DD` in ASCII digits; nil for any other text.
  public init?(_ text: String) {
    let bytes = text.utf8Span.span
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = bytes.decimal(at: 0, width: 4), let month = bytes.decimal(at: 5, width: 2),
      let day = bytes.decimal(at: 8, width: 2)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Makes a day that a zone's offset may have moved out of the calendar, by at most a day.
  init(near daysSince1970: Int64) {
    self.daysSince1970 = daysSince1970
  }

  /// The year, 1 to 9999.
  public var year: Int { fields.year }
  /// The month, 1 to 12.
  public var month: Int { fields.month }
  /// The day of the month, 1 to 31.
  public var day: Int { fields.day }

  /// The day of the week.
  public var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    Weekday(rawValue: Int((daysSince1970 + 3).dividedDown(by: 7).remainder) + 1) ?? .monday
  }

  /// `YYYY-MM-DD`.
  public var description: String {
    var text: [UInt8] = []
    text.reserveCapacity(10)
    append(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Whether the left day is the earlier one.
  public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    left.daysSince1970 < right.daysSince1970
  }

  func append(to text: inout [UInt8]) {
    let (year, month, day) = fields
    text.append(decimal: year, width: 4)
    text.append(UInt8(ascii: "-"))
    text.append(decimal: month, width: 2)
    text.append(UInt8(ascii: "-"))
    text.append(decimal: day, width: 2)
  }

  static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  // Both directions count in years that begin on 1 March, so that the leap day comes last and the
  // lengths of the months follow 153 days in five months. From 0000-03-01 to 1970-01-01 there are
  // 719,468 days.

  /// Days from 1970-01-01 to a date in the year 1 or later.
  static func number(year: Int, month: Int, day: Int) -> Int64 {
    let year = month > 2 ? year : year - 1
    let monthsSinceMarch = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * monthsSinceMarch + 2) / 5 + day - 1
    return Int64(365 * year + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468)
  }

  var fields: (year: Int, month: Int, day: Int) {
    let (era, dayOfEra) = (daysSince1970 + 719_468).dividedDown(by: 146_097)
    let n = Int(dayOfEra)
    let yearOfEra = (n - n / 1460 + n / 36_524 - n / 146_096) / 365
    let dayOfYear = n - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthsSinceMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthsSinceMarch + 2) / 5 + 1
    let month = monthsSinceMarch < 10 ? monthsSinceMarch + 3 : monthsSinceMarch - 9
    let year = Int(era) * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    return (year, month, day)
  }
}

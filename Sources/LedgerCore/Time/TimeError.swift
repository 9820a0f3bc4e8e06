/// Why a text or a reading of a clock is not an instant.
public enum TimeError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The text does not state its zone; `offsetFits` says whether its format has room for an offset.
  case noZone(String, offsetFits: Bool)
  /// The text does not have the form `2021-12-08T17:00:00Z`.
  case notISO8601(String)
  /// The text does not match its format; `expected` should be at `character`, counted from 1.
  case mismatch(String, format: String, expected: String, character: Int)
  /// A month's number is not between 1 and 12.
  case noSuchMonth(Int)
  /// The month does not have this day in this year.
  case noSuchDay(year: Int, month: Int, day: Int)
  /// A clock does not show this: 24:00, a 60th minute, a leap second.
  case noSuchTime(hour: Int, minute: Int, second: Int)
  /// The hour is not 1 to 12, as a clock with AM and PM shows it.
  case noSuchTwelveHour(Int)
  /// The text names a weekday that the date does not fall on.
  case wrongWeekday(CalendarDay, stated: Weekday)
  /// The offset from UTC is 16 hours or more, or its minutes are 60 or more.
  case noSuchOffset(String)
  /// The word next to a time is no zone that is known.
  case unknownZone(String)
  /// The abbreviation next to a time is of clocks with these offsets, in seconds east of UTC.
  case ambiguousZone(String, offsets: [Int])
  /// The instant is not in the years 0001 to 9999.
  case outsideYears(String)
  /// The zone's clock was set forward past it; these are its readings before and after.
  case skipped(CivilTime, zone: String, from: CivilTime, to: CivilTime)
  /// The zone's clock was set back and showed it twice; the offsets are in seconds east of UTC.
  case repeated(CivilTime, zone: String, earlierOffset: Int, laterOffset: Int)

  /// A sentence that names the time and says what to do.
  public var description: String {
    switch self {
    case .noZone(let text, true):
      "\"\(text)\" has no zone: add Z or an offset such as +00:00, or state its zone"
    case .noZone(let text, false):
      "\"\(text)\" has no zone: state it"
    case .notISO8601(let text):
      "\"\(text)\" is not a time: write it as 2021-12-08T17:00:00Z"
    case .mismatch(let text, let format, let expected, let character):
      "\"\(text)\" does not fit \"\(format)\": expected \(expected) at character \(character)"
    case .noSuchMonth(let month):
      "month \(month) does not exist: check the order of day and month"
    case .noSuchDay(let year, let month, let day):
      Self.noSuchDay(year: year, month: month, day: day)
    case .noSuchTime(let hour, let minute, let second):
      Self.noSuchTime(hour: hour, minute: minute, second: second)
    case .noSuchTwelveHour(let hour):
      "hour \(hour) does not exist next to AM or PM: hours go from 1 to 12"
    case .wrongWeekday(let day, let stated):
      "\(day) was a \(day.weekday), not a \(stated): check the date"
    case .noSuchOffset(let text):
      "\"\(text)\" has an offset that does not exist: offsets go from -15:59 to +15:59"
    case .unknownZone(let word):
      "\"\(word)\" is no zone that is known: state what it means under [aliases.zone] in a profile"
    case .ambiguousZone(let word, let offsets):
      "\"\(word)\" may be \(offsets.map(UTCOffset.text).joined(separator: " or ")): state the zone"
    case .outsideYears(let text):
      "\"\(text)\" is outside the years 0001 to 9999: check the year, or the unit it counts in"
    case .skipped(let civil, let zone, let from, let to):
      from.day == to.day
        ? "\(civil) does not exist in \(zone): the clock went from \(from.clock) to \(to.clock)"
        : "\(civil) does not exist in \(zone): the clock went from \(from) to \(to)"
    case .repeated(let civil, let zone, let earlier, let later):
      "\(civil) happened twice in \(zone): "
        + (earlier % 60 == 0 && later % 60 == 0
          ? "add \(UTCOffset.text(earlier)) or \(UTCOffset.text(later))"
          : "state it in UTC, with Z")
    }
  }

  private static func noSuchDay(year: Int, month: Int, day: Int) -> String {
    guard let month = Month(rawValue: month) else {
      return Self.noSuchMonth(month).description
    }
    return month == .february && day == 29
      ? "29 February \(year) does not exist: \(year) is not a leap year"
      : "\(day) \(month) does not exist"
  }

  private static func noSuchTime(hour: Int, minute: Int, second: Int) -> String {
    if hour == 24, minute == 0, second == 0 {
      return "24:00 does not exist: write 00:00 of the next day"
    }
    if hour > 23 { return "hour \(hour) does not exist: hours go from 00 to 23" }
    if minute > 59 { return "minute \(minute) does not exist: minutes go from 00 to 59" }
    return second == 60
      ? "second 60 is a leap second, which no ledger counts: write :59"
      : "second \(second) does not exist: seconds go from 00 to 59"
  }
}

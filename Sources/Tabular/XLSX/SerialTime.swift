/// Dates and times as spreadsheets store them: days since the end of 1899, or of 1903.
enum SerialTime {
  /// The text of a number of days in ISO 8601, without a zone: `2026-04-18 22:14:00`.
  ///
  /// It is rounded to the millisecond. For a format without a time of day, a whole number is the
  /// date alone.
  ///
  /// - Returns: nil if it is not a date from 1900 to 9999.
  static func text(_ number: String, _ style: NumberStyle, is1904: Bool) -> String? {
    guard JSON.isNumber(number.utf8), let days = Double(number), days >= 0, days < 2_958_466 else {
      return nil
    }
    var milliseconds = Int64((days * 86_400_000).rounded())
    switch style {
    case .number: return nil
    case .elapsed: return clock(milliseconds)
    case .time where days < 1: return clock(min(milliseconds, 86_399_999))
    case .time, .date, .dateTime: break
    }
    var day = milliseconds / 86_400_000
    milliseconds %= 86_400_000
    guard let date = date(&day, is1904: is1904) else { return nil }
    return style == .date && milliseconds == 0 ? date : "\(date) \(clock(milliseconds))"
  }

  private static func date(_ day: inout Int64, is1904: Bool) -> String? {
    if is1904 {
      day += 1462
    } else {
      // There is no day 0, and day 60 never existed: 1900 was not a leap year, but Lotus 1-2-3 took
      // it for one, and so has every spreadsheet since.
      if day == 0 { return nil }
      if day == 60 { return "1900-02-29" }
      if day < 60 { day += 1 }
    }
    // Days since 0000-03-01 in the civil calendar, counted in years that begin in March:
    // https://howardhinnant.github.io/date_algorithms.html#civil_from_days
    let count = day + 693_899
    let era = count / 146_097
    let dayOfEra = count % 146_097
    let year = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    let civilMonth = month < 10 ? month + 3 : month - 9
    let civilYear = year + era * 400 + (civilMonth <= 2 ? 1 : 0)
    guard civilYear <= 9999 else { return nil }
    return padded(civilYear, 4) + "-" + padded(civilMonth, 2) + "-"
      + padded(dayOfYear - (153 * month + 2) / 5 + 1, 2)
  }

  private static func clock(_ milliseconds: Int64) -> String {
    let seconds = milliseconds / 1000
    let text =
      padded(seconds / 3600, 2) + ":" + padded(seconds / 60 % 60, 2) + ":" + padded(seconds % 60, 2)
    let rest = milliseconds % 1000
    return rest == 0 ? text : text + "." + padded(rest, 3)
  }

  private static func padded(_ number: Int64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

/// A time on a day that comes once a year, by the wall clock.
struct YearlyMoment: Hashable, Sendable {
  /// The ways in which a POSIX `TZ` string names a day.
  enum Day: Hashable, Sendable {
    /// `Jn`: 1 to 365, never counting the leap day, so that `J60` is always 1 March.
    case ofCommonYear(Int)
    /// `n`: 0 to 365, counting the leap day.
    case ofYear(Int)
    /// `Mm.w.d`: the number of the week in the month, 5 for the last; Sunday is 0.
    case weekday(Int, week: Int, month: Int)
  }

  var day: Day
  /// Seconds after midnight of the day, from -167 to 167 hours.
  var second: Int

  /// How many seconds the clock has advanced by then since it showed 1970-01-01 00:00.
  func localSecond(in year: Int) -> Int64 {
    dayNumber(in: year) * 86_400 + Int64(second)
  }

  private func dayNumber(in year: Int) -> Int64 {
    let newYear = CalendarDay.number(year: year, month: 1, day: 1)
    switch day {
    case .ofCommonYear(let number):
      return newYear + Int64(number - 1 + (number >= 60 && CalendarDay.isLeap(year) ? 1 : 0))
    case .ofYear(let number):
      return newYear + Int64(number)
    case .weekday(let weekday, let week, let month):
      let first = CalendarDay.number(year: year, month: month, day: 1)
      // 1970-01-01 was a Thursday, which is 4.
      let firstWeekday = (first + 4).dividedDown(by: 7).remainder
      let until = (Int64(weekday) - firstWeekday).dividedDown(by: 7).remainder
      let length = Int64(Month(rawValue: month)?.length(in: year) ?? 31)
      let offset = until + 7 * Int64(week - 1)
      return first + (offset < length ? offset : offset - 7)
    }
  }
}

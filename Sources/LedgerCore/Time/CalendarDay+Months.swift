extension CalendarDay {
  /// The day this many months later, or the last day of a month that is too short.
  ///
  /// `nil` after the year 9999.
  public func adding(months: Int) -> CalendarDay? {
    let (years, month) = Int64(month - 1 + months).dividedDown(by: 12)
    let year = year + Int(years)
    guard let name = Month(rawValue: Int(month) + 1) else { return nil }
    return CalendarDay(year: year, month: name.rawValue, day: min(day, name.length(in: year)))
  }
}

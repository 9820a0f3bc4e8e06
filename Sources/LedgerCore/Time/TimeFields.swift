/// The numbers that a text gives for a time, not yet checked against calendar and clock.
struct TimeFields {
  var year = 0
  var month = 0
  var day = 0
  var hour = 0
  var minute = 0
  var second = 0
  var millisecond = 0
  /// Seconds east of UTC, if the text states them.
  var offset: Int?

  /// The instant, by the text's own offset, or else by the clock of `zone`.
  ///
  /// `text`: what was read, for messages.
  /// `offsetFits`: whether its format has room for an offset.
  @inline(__always)
  func instant(
    zone: TimeZone?, text: Span<UInt8>, offsetFits: Bool
  ) throws(TimeError) -> Instant {
    guard let date = CalendarDay(year: year, month: month, day: day),
      let civil = CivilTime(
        day: date, hour: hour, minute: minute, second: second, millisecond: millisecond)
    else { throw problem(in: text) }
    guard let offset else {
      guard let zone else { throw .noZone(text.excerpt, offsetFits: offsetFits) }
      return try zone.instant(of: civil)
    }
    guard let instant = Instant(milliseconds: civil.localMilliseconds - Int64(offset) * 1000)
    else { throw .outsideYears(text.excerpt) }
    return instant
  }

  private func problem(in text: Span<UInt8>) -> TimeError {
    if year < 1 || year > 9999 { return .outsideYears(text.excerpt) }
    if month < 1 || month > 12 { return .noSuchMonth(month) }
    if CalendarDay(year: year, month: month, day: day) == nil {
      return .noSuchDay(year: year, month: month, day: day)
    }
    return .noSuchTime(hour: hour, minute: minute, second: second)
  }
}

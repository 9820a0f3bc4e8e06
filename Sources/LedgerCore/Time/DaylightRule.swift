/// A clock that is set twice a year, every year: the recurring part of a POSIX `TZ` string.
struct DaylightRule: Hashable, Sendable {
  /// Seconds east of UTC outside daylight saving time.
  let standardOffset: Int
  /// Seconds east of UTC during daylight saving time; less than standard in Dublin's winter.
  let daylightOffset: Int
  /// When daylight saving time begins, by the standard clock.
  let start: YearlyMoment
  /// When it ends, by the daylight saving clock.
  let end: YearlyMoment

  /// The changes of those years in order, two a year.
  ///
  /// Where one year's end falls on the next year's beginning, daylight saving time is all year
  /// round (RFC 9636, section 3.3.1), and the beginning counts.
  func changes(in years: ClosedRange<Int>) -> [OffsetChange] {
    var changes: [OffsetChange] = []
    changes.reserveCapacity(2 * years.count)
    for year in years {
      let pair = [
        OffsetChange(
          instant: start.localSecond(in: year) - Int64(standardOffset), offset: daylightOffset),
        OffsetChange(
          instant: end.localSecond(in: year) - Int64(daylightOffset), offset: standardOffset),
      ]
      let ordered = pair[0].instant <= pair[1].instant ? pair : [pair[1], pair[0]]
      for change in ordered {
        // Times of up to a week beside the day can overlap the neighbouring year.
        while let last = changes.last, last.instant >= change.instant { changes.removeLast() }
        changes.append(change)
      }
    }
    return changes
  }
}

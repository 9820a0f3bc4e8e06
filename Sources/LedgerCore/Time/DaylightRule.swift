/// A clock that changes twice a year, every year: the recurring part of a POSIX `TZ` string.
struct DaylightRule: Hashable, Sendable {
  /// Seconds east of UTC outside daylight saving time.
  let standardOffset: Int
  /// Seconds east of UTC during daylight saving time; less than standard in Dublin's winter.
  let daylightOffset: Int
  /// When daylight saving time begins, by the standard clock.
  let start: YearlyMoment
  /// When it ends, by the daylight saving clock.
  let end: YearlyMoment

  /// The changes in those years in order, two a year.
  ///
  /// If the end in one year falls on the beginning in the next year, daylight saving time lasts all
  /// year round (RFC 9636, section 3.3.1), and the beginning counts.
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
        // Times can lie up to a week from the day, and so overlap the neighbouring year.
        while let last = changes.last, last.instant >= change.instant { changes.removeLast() }
        changes.append(change)
      }
    }
    return changes
  }
}

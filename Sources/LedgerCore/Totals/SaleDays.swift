/// The whole UTC days in a period of quarters of an hour, and the quarters left at its ends.
package struct SaleDays: Equatable {
  private static let quartersOfDay: Int64 = 96

  /// The quarters before the first whole day.
  package let head: Range<Int64>
  /// The whole days.
  package let days: Range<Int64>
  /// The quarters after the last whole day.
  package let tail: Range<Int64>

  /// Splits the quarters that start in a period.
  package init(_ period: InstantRange) {
    let first = (period.start ?? .earliest).quarter
    let end = max(first, period.end?.quarter ?? Instant.latest.quarter + 1)
    let firstDay = Self.day(ofQuarter: first + Self.quartersOfDay - 1)
    let endDay = Self.day(ofQuarter: end)
    guard firstDay < endDay else {
      head = first..<end
      days = firstDay..<firstDay
      tail = end..<end
      return
    }
    head = first..<Self.quarters(ofDay: firstDay).lowerBound
    days = firstDay..<endDay
    tail = Self.quarters(ofDay: endDay).lowerBound..<end
  }

  /// The day of a quarter of an hour, both counted from 1970.
  package static func day(ofQuarter quarter: Int64) -> Int64 {
    let day = quarter / quartersOfDay
    return quarter % quartersOfDay < 0 ? day - 1 : day
  }

  package static func quarters(ofDay day: Int64) -> Range<Int64> {
    day * quartersOfDay..<(day + 1) * quartersOfDay
  }
}

/// Every change of a zone's offset from UTC, past and future, in order.
///
/// Rules without an end are written out for 400 years, after which the calendar repeats, weekdays
/// included; later instants are looked up a whole number of 400 years earlier.
struct OffsetTable: Hashable, Sendable {
  /// Seconds east of UTC before the first change.
  let initial: Int
  /// In ascending order, each with an offset that differs from the one before.
  let changes: [OffsetChange]
  /// The first second that is looked up 400 years earlier, counted from 1970 UTC.
  private let repeatsFrom: Int64

  /// No clock differs from UTC by more, in seconds (RFC 9636, section 3.2).
  static let largestOffset: Int64 = 26 * 3600
  private static let cycle: Int64 = 146_097 * 86_400

  /// Makes the table of a clock that never changes.
  init(fixed offset: Int) {
    initial = offset
    changes = []
    repeatsFrom = .max
  }

  /// Makes a table of changes, which must ascend, and of a rule that applies after the last one.
  init(initial: Int, changes listed: [OffsetChange], then rule: DaylightRule?) {
    var initial = initial
    var all = listed
    var repeatsFrom = Int64.max
    let last = listed.last?.instant ?? .min
    if let rule, last < Instant.latest.milliseconds / 1000 {
      let lastDay = max(last, Instant.earliest.milliseconds / 1000).dividedDown(by: 86_400).quotient
      let firstYear = CalendarDay(near: lastDay).year
      let ruled = rule.changes(in: firstYear...firstYear + 404).filter { $0.instant > last }
      if listed.isEmpty, let first = ruled.first {
        initial =
          first.offset == rule.daylightOffset ? rule.standardOffset : rule.daylightOffset
      }
      all += ruled
      repeatsFrom = CalendarDay.number(year: firstYear + 402, month: 1, day: 1) * 86_400
    }
    var changes: [OffsetChange] = []
    changes.reserveCapacity(all.count)
    for change in all where change.offset != changes.last?.offset ?? initial {
      changes.append(change)
    }
    self.initial = initial
    self.changes = changes
    self.repeatsFrom = repeatsFrom
  }

  /// The table with other changes between two instants.
  func replacing(with others: [OffsetChange], from first: Int64, to end: Int64) -> OffsetTable {
    let after = OffsetChange(instant: end, offset: offset(at: end))
    return OffsetTable(
      initial: initial,
      changes: changes.filter { $0.instant < first } + others + [after]
        + changes.filter { $0.instant > end },
      repeatsFrom: repeatsFrom)
  }

  private init(initial: Int, changes: [OffsetChange], repeatsFrom: Int64) {
    self.initial = initial
    self.changes = changes
    self.repeatsFrom = repeatsFrom
  }

  /// Seconds east of UTC at an instant, in seconds since 1970 UTC.
  func offset(at second: Int64) -> Int {
    offset(before: changeCount(through: second - shift(for: second)))
  }

  /// What a clock that has advanced `local` seconds since it showed 1970-01-01 00:00 can mean.
  func reading(_ local: Int64) -> LocalReading {
    let shift = shift(for: local)
    let local = local - shift
    var index = changeCount(through: local - Self.largestOffset)
    var start = Int64.min
    var found: Int?
    var gap: LocalReading?
    // One pass in most cases: nothing changes within a day or so of the reading.
    while true {
      let offset = offset(before: index)
      let end = index < changes.count ? changes[index].instant : .max
      let second = local - Int64(offset)
      if second >= start, second < end {
        if let earlier = found { return .repeated(earlier: earlier, later: offset) }
        found = offset
      }
      guard end <= local + Self.largestOffset else { break }
      let next = changes[index].offset
      if local >= end + Int64(offset), local < end + Int64(next) {
        gap = .skipped(change: end + shift, before: offset, after: next)
      }
      start = end
      index += 1
    }
    if let found { return .once(offset: found) }
    return gap ?? .once(offset: offset(before: index))
  }

  private func shift(for second: Int64) -> Int64 {
    second < repeatsFrom ? 0 : ((second - repeatsFrom) / Self.cycle + 1) * Self.cycle
  }

  private func offset(before index: Int) -> Int {
    index > 0 ? changes[index - 1].offset : initial
  }

  /// How many changes had been made by then, including one in that very second.
  private func changeCount(through second: Int64) -> Int {
    var low = 0
    var high = changes.count
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].instant <= second { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

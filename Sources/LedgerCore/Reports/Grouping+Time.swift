/// Groups of time are numbered, so that those without a fact between two others can be told.
extension Grouping {
  /// The period of time, or the time of the day or week, that an instant belongs to in a zone.
  package func key(at instant: Instant, _ zone: TimeZone) -> GroupKey {
    let civil = zone.civil(instant)
    let day = civil.day
    return switch self {
    case .week: key(rank: monday(of: day))
    case .month: key(rank: Int64(day.year) * 12 + Int64(day.month) - 1)
    case .quarter: key(rank: Int64(day.year) * 4 + Int64(day.month - 1) / 3)
    case .year: key(rank: Int64(day.year))
    case .weekday: key(rank: Int64(day.weekday.rawValue))
    case .hour: key(rank: Int64(civil.millisecondOfDay / 3_600_000))
    default: key(rank: day.daysSince1970)
    }
  }

  /// How many groups of time a report may have; more are only listed where there are facts.
  static let mostStretches: Int64 = 10_000

  /// The groups of time between others that have none of the facts.
  ///
  /// `nil` if there would be too many to list them all.
  package func keysBetween(_ keys: some Sequence<GroupKey>) -> [GroupKey]? {
    let ranks = Set(keys.lazy.map(\.rank).filter { $0 != .max })
    guard isOfTime, let first = ranks.min(), let last = ranks.max() else { return [] }
    let step: Int64 = self == .week ? 7 : 1
    guard (last - first) / step < Self.mostStretches else { return nil }
    return stride(from: first, through: last, by: Int(step)).filter { !ranks.contains($0) }
      .map(key(rank:))
  }

  private func key(rank: Int64) -> GroupKey {
    let label: String
    switch self {
    case .week:
      // ISO 8601: a week belongs to the year that its Thursday is in.
      let thursday = CalendarDay(near: rank + 3)
      let newYear = CalendarDay(year: thursday.year, month: 1, day: 1) ?? thursday
      let week = (thursday.daysSince1970 - newYear.daysSince1970) / 7 + 1
      label = "\(padded(Int64(thursday.year), 4))-W\(padded(week, 2))"
    case .month: label = "\(padded(rank / 12, 4))-\(padded(rank % 12 + 1, 2))"
    case .quarter: label = "\(padded(rank / 4, 4))-Q\(rank % 4 + 1)"
    case .year: label = padded(rank, 4)
    case .weekday: label = Weekday(rawValue: Int(rank))?.description ?? ""
    case .hour: label = "\(padded(rank, 2)):00"
    default: label = CalendarDay(near: rank).description
    }
    return GroupKey(rank: rank, label: label)
  }

  /// The Monday of a day's week, in days since 1970.
  func monday(of day: CalendarDay) -> Int64 {
    day.daysSince1970 - Int64(day.weekday.rawValue - 1)
  }
}

private func padded(_ number: Int64, _ digits: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, digits - text.count)) + text
}

/// What a report is grouped by.
public enum Grouping: String, CaseIterable, Sendable {
  case event, day, week, month, quarter, year, weekday, hour, platform, brand, creator, product
  case currency

  /// What a group is, in words for people: a show, where the key of the data is `event`.
  package var noun: String { self == .event ? "show" : rawValue }

  /// Whether its groups are periods of time, or times of the day or week.
  public var isOfTime: Bool {
    switch self {
    case .day, .week, .month, .quarter, .year, .weekday, .hour: true
    default: false
    }
  }

  /// Whether its groups are shows that have something in common.
  public var isOfShows: Bool {
    switch self {
    case .event, .platform, .brand, .creator: true
    default: false
    }
  }

  /// Whether a whole day of UTC belongs to one group of time in a zone.
  ///
  /// `utcDay`: days since 1970. The answer is also `false` for a day on which the clocks change.
  package func hasInOneGroup(utcDay: Int64, _ zone: TimeZone) -> Bool {
    let start = Instant(clamping: utcDay * 86_400_000)
    let last = Instant(clamping: utcDay * 86_400_000 + 86_399_999)
    guard isOfTime, self != .hour, zone.offset(at: start) == zone.offset(at: last) else {
      return false
    }
    let (first, other) = (zone.day(of: start), zone.day(of: last))
    if first == other { return true }
    return switch self {
    case .week: monday(of: first) == monday(of: other)
    case .month: (first.year, first.month) == (other.year, other.month)
    case .quarter:
      (first.year, (first.month + 2) / 3) == (other.year, (other.month + 2) / 3)
    case .year: first.year == other.year
    default: false
    }
  }

  /// The Monday of a day's week, in days since 1970.
  private func monday(of day: CalendarDay) -> Int64 {
    day.daysSince1970 - Int64(day.weekday.rawValue - 1)
  }

  /// The groups that a show belongs to: several if it has several brands or creators.
  func keys(of show: Event, _ zone: TimeZone) -> [GroupKey] {
    switch self {
    case .event:
      // Newest first, as shows are listed.
      [GroupKey(rank: -show.startsAt.milliseconds, label: show.key.description)]
    case .platform: [GroupKey(label: show.platform)]
    case .brand: named(show.brands)
    case .creator: named(show.creators.map(\.name))
    case .product, .currency: []
    default: [key(at: show.startsAt, zone)]
    }
  }

  /// The period of time, or the time of the day or week, that an instant belongs to in a zone.
  package func key(at instant: Instant, _ zone: TimeZone) -> GroupKey {
    let civil = zone.civil(instant)
    let day = civil.day
    let year = padded(day.year, 4)
    switch self {
    case .week:
      let monday = monday(of: day)
      // ISO 8601: a week belongs to the year that its Thursday is in.
      let thursday = CalendarDay(daysSince1970: monday + 3) ?? day
      let newYear = CalendarDay(year: thursday.year, month: 1, day: 1) ?? thursday
      let week = (thursday.daysSince1970 - newYear.daysSince1970) / 7 + 1
      return GroupKey(rank: monday, label: "\(padded(thursday.year, 4))-W\(padded(Int(week), 2))")
    case .month:
      return GroupKey(label: "\(year)-\(padded(day.month, 2))")
    case .quarter: return GroupKey(label: "\(year)-Q\((day.month + 2) / 3)")
    case .year: return GroupKey(label: year)
    case .weekday:
      return GroupKey(rank: Int64(day.weekday.rawValue), label: day.weekday.description)
    case .hour:
      let hour = civil.millisecondOfDay / 3_600_000
      return GroupKey(rank: Int64(hour), label: "\(padded(hour, 2)):00")
    default: return GroupKey(rank: day.daysSince1970, label: day.description)
    }
  }

  private func named(_ names: [String]) -> [GroupKey] {
    names.isEmpty ? [.none(of: self)] : names.map { GroupKey(label: $0) }
  }
}

/// The name of a group, and its position among the others.
public struct GroupKey: Hashable, Comparable, Sendable {
  let rank: Int64
  /// The group's name.
  public let label: String

  init(rank: Int64 = 0, label: String) {
    self.rank = rank
    self.label = label
  }

  /// The group of facts without an event, brand, creator or product; it comes last.
  static func none(of grouping: Grouping) -> GroupKey {
    GroupKey(
      rank: .max, label: "(no \(grouping == .platform ? Grouping.event.noun : grouping.noun))")
  }

  /// The group of a product.
  static func product(_ name: String?) -> GroupKey {
    name.map { GroupKey(label: $0) } ?? .none(of: .product)
  }

  /// Orders by rank, then by name.
  public static func < (left: GroupKey, right: GroupKey) -> Bool {
    (left.rank, left.label) < (right.rank, right.label)
  }
}

private func padded(_ number: Int, _ digits: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, digits - text.count)) + text
}

/// What a report is grouped by.
public enum Grouping: String, CaseIterable, Sendable {
  case event, day, week, month, quarter, year, weekday, hour, platform, brand, creator, product
  case channel, currency

  /// What a group is, in words for people: a show, where the key of the data is `event`.
  package var noun: String { self == .event ? "show" : rawValue }

  /// Whether its groups are periods of time, or times of the day or week.
  public var isOfTime: Bool {
    switch self {
    case .day, .week, .month, .quarter, .year, .weekday, .hour: true
    default: false
    }
  }

  /// Whether its groups are lines of orders, of which a product or a channel is known.
  package var isOfLines: Bool { self == .product || self == .channel }

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

  /// The groups that a show belongs to: several if it has several brands or creators.
  func keys(of show: Event, _ zone: TimeZone) -> [GroupKey] {
    switch self {
    case .event:
      // Newest first, as shows are listed.
      [GroupKey(rank: -show.startsAt.milliseconds, label: show.key.description)]
    case .platform: [GroupKey(label: show.platform)]
    case .brand: named(show.brands)
    case .creator: named(show.creators.map(\.name))
    case .product, .channel, .currency: []
    default: [key(at: show.startsAt, zone)]
    }
  }

  private func named(_ names: [String]) -> [GroupKey] {
    names.isEmpty ? [.none(of: self)] : names.map { GroupKey(label: $0) }
  }
}

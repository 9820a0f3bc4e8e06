/// A clock as a book keeps it for its views: what it showed from 2010 on, until the end of 2037.
package struct KeptClock: Equatable, Sendable {
  /// The first instant, in seconds since 1970: before it, a book knows of no clock.
  package static let start: Int64 = 1_262_304_000
  /// The first instant from which a book no longer knows, in seconds since 1970.
  package static let end: Int64 = 2_145_916_800

  /// The zones that have it.
  package let names: [String]
  /// From which second since 1970 on it was so many seconds ahead of UTC, in order.
  package let changes: [(second: Int64, offset: Int)]

  package static func == (one: KeptClock, other: KeptClock) -> Bool {
    one.names == other.names && one.changes.elementsEqual(other.changes, by: ==)
  }

  /// All clocks of ``ZoneDatabase``; zones that have kept the same time since 2010 share one.
  package static let all: [KeptClock] = {
    var names: [[OffsetChange]: [String]] = [:]
    var order: [[OffsetChange]] = []
    for clock in ZoneDatabase.clocks {
      guard let changes = clock.table?.changes(from: start, to: end) else { continue }
      if names[changes] == nil { order.append(changes) }
      names[changes, default: []] += clock.names
    }
    return order.map { changes in
      KeptClock(names: names[changes] ?? [], changes: changes.map { ($0.instant, $0.offset) })
    }
  }()
}

extension OffsetTable {
  /// The offset at the first second, and the changes after it and before the last.
  func changes(from first: Int64, to end: Int64) -> [OffsetChange] {
    [OffsetChange(instant: first, offset: offset(at: first))]
      + changes.filter { $0.instant > first && $0.instant < end }
  }
}

extension TimeZone {
  /// A zone as a book keeps it from 2010 to 2037; before and after that it is as another one.
  ///
  /// `changes`: from which second since 1970 on it was so many seconds ahead of UTC, in order.
  package init(
    name: String, kept changes: [(second: Int64, offset: Int)], around other: TimeZone?
  ) {
    let kept = changes.map { OffsetChange(instant: $0.second, offset: $0.offset) }
    self.init(
      name: name,
      offsets: (other?.offsets ?? OffsetTable(fixed: kept.first?.offset ?? 0))
        .replacing(with: kept, from: KeptClock.start, to: KeptClock.end))
  }
}

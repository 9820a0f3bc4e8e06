public import LedgerCore

/// Events that may be one show, recorded under two keys: by hand and from an export, say.
extension Book {
  /// The pairs of listed events that may be one show, each event in one pair at most.
  ///
  /// They are of one market and platform, of different imports or entries, and begin within a
  /// quarter of an hour of each other, or overlap with a creator in common. Their creators' names,
  /// or their titles, are alike, or one names no creator. The event with more figures comes first.
  ///
  /// `entries`: only pairs with an event that one of these recorded.
  /// - Throws: ``LedgerError``
  public func possibleSameShows(
    recordedBy entries: ClosedRange<Int64>? = nil
  ) throws(LedgerError) -> [SameShow] {
    let hidden = Set(try ledger.sameShows(asOf: nil).map(\.fact.other))
    let aliases = try ledger.currentAliases(asOf: nil)
    let events = try ledger.events(in: nil, during: .always, limit: nil)
      .filter { !hidden.contains($0.key) }.map { aliases.shown($0) }
      .sorted { ($0.startsAt, $0.key) < ($1.startsAt, $1.key) }
    var taken: Set<EventKey> = []
    var shows: [SameShow] = []
    for pair in Pair.all(of: events)
    where !taken.contains(pair.first.key) && !taken.contains(pair.second.key) {
      let (first, second) = (try ledger.event(pair.first.key), try ledger.event(pair.second.key))
      // An export lists a stream that broke off and began again as two shows, and knows better.
      guard
        first.entry.firstOfImport ?? first.entry.number
          != second.entry.firstOfImport ?? second.entry.number
      else { continue }
      if let entries, !entries.contains(first.entry.number),
        !entries.contains(second.entry.number)
      {
        continue
      }
      taken.formUnion([pair.first.key, pair.second.key])
      let isFirst =
        (first.figures, second.entry.number) >= (second.figures, first.entry.number)
      shows.append(
        try SameShow(
          event: isFirst ? pair.first.key : pair.second.key,
          other: isFirst ? pair.second.key : pair.first.key))
    }
    return shows.sorted { ($0.event, $0.other) < ($1.event, $1.other) }
  }

  /// The statement that two events are one show; ``Ledger`` records it.
  ///
  /// - Throws: ``LedgerError`` that names the word that is wrong.
  public func sameShow(
    _ event: String, _ other: String, citation: String? = nil
  ) throws(LedgerError) -> SameShow {
    try SameShow(event: EventKey(event), other: EventKey(other), citation: citation)
  }
}

/// Two events that look like one show.
private struct Pair {
  let first: Event
  let second: Event
  /// Between their starts, in milliseconds.
  let distance: Int64

  private static let nearby: Int64 = 15 * 60_000

  /// All pairs, the nearest first.
  static func all(of events: [Event]) -> [Pair] {
    var pairs: [Pair] = []
    // Those that may still overlap what begins later.
    var open: [Event] = []
    for event in events {
      open.removeAll { max($0.lastMillisecond, $0.startsAt.milliseconds + nearby) < event.start }
      for before in open {
        let pair = Pair(
          first: before, second: event, distance: event.start - before.start)
        if pair.isLikely { pairs.append(pair) }
      }
      open.append(event)
    }
    return pairs.sorted { ($0.distance, $0.second.key) < ($1.distance, $1.second.key) }
  }

  private var isLikely: Bool {
    guard first.market == second.market, first.platform == second.platform else { return false }
    let (names, others) = (first.creators.map(\.name), second.creators.map(\.name))
    let haveOneCreator = names.contains { name in others.contains { areAlike(name, $0) } }
    if distance <= Self.nearby {
      return haveOneCreator || names.isEmpty || others.isEmpty
        || areAlike(first.title, second.title)
    }
    return haveOneCreator && second.start < first.lastMillisecond
  }
}

extension Event {
  fileprivate var start: Int64 { startsAt.milliseconds }
  fileprivate var lastMillisecond: Int64 { (endsAt ?? startsAt).milliseconds }
}

extension EventRecord {
  /// How many kinds of figures there are of it.
  fileprivate var figures: Int { totals.audience.count + totals.reported.count }
}

import LedgerCore

/// Which events are one show, and how that is recorded.
extension ModelBook {
  func sameShows(asOf entry: Int64?) -> [Recorded<SameShow>] {
    current(sameShows, asOf: entry).sorted {
      ($0.fact.event, $0.fact.other) < ($1.fact.event, $1.fact.other)
    }
  }

  /// The events by which others are listed, by those.
  func listed(asOf entry: Int64?) -> [EventKey: EventKey] {
    var listed: [EventKey: EventKey] = [:]
    for show in current(sameShows, asOf: entry).map(\.fact) { listed[show.other] = show.event }
    return listed
  }

  mutating func record(
    _ batch: [SameShow], as draft: Entry.Draft
  ) throws(LedgerError) -> [Outcome<SameShow>] {
    let events = facts().events
    var known = current(sameShows).map(\.fact)
    let entry = lastEntry + 1
    var outcomes: [Outcome<SameShow>] = []
    for show in batch {
      if let refusal = refusal(of: show, events) {
        outcomes.append(.refused(refusal))
      } else if let own = known.first(where: { $0.other == show.other }) {
        outcomes.append(
          own.event == show.event ? .alreadyRecorded : .conflicting(recorded: own))
      } else if let refusal = refusal(of: show, known) {
        outcomes.append(.refused(refusal))
      } else {
        known.append(show)
        sameShows.append(Recorded(fact: show, entry: entry))
        outcomes.append(.recorded)
      }
    }
    return try close(outcomes, draft)
  }

  private func refusal(of show: SameShow, _ events: [Event]) -> LedgerError? {
    guard let event = events.first(where: { $0.key == show.event }) else {
      return unknownEvent(show.event)
    }
    guard let other = events.first(where: { $0.key == show.other }) else {
      return unknownEvent(show.other)
    }
    guard event.market != other.market else { return nil }
    return .marketOfEvent(
      event: show.event.description, market: event.market.description,
      given: other.market.description)
  }

  private func refusal(of show: SameShow, _ known: [SameShow]) -> LedgerError? {
    if let listed = known.first(where: { $0.other == show.event }) {
      return .contradicts(
        field: "event", value: show.event.description,
        reason: "is the same show as \"\(listed.event)\" already: name that one")
    }
    if let other = known.filter({ $0.event == show.other }).min(by: { $0.other < $1.other }) {
      return .contradicts(
        field: "other", value: show.other.description,
        reason: "is the event by which \"\(other.other)\" is listed: name them the other way round")
    }
    return nil
  }
}

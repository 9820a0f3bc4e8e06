import LedgerCore
import Rows

/// Events, as they are recorded; one that is restated is amended.
struct EventFacts: KeyedFacts {
  let stored: StoredEvents
  let reference: KnownReference
  let type = FactType.events

  init(session: any BookSession) {
    stored = StoredEvents(session: session)
    reference = KnownReference(session: session)
  }

  func keys(of events: [Event]) -> [Result<EventKey, LedgerError>] {
    events.map { .success($0.key) }
  }

  func known(_ keys: Set<EventKey>) throws(StorageError) -> [EventKey: Event] {
    try stored.events(keys)
  }

  func refusal(
    of event: Event, after new: [EventKey: Event]
  ) throws(StorageError) -> LedgerError? {
    try reference.refusal(of: event.market)
  }

  func canRestate(_ recorded: Event, by event: Event) -> Bool { recorded.market == event.market }

  func insert(
    _ events: [(key: EventKey, fact: Event, restated: Event?)], entry: OpenEntry
  ) throws(StorageError) {
    try entry.learn(events.flatMap { $0.fact.creators.map(\.name) })
    // Credits may have come first.
    let credits = CreditTable(session: stored.session)
    let new = events.filter { $0.restated == nil }.map(\.key)
    let totals = try CreditedTotals(of: credits.orders(ofEvents: new), session: stored.session)
    for event in events {
      if event.restated == nil {
        try stored.insert(event.fact, entry: entry)
      } else {
        try amend(event.fact, entry: entry)
      }
    }
    try totals.write()
  }

  func counts(_ events: [(key: EventKey, fact: Event, restated: Event?)]) -> Entry.Counts {
    let amended = events.filter { $0.restated != nil }.count
    return Entry.Counts(.events, events.count - amended) + Entry.Counts(.amendments, amended)
  }

  /// Corrects an event, unless it is so already.
  func amend(
    _ key: EventKey, _ amendment: EventAmendment, as draft: Entry.Draft
  ) throws(StorageError) -> Result<AmendedEvent, LedgerError> {
    guard let before = try stored.event(key) else {
      var identities = try EventIdentities(of: [], session: stored.session)
      return .failure(try identities.refusal(key))
    }
    let after: Event
    do { after = try amendment.applied(to: before) } catch { return .failure(error) }
    guard after != before else {
      return .success(AmendedEvent(receipt: nil, before: before, after: after))
    }
    let entry = try OpenEntry(
      draft, recording: Entry.Counts(.amendments, 1), session: stored.session)
    try amend(after, entry: entry)
    return .success(AmendedEvent(receipt: try entry.close(), before: before, after: after))
  }

  private func amend(_ event: Event, entry: OpenEntry) throws(StorageError) {
    let id = try stored.amend(event, entry: entry)
    try RetentionUpdate(session: stored.session).renew(events: [id])
  }
}

import LedgerCore
import Rows

/// Records events and their corrections.
struct EventRecorder {
  let session: any BookSession

  private var stored: StoredEvents { StoredEvents(session: session) }

  /// Records the events of a batch, each only once in an entry.
  ///
  /// An event that comes again in the batch with another value is a conflict.
  func record(
    _ events: [Event], as draft: Entry.Draft, onConflict: ConflictRule
  ) throws(StorageError) -> Recording<Event> {
    var outcomes: [Outcome<Event>] = []
    var taken: [EventKey: Event] = [:]
    var counts = Entry.Counts()
    for event in events {
      let known = if let known = taken[event.key] { known } else { try stored.event(event.key) }
      guard let known else {
        guard try MarketTable(session: session).has(event.market) else {
          outcomes.append(.refused(.unknownMarket(event.market.description, near: [])))
          continue
        }
        taken[event.key] = event
        counts[.events] += 1
        outcomes.append(.recorded)
        continue
      }
      if known == event {
        outcomes.append(.alreadyRecorded)
      } else if onConflict == .restate, taken[event.key] == nil, known.market == event.market {
        taken[event.key] = event
        counts[.amendments] += 1
        outcomes.append(.restated(from: known))
      } else {
        outcomes.append(.conflicting(recorded: known))
      }
    }
    guard !taken.isEmpty else { return Recording(receipt: nil, outcomes: outcomes) }

    let entry = try OpenEntry(draft, recording: counts, session: session)
    for (event, outcome) in zip(events, outcomes) {
      switch outcome {
      case .recorded: try stored.insert(event, entry: entry)
      case .restated: try stored.amend(event, entry: entry)
      case .alreadyRecorded, .conflicting, .refused: break
      }
    }
    return Recording(receipt: try entry.close(), outcomes: outcomes)
  }

  func amend(
    _ key: EventKey, _ amendment: EventAmendment, as draft: Entry.Draft
  ) throws(StorageError) -> Result<AmendedEvent, LedgerError> {
    guard let before = try stored.event(key) else {
      var identities = EventIdentities(session: session)
      return .failure(try identities.refusal(key))
    }
    let after: Event
    do { after = try amendment.applied(to: before) } catch { return .failure(error) }
    guard after != before else {
      return .success(AmendedEvent(receipt: nil, before: before, after: after))
    }
    let entry = try OpenEntry(
      draft, recording: Entry.Counts(.amendments, 1), session: session)
    try stored.amend(after, entry: entry)
    return .success(AmendedEvent(receipt: try entry.close(), before: before, after: after))
  }
}

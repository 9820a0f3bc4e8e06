import LedgerCore
import SQLite

/// Records a batch of events.
struct EventRecorder {
  let connection: Connection

  func record(_ events: [Event], as draft: Entry.Draft) throws(SQLiteError) -> Recording<Event> {
    let stored = StoredEvents(connection: connection)
    var outcomes: [Outcome<Event>] = []
    var new: [EventKey: Event] = [:]
    for event in events {
      let known = if let known = new[event.key] { known } else { try stored.event(event.key) }
      guard let known else {
        new[event.key] = event
        outcomes.append(.recorded)
        continue
      }
      outcomes.append(known == event ? .alreadyRecorded : .conflicting(recorded: known))
    }
    guard !new.isEmpty else { return Recording(entry: nil, outcomes: outcomes) }

    let entry = try OpenEntry(
      draft, recording: Entry.Counts(.events, new.count), connection: connection)
    for (event, outcome) in zip(events, outcomes) where outcome == .recorded {
      try stored.insert(event, entry: entry)
    }
    return Recording(entry: try entry.close(), outcomes: outcomes)
  }
}

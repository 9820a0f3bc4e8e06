import LedgerCore
import Rows

/// Updates how many people watched at the marks of events, after their counts or times changed.
struct RetentionUpdate {
  let session: any BookSession

  func renew(events: some Collection<Int64>) throws(StorageError) {
    guard !events.isEmpty else { return }
    try put(
      EventTable(session: session).records(ids: events).map { ($0.id, $0.startsAt, $0.endsAt) })
  }

  /// Fills the table in a book from before the table, in which no event was amended.
  func fill() throws(StorageError) { try put(EventTable(session: session).times()) }

  private func put(_ events: [AudienceCountTable.Times]) throws(StorageError) {
    let retained = try AudienceCountTable(session: session).retained(events)
    let table = EventRetentionTable(session: session)
    for event in events { try table.put(retained[event.event], event: event.event) }
  }
}

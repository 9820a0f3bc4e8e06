import LedgerCore
import Rows

/// Updates how many people watched at the marks of an event, after its counts or times changed.
struct RetentionUpdate {
  let session: any BookSession

  func renew(event: Int64) throws(StorageError) {
    let record = try EventTable(session: session).record(event)
    try renew(event: event, record.map { ($0.startsAt, $0.endsAt) })
  }

  private func renew(
    event: Int64, _ times: (start: Instant, end: Instant?)?
  ) throws(StorageError) {
    let retained = try times.flatMap { times throws(StorageError) in
      try RetainedLookup(session: session)
        .retained(event: event, from: times.start, to: times.end)
    }
    try EventRetentionTable(session: session).put(retained, event: event)
  }

  /// Fills the table in a book from before the table, in which no event was amended.
  func fill() throws(StorageError) {
    let events = EventTable(session: session)
    for event in try events.ids() { try renew(event: event, try events.times(event)) }
  }
}

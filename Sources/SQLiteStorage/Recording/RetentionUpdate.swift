import LedgerCore
import SQLite

/// Updates how many people watched at the marks of an event, after its counts or times changed.
struct RetentionUpdate {
  let connection: Connection

  func renew(event: Int64) throws(SQLiteError) {
    let record = try EventTable(connection: connection).record(event)
    try renew(event: event, record.map { ($0.startsAt, $0.endsAt) })
  }

  private func renew(
    event: Int64, _ times: (start: Instant, end: Instant?)?
  ) throws(SQLiteError) {
    let retained = try times.flatMap { times throws(SQLiteError) in
      try RetainedLookup(connection: connection)
        .retained(event: event, from: times.start, to: times.end)
    }
    try EventRetentionTable(connection: connection).put(retained, event: event)
  }

  /// Fills the table in a book from before the table, in which no event was amended.
  func fill() throws(SQLiteError) {
    let events = EventTable(connection: connection)
    for event in try events.ids() { try renew(event: event, try events.times(event)) }
  }
}

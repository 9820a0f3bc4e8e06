import LedgerCore
import SQLite

/// Keeps how many were watching at the marks of a show, after its counts or its times changed.
struct RetentionUpdate {
  let connection: Connection

  func renew(event: Int64) throws(SQLiteError) {
    let times = try EventTable(connection: connection).times(event)
    let retained = try times.flatMap { times throws(SQLiteError) in
      try RetainedLookup(connection: connection)
        .retained(event: event, from: times.start, to: times.end)
    }
    try EventRetentionTable(connection: connection).put(retained, event: event)
  }

  /// Draws up the table of a book of before it.
  func fill() throws(SQLiteError) {
    let events = try EventTable(connection: connection).ids()
    for event in events { try renew(event: event) }
  }
}

import LedgerCore
import Rows

/// Compares the stored viewers at the marks of each event with its counts.
struct RetentionCheck {
  let session: any BookSession

  func run(_ result: inout Verification) throws(StorageError) {
    let stored = try EventRetentionTable(session: session).all()
    let events = EventTable(session: session)
    let records = try events.records(ids: events.ids())
    let counted = try AudienceCountTable(session: session)
      .retained(records.map { ($0.id, $0.startsAt, $0.endsAt) })
    for event in records.map(\.id) {
      result.count(.totals, 1)
      let complete = counted[event].flatMap { $0.isComplete ? $0 : nil }
      if stored[event] != complete {
        result.add(
          .init(
            .totals, table: EventRetentionTable.name, row: "event \(event)",
            reason: "is not what the counts show"))
      }
    }
  }
}

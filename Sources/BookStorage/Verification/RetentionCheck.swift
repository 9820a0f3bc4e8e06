import LedgerCore
import Rows

/// Compares the stored viewers at the marks of each event with its counts.
struct RetentionCheck {
  let session: any BookSession

  func run(_ result: inout Verification) throws(StorageError) {
    let lookup = RetainedLookup(session: session)
    let table = EventRetentionTable(session: session)
    let events = EventTable(session: session)
    for event in try events.ids() {
      guard let record = try events.record(event) else { continue }
      let counted = try lookup.retained(event: event, from: record.startsAt, to: record.endsAt)
      result.count(.totals, 1)
      if try table.retained(of: event) != counted {
        result.add(
          .init(
            .totals, table: EventRetentionTable.name, row: "event \(event)",
            reason: "is not what the counts show"))
      }
    }
  }
}

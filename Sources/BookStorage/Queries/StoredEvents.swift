import LedgerCore
import Rows

/// Events with their brands and creators, as three tables hold them.
struct StoredEvents {
  let session: any BookSession

  func insert(_ event: Event, entry: OpenEntry) throws(StorageError) {
    let id = try EventTable(session: session).insert(event, entry: entry)
    try EventBrandTable(session: session).insert(event.brands, event: id, entry: entry)
    try EventCreatorTable(session: session).insert(event.creators, event: id, entry: entry)
  }

  /// Records what an event is corrected to.
  func amend(_ event: Event, entry: OpenEntry) throws(StorageError) {
    guard let id = try EventTable(session: session).identity(event.key)?.id else {
      throw .damaged("an event that is amended is not there")
    }
    try EventAmendmentTable(session: session).insert(event, id: id, entry: entry)
    try AmendedBrandTable(session: session).insert(event.brands, event: id, entry: entry)
    try AmendedCreatorTable(session: session)
      .insert(event.creators, event: id, entry: entry)
    try RetentionUpdate(session: session).renew(event: id)
  }

  func event(_ key: EventKey) throws(StorageError) -> Event? {
    guard let record = try EventTable(session: session).record(key) else { return nil }
    return try event(record)
  }

  func event(id: Int64) throws(StorageError) -> Event? {
    guard let record = try EventTable(session: session).record(id) else { return nil }
    return try event(record)
  }

  func event(_ record: EventTable.Record) throws(StorageError) -> Event {
    guard let amendment = record.amendment else {
      return try Event(
        record, brands: try EventBrandTable(session: session).brands(of: record.id),
        creators: try EventCreatorTable(session: session).creators(of: record.id))
    }
    return try Event(
      record,
      brands: try AmendedBrandTable(session: session)
        .brands(of: record.id, amendedBy: amendment),
      creators: try AmendedCreatorTable(session: session)
        .creators(of: record.id, amendedBy: amendment))
  }

  /// An event with the totals of its counts and sales.
  func totals(_ record: EventTable.Record) throws(StorageError) -> EventTotals {
    EventTotals(
      event: try event(record),
      audience: try AudienceTotalTable(session: session).totals(of: record.id),
      sales: try EventSaleTotalTable(
        session: session, currencies: try Currencies(session: session)
      ).totals(of: record.id),
      reported: try ReportedTotalTable(session: session)
        .latest(of: record.id, key: record.key, asOf: .max),
      retained: try EventRetentionTable(session: session).retained(of: record.id))
  }
}

extension Event {
  /// The event that rows of the three tables describe.
  init(
    _ record: EventTable.Record, brands: [String], creators: [Creator]
  ) throws(StorageError) {
    do {
      try self.init(
        key: record.key, market: record.market, platform: record.platform, title: record.title,
        startsAt: record.startsAt, endsAt: record.endsAt, brands: brands, creators: creators)
    } catch {
      throw .damaged("an event is none: \(error)")
    }
  }
}

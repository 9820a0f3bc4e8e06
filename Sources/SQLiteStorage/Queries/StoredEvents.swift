import LedgerCore
import SQLite

/// Events with their brands and creators, as three tables hold them.
struct StoredEvents {
  let connection: Connection

  func insert(_ event: Event, entry: OpenEntry) throws(SQLiteError) {
    let id = try EventTable(connection: connection).insert(event, entry: entry)
    try EventBrandTable(connection: connection).insert(event.brands, event: id, entry: entry)
    try EventCreatorTable(connection: connection).insert(event.creators, event: id, entry: entry)
  }

  /// Records what an event is corrected to.
  func amend(_ event: Event, entry: OpenEntry) throws(SQLiteError) {
    guard let id = try EventTable(connection: connection).identity(event.key)?.id else {
      throw .damaged("an event that is amended is not there")
    }
    try EventAmendmentTable(connection: connection).insert(event, id: id, entry: entry)
    try AmendedBrandTable(connection: connection).insert(event.brands, event: id, entry: entry)
    try AmendedCreatorTable(connection: connection)
      .insert(event.creators, event: id, entry: entry)
    try RetentionUpdate(connection: connection).renew(event: id)
  }

  func event(_ key: EventKey) throws(SQLiteError) -> Event? {
    guard let record = try EventTable(connection: connection).record(key) else { return nil }
    return try event(record)
  }

  func event(id: Int64) throws(SQLiteError) -> Event? {
    guard let record = try EventTable(connection: connection).record(id) else { return nil }
    return try event(record)
  }

  func event(_ record: EventTable.Record) throws(SQLiteError) -> Event {
    guard let amendment = record.amendment else {
      return try Event(
        record, brands: try EventBrandTable(connection: connection).brands(of: record.id),
        creators: try EventCreatorTable(connection: connection).creators(of: record.id))
    }
    return try Event(
      record,
      brands: try AmendedBrandTable(connection: connection)
        .brands(of: record.id, amendedBy: amendment),
      creators: try AmendedCreatorTable(connection: connection)
        .creators(of: record.id, amendedBy: amendment))
  }

  /// An event with the totals of its counts and sales.
  func totals(_ record: EventTable.Record) throws(SQLiteError) -> EventTotals {
    EventTotals(
      event: try event(record),
      audience: try AudienceTotalTable(connection: connection).totals(of: record.id),
      sales: try EventSaleTotalTable(
        connection: connection, currencies: try Currencies(connection: connection)
      ).totals(of: record.id),
      reported: try ReportedTotalTable(connection: connection)
        .latest(of: record.id, key: record.key, asOf: .max),
      retained: try EventRetentionTable(connection: connection).retained(of: record.id))
  }
}

extension Event {
  /// The event that rows of the three tables describe.
  init(
    _ record: EventTable.Record, brands: [String], creators: [Creator]
  ) throws(SQLiteError) {
    do {
      try self.init(
        key: record.key, market: record.market, platform: record.platform, title: record.title,
        startsAt: record.startsAt, endsAt: record.endsAt, brands: brands, creators: creators)
    } catch {
      throw .damaged("an event is none: \(error)")
    }
  }
}

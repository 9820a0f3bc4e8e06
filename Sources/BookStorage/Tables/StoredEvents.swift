import LedgerCore
import Rows

/// Events with their brands and creators, as three tables hold them.
struct StoredEvents {
  let session: any BookSession

  func insert(_ event: Event, entry: any EntryWriter) throws(StorageError) {
    let id = try EventTable(session: session).insert(event, entry: entry)
    try EventBrandTable(session: session).insert(event.brands, event: id, entry: entry)
    try EventCreatorTable(session: session).insert(event.creators, event: id, entry: entry)
  }

  /// Records what an event is corrected to; returns the event's row.
  func amend(_ event: Event, entry: any EntryWriter) throws(StorageError) -> Int64 {
    guard let id = try EventTable(session: session).identity(event.key)?.id else {
      throw .damaged("an event that is amended is not there")
    }
    try EventAmendmentTable(session: session).insert(event, id: id, entry: entry)
    try AmendedBrandTable(session: session).insert(event.brands, event: id, entry: entry)
    try AmendedCreatorTable(session: session).insert(event.creators, event: id, entry: entry)
    return id
  }

  func event(_ key: EventKey) throws(StorageError) -> Event? {
    guard let record = try EventTable(session: session).record(key) else { return nil }
    return try events([record]).first
  }

  /// The current events with some keys.
  func events(_ keys: Set<EventKey>) throws(StorageError) -> [EventKey: Event] {
    let events = try events(EventTable(session: session).records(keys))
    return Dictionary(events.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The current events in some rows.
  func events(ids: some Sequence<Int64>) throws(StorageError) -> [Int64: Event] {
    let records = try EventTable(session: session).records(ids: ids)
    let events = try events(records)
    return Dictionary(zip(records.map(\.id), events), uniquingKeysWith: { first, _ in first })
  }

  /// The events that some rows state, with their brands and creators.
  func events(_ records: [EventTable.Record]) throws(StorageError) -> [Event] {
    let plain = BoundRows(integers: records.filter { $0.amendment == nil }.map(\.id))
    var amended = BoundRows([.integer, .integer])
    for record in records {
      guard let amendment = record.amendment else { continue }
      amended.append(record.id)
      amended.append(amendment)
    }
    var brands = try EventBrandTable(session: session).brands(of: plain)
    var creators = try EventCreatorTable(session: session).creators(of: plain)
    if amended.count > 0 {
      brands.merge(try AmendedBrandTable(session: session).brands(of: amended)) { $1 }
      creators.merge(try AmendedCreatorTable(session: session).creators(of: amended)) { $1 }
    }
    return try records.map { record throws(StorageError) in
      try Event(
        record, brands: brands[record.id] ?? [], creators: creators[record.id] ?? [])
    }
  }

  /// An event with the totals of its counts and sales.
  func totals(_ record: EventTable.Record) throws(StorageError) -> EventTotals? {
    guard let event = try events([record]).first else { return nil }
    let audience = try AudienceTotalTable(session: session).totals(of: record.id)
    let viewing = try KeptViewing(session: session).viewing(
      of: [
        .init(
          record: record, audience: audience,
          retained: try EventRetentionTable(session: session).retained(of: record.id))
      ])[record.id]
    return EventTotals(
      event: event, audience: audience,
      sales: try EventSaleTotalTable(
        session: session, currencies: try Currencies(session: session)
      ).totals(of: record.id),
      reported: try ReportedTotalTable(session: session)
        .latest(of: [record.id: record.key], asOf: .max)[record.id] ?? [],
      retained: viewing?.retained, watched: viewing?.watched)
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

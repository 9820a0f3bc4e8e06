package import LedgerCore
import Rows

extension StoredLedger {
  /// Returns everything ever recorded of the numbers of an event.
  ///
  /// - Throws: ``LedgerError/unknownEvent(_:near:count:)``
  package func history(of key: EventKey) throws(LedgerError) -> EventHistory {
    // An event that is not in the book is refused with similar keys.
    let record = try event(key)
    return try read { () throws(StorageError) in
      guard let id = try EventTable(session: session).identity(key)?.id else {
        throw .damaged("an event is not there")
      }
      let counts = AudienceCountTable(session: session)
      let reported = ReportedTotalTable(session: session)
      let facts = try EventFactTables(session: session).counts(of: [id])
      let first = record.entry.number
      let followed = try SaleTable(session: session, currencies: try Currencies(session: session))
        .entriesOfFollowed(event: id).filter { $0 >= first }
      let amendments = try EventTable(session: session).versions(of: key)
        .filter { $0.id == id }.compactMap(\.amendment)
      let credited = try CreditTable(session: session).entries(moving: id)
      let numbers =
        facts.filter { $0.counts[.targets] == 0 && $0.counts[.marks] == 0 }.map(\.entry) + followed
        + amendments + [first]
      let recording = try entries(Set(numbers + credited))
      let all = recording.map(\.number) + recording.compactMap(\.voidedBy)
      return EventHistory(
        event: record.totals.event,
        entries: try entries(Set(all.filter { $0 >= first })),
        restatedCounts: try counts.restated(event: id),
        reported: try reported.history(of: id, key: key))
    }
  }

  private func entries(_ numbers: Set<Int64>) throws(StorageError) -> [Entry] {
    let table = EntryTable(session: session)
    var entries: [Entry] = []
    for number in numbers.sorted() {
      if let entry = try table.entry(number) { entries.append(entry) }
    }
    return entries
  }
}

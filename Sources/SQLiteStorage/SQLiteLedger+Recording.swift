public import LedgerCore
import SQLite

extension SQLiteLedger: EventRepository, AudienceRepository, SaleRepository {
  /// Records those events of the batch that are new, all in one entry.
  ///
  /// - Throws: ``LedgerError`` where nothing of the batch could be recorded.
  public func record(
    _ events: [Event], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<Event> {
    try write { () throws(SQLiteError) in
      try EventRecorder(connection: connection).record(events, as: draft)
    }
  }

  /// Records those counts of the batch that are new, all in one entry.
  ///
  /// - Throws: ``LedgerError`` where nothing of the batch could be recorded.
  public func record(
    _ counts: [AudienceCount], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<AudienceCount> {
    // Every row of a batch names an event, a metric and an entry that the recorder has at hand.
    try write(checkingForeignKeys: false) { () throws(SQLiteError) in
      try AudienceRecorder(connection: connection).record(counts, as: draft)
    }
  }

  /// Records those sales of the batch that are new, all in one entry.
  ///
  /// - Throws: ``LedgerError`` where nothing of the batch could be recorded.
  public func record(
    _ sales: [Sale], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<Sale> {
    try write { () throws(SQLiteError) in
      try SaleRecorder(connection: connection).record(sales, as: draft)
    }
  }
}

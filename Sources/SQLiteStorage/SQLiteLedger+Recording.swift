public import LedgerCore
import SQLite

extension SQLiteLedger: EventRepository, AudienceRepository, SaleRepository,
  ReportedTotalRepository, AmendmentRepository, VoidRepository
{
  /// Records those events of the batch that are new, all in one entry.
  ///
  /// - Throws: ``LedgerError`` where nothing of the batch could be recorded.
  public func record(
    _ events: [Event], as draft: Entry.Draft, onConflict: ConflictRule
  ) throws(LedgerError) -> Recording<Event> {
    try write { () throws(SQLiteError) in
      try EventRecorder(connection: connection)
        .record(events, as: draft, onConflict: onConflict)
    }
  }

  /// Records what an event is corrected to, unless it is so already.
  ///
  /// - Throws: ``LedgerError/unknownEvent(_:near:count:)``,
  ///   ``LedgerError/invalid(field:value:reason:)``
  public func amend(
    _ key: EventKey, _ amendment: EventAmendment, as draft: Entry.Draft
  ) throws(LedgerError) -> AmendedEvent {
    try write { () throws(SQLiteError) in
      try EventRecorder(connection: connection).amend(key, amendment, as: draft)
    }.get()
  }

  /// Records those counts of the batch that are new, all in one entry.
  ///
  /// - Throws: ``LedgerError`` where nothing of the batch could be recorded.
  public func record(
    _ counts: AudienceBatch, as draft: Entry.Draft, onConflict: ConflictRule
  ) throws(LedgerError) -> Recording<AudienceCount> {
    // Every row of a batch names an event, a metric and an entry that the recorder has at hand, and
    // a count is within its bounds.
    try write(checking: []) { () throws(SQLiteError) in
      try AudienceRecorder(connection: connection, onConflict: onConflict)
        .record(counts, as: draft)
    }
  }

  /// Records those sales of the batch that are new, all in one entry.
  ///
  /// - Throws: ``LedgerError`` where nothing of the batch could be recorded.
  public func record(
    _ sales: SaleBatch, as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<Sale> {
    // The recorder has looked up every market, currency and event itself, and a sale's signs are
    // those of its kind.
    try write(checking: []) { () throws(SQLiteError) in
      try SaleRecorder(connection: connection).record(sales, as: draft)
    }
  }

  /// Records those totals of the batch that are new, all in one entry.
  ///
  /// - Throws: ``LedgerError`` where nothing of the batch could be recorded.
  public func record(
    _ totals: [ReportedTotal], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<ReportedTotal> {
    try write { () throws(SQLiteError) in
      try ReportedTotalRecorder(connection: connection).record(totals, as: draft)
    }
  }

  /// Voids an entry; where it is a chunk of a loaded file, all of the file.
  ///
  /// - Throws: ``LedgerError/unknownEntry(_:last:)``, ``LedgerError/cannotVoid(entry:reason:)``
  public func void(
    _ entry: Int64, reason: String, as draft: Entry.Draft
  ) throws(LedgerError) -> VoidRecord {
    try write { () throws(SQLiteError) in
      try VoidRecorder(connection: connection).void(entry, reason: reason, as: draft)
    }.get()
  }
}

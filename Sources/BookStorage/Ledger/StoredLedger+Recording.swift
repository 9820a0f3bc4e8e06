package import LedgerCore
import Rows

extension StoredLedger {
  /// Records the new events of the batch, all in one entry.
  ///
  /// - Throws: ``LedgerError`` if nothing of the batch could be recorded.
  package func record(
    _ events: [Event], as draft: Entry.Draft, onConflict: ConflictRule
  ) throws(LedgerError) -> Recording<Event> {
    try write { () throws(StorageError) in
      var recorder = KeyedRecorder(
        session: session, facts: EventFacts(session: session), onConflict: onConflict)
      return try recorder.record(events, as: draft)
    }
  }

  /// Records what an event is corrected to, unless the event is so already.
  ///
  /// - Throws: ``LedgerError/unknownEvent(_:near:count:)``,
  ///   ``LedgerError/invalid(field:value:reason:)``
  package func amend(
    _ key: EventKey, _ amendment: EventAmendment, as draft: Entry.Draft
  ) throws(LedgerError) -> AmendedEvent {
    try write { () throws(StorageError) in
      try EventFacts(session: session).amend(key, amendment, as: draft)
    }.get()
  }

  /// Records the new counts of the batch, all in one entry.
  ///
  /// - Throws: ``LedgerError`` if nothing of the batch could be recorded.
  package func record(
    _ counts: AudienceBatch, as draft: Entry.Draft, onConflict: ConflictRule
  ) throws(LedgerError) -> Recording<AudienceCount> {
    // Every row of a batch names an event, a metric and an entry that the recorder has looked up,
    // and a count is within its bounds.
    try write(checking: []) { () throws(StorageError) in
      try AudienceRecorder(session: session, onConflict: onConflict)
        .record(counts, as: draft)
    }
  }

  /// Records the new sales of the batch, all in one entry.
  ///
  /// - Throws: ``LedgerError`` if nothing of the batch could be recorded.
  package func record(
    _ sales: SaleBatch, as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<Sale> {
    try recordSales { recorder throws(LedgerError) in try recorder.record(sales, as: draft) }
  }

  /// Records what `body` gives to a recorder of sales, all of it or nothing.
  ///
  /// - Throws: what `body` throws, or ``LedgerError``.
  package func recordSales<T>(
    _ body: (any SaleRecording) throws(LedgerError) -> T
  ) throws(LedgerError) -> T {
    var failure: LedgerError?
    do throws(LedgerError) {
      // The recorder has looked up every market, currency and event itself, and the signs of a sale
      // fit its kind.
      return try write(checking: []) { () throws(StorageError) in
        let group = try SaleGroup(session: session) { record throws(LedgerError) in
          try self.mapped(record)
        }
        let result: T
        do throws(LedgerError) {
          result = try body(group)
          if let error = group.failure { throw error }
        } catch {
          failure = error
          throw StorageError(.other, "nothing of a group is kept")
        }
        try group.writeTotals()
        return result
      }
    } catch { throw failure ?? error }
  }

  /// Records the new totals of the batch, all in one entry.
  ///
  /// - Throws: ``LedgerError`` if nothing of the batch could be recorded.
  package func record(
    _ totals: [ReportedTotal], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<ReportedTotal> {
    try write { () throws(StorageError) in
      var recorder = KeyedRecorder(session: session, facts: ReportedTotalFacts(session: session))
      return try recorder.record(totals, as: draft)
    }
  }

  /// Voids an entry, or all of the loaded file that it is one batch of.
  ///
  /// - Throws: ``LedgerError/unknownEntry(_:last:)``, ``LedgerError/cannotVoid(entry:reason:)``
  package func void(
    _ entry: Int64, _ extent: VoidExtent, reason: String, as draft: Entry.Draft
  ) throws(LedgerError) -> VoidRecord {
    try write { () throws(StorageError) in
      try VoidRecorder(session: session).void(entry, extent, reason: reason, as: draft)
    }.get()
  }
}

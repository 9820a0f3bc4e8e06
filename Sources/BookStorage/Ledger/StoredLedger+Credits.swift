package import LedgerCore
import Rows

extension StoredLedger {
  /// Records the new credits of the batch, all in one entry.
  ///
  /// - Throws: ``LedgerError`` if nothing of the batch could be recorded.
  package func record(
    _ credits: [Credit], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<Credit> {
    try write { () throws(StorageError) in
      try CreditRecorder(session: session).record(credits, as: draft)
    }
  }

  /// Records the new statements of the batch, all in one entry.
  ///
  /// - Throws: ``LedgerError`` if nothing of the batch could be recorded.
  package func record(
    _ shows: [SameShow], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<SameShow> {
    try write { () throws(StorageError) in
      var recorder = KeyedRecorder(session: session, facts: try SameShowFacts(session: session))
      return try recorder.record(shows, as: draft)
    }
  }

  /// Returns which events are one show, by event and other.
  ///
  /// - Throws: ``LedgerError``
  package func sameShows(
    asOf entry: Int64?
  ) throws(LedgerError) -> [FactRecord<SameShow>] {
    try read { () throws(StorageError) in
      try SameShowTable(session: session).statements(asOf: entry ?? .max).map {
        statement throws(StorageError) in
        FactRecord(fact: statement.fact, entry: try recordedEntry(statement.entry))
      }
    }
  }

  /// Returns the current credits, by source, order, line and event, and what each comes to.
  ///
  /// - Throws: ``LedgerError``
  package func credits(
    _ filter: CreditFilter, limit: Int?, asOf entry: Int64?
  ) throws(LedgerError) -> [CreditRecord] {
    try read { () throws(StorageError) in
      try CreditTable(session: session).credits(filter, limit: limit, asOf: entry ?? .max)
    }
  }

  /// Returns how many current credits there are, by what they come to.
  ///
  /// - Throws: ``LedgerError``
  package func creditCounts(
    _ filter: CreditFilter, asOf entry: Int64?
  ) throws(LedgerError) -> [CreditState: Int] {
    try read { () throws(StorageError) in
      try CreditTable(session: session).counts(filter, asOf: entry ?? .max)
    }
  }
}

package import LedgerCore
import Rows

extension StoredLedger {
  /// Records the new surveys of the batch, all in one entry.
  ///
  /// - Throws: ``LedgerError`` if nothing of the batch could be recorded.
  package func record(
    _ surveys: [Survey], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<Survey> {
    try write { () throws(StorageError) in
      var recorder = KeyedRecorder(session: session, facts: SurveyFacts(session: session))
      return try recorder.record(surveys, as: draft)
    }
  }

  /// Returns the current surveys of a market, or of all markets, as of an entry.
  ///
  /// The one that ended latest comes last.
  ///
  /// - Throws: ``LedgerError``
  package func surveys(
    in market: Market.Code?, asOf entry: Int64?
  ) throws(LedgerError) -> [Survey] {
    try read { () throws(StorageError) in
      try StoredSurveys(session: session).surveys(
        SurveyTable(session: session).records(in: market, asOf: entry ?? .max))
    }
  }

  /// Returns the survey with a key, and its entry.
  ///
  /// - Throws: ``LedgerError``
  package func survey(_ key: SurveyKey) throws(LedgerError) -> FactRecord<Survey>? {
    try read { () throws(StorageError) in
      guard let found = try StoredSurveys(session: session).survey(key) else { return nil }
      return FactRecord(fact: found.survey, entry: try recordedEntry(found.entry))
    }
  }
}

package import LedgerCore
import SQLite

extension SQLiteLedger {
  /// Records the new surveys of the batch, all in one entry.
  ///
  /// - Throws: ``LedgerError`` if nothing of the batch could be recorded.
  package func record(
    _ surveys: [Survey], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<Survey> {
    try write { () throws(SQLiteError) in
      try SurveyRecorder(connection: connection).record(surveys, as: draft)
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
    try read { () throws(SQLiteError) in
      let stored = StoredSurveys(connection: connection)
      return try SurveyTable(connection: connection).records(in: market, asOf: entry ?? .max)
        .map { record throws(SQLiteError) in try stored.survey(record) }
    }
  }

  /// Returns the survey with a key, and its entry.
  ///
  /// - Throws: ``LedgerError``
  package func survey(_ key: SurveyKey) throws(LedgerError) -> FactRecord<Survey>? {
    try read { () throws(SQLiteError) in
      guard let found = try StoredSurveys(connection: connection).survey(key) else { return nil }
      return FactRecord(fact: found.survey, entry: try recordedEntry(found.entry))
    }
  }
}

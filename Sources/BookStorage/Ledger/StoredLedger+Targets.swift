package import LedgerCore
import Rows

extension StoredLedger {
  /// Records the new targets of the batch, all in one entry.
  ///
  /// - Throws: ``LedgerError`` if nothing of the batch could be recorded.
  package func record(
    _ targets: [Target], as draft: Entry.Draft, onConflict: ConflictRule
  ) throws(LedgerError) -> Recording<Target> {
    try write { () throws(StorageError) in
      var recorder = KeyedRecorder(
        session: session, facts: TargetFacts(session: session), onConflict: onConflict)
      return try recorder.record(targets, as: draft)
    }
  }

  /// Returns the targets of a market and of its events, or of all markets.
  ///
  /// - Throws: ``LedgerError``
  package func targets(
    in market: Market.Code?, asOf entry: Int64?
  ) throws(LedgerError) -> [TargetRecord] {
    try read { () throws(StorageError) in
      try TargetTable(session: session).targets(in: market, asOf: entry ?? .max)
    }
  }
}

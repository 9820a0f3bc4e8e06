package import LedgerCore
import SQLite

extension SQLiteLedger {
  /// Records the new targets of the batch, all in one entry.
  ///
  /// - Throws: ``LedgerError`` if nothing of the batch could be recorded.
  package func record(
    _ targets: [Target], as draft: Entry.Draft, onConflict: ConflictRule
  ) throws(LedgerError) -> Recording<Target> {
    try write { () throws(SQLiteError) in
      try TargetRecorder(connection: connection, onConflict: onConflict)
        .record(targets, as: draft)
    }
  }

  /// Returns the targets of a market and of its events, or of all markets.
  ///
  /// - Throws: ``LedgerError``
  package func targets(
    in market: Market.Code?, asOf entry: Int64?
  ) throws(LedgerError) -> [TargetRecord] {
    try read { () throws(SQLiteError) in
      try TargetTable(connection: connection).targets(in: market, asOf: entry ?? .max)
    }
  }
}

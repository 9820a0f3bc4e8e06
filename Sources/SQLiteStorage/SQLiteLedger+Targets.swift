public import LedgerCore
import SQLite

extension SQLiteLedger: TargetRepository {
  /// Records those targets of the batch that are new, all in one entry.
  ///
  /// - Throws: ``LedgerError`` where nothing of the batch could be recorded.
  public func record(
    _ targets: [Target], as draft: Entry.Draft, onConflict: ConflictRule
  ) throws(LedgerError) -> Recording<Target> {
    try write { () throws(SQLiteError) in
      try TargetRecorder(connection: connection, onConflict: onConflict)
        .record(targets, as: draft)
    }
  }

  /// The targets of a market and of its events, or of all.
  ///
  /// - Throws: ``LedgerError``
  public func targets(
    in market: Market.Code?, asOf entry: Int64?
  ) throws(LedgerError) -> [TargetRecord] {
    try read { () throws(SQLiteError) in
      try TargetTable(connection: connection).targets(in: market, asOf: entry ?? .max)
    }
  }
}

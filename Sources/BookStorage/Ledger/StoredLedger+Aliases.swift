package import LedgerCore
import Rows

extension StoredLedger {
  /// Records the new aliases of the batch, all in one entry.
  ///
  /// - Throws: ``LedgerError`` if nothing of the batch could be recorded.
  package func record(
    _ aliases: [Alias], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<Alias> {
    try write { () throws(StorageError) in
      var recorder = KeyedRecorder(session: session, facts: try AliasFacts(session: session))
      return try recorder.record(aliases, as: draft)
    }
  }

  /// Returns the aliases that were current as of an entry, by kind, canonical name and name.
  ///
  /// - Throws: ``LedgerError``
  package func aliases(asOf entry: Int64?) throws(LedgerError) -> [AliasRecord] {
    try read { () throws(StorageError) in
      try AliasTable(session: session).records(asOf: entry ?? .max)
    }
  }
}

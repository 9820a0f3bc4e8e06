package import LedgerCore
import Rows

extension StoredLedger {
  /// Records the new settings of the batch, all in one entry.
  ///
  /// - Throws: ``LedgerError`` if nothing of the batch could be recorded.
  package func record(
    _ settings: [Setting], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<Setting> {
    try write { () throws(StorageError) in
      var recorder = KeyedRecorder(
        session: session, facts: SettingFacts(session: session), onConflict: .restate)
      return try recorder.record(settings, as: draft)
    }
  }

  /// Returns every version of every setting as of an entry, oldest first.
  ///
  /// - Throws: ``LedgerError``
  package func settingVersions(asOf entry: Int64?) throws(LedgerError) -> [SettingRecord] {
    try read { () throws(StorageError) in
      try SettingTable(session: session).versions(asOf: entry ?? .max)
    }
  }
}

package import LedgerCore
import Rows

extension StoredLedger {
  /// The release of the tz database that the book keeps.
  ///
  /// - Throws: ``LedgerError``
  package func zoneRelease() throws(LedgerError) -> String? {
    try read { () throws(StorageError) in try session.zoneRelease() }
  }

  /// What the book keeps of a zone's clock.
  ///
  /// - Throws: ``LedgerError``
  package func clockChanges(
    of zone: String
  ) throws(LedgerError) -> [(second: Int64, offset: Int)] {
    try read { () throws(StorageError) in
      try ZoneClockTable(session: session).changes(of: zone)
    }
  }
}

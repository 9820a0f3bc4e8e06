package import LedgerCore
import Rows

extension StoredLedger {
  /// Returns the names of events that were current as of an entry.
  ///
  /// - Throws: ``LedgerError``
  package func eventNames(asOf entry: Int64?) throws(LedgerError) -> EventNames {
    try read { () throws(StorageError) in
      let events = EventTable(session: session)
      return EventNames(
        keys: Set(try events.keys(asOf: entry)), platforms: Set(try events.platforms(asOf: entry)),
        brands: Set(try EventBrandTable(session: session).names(asOf: entry)),
        creators: Set(try EventCreatorTable(session: session).names(asOf: entry)))
    }
  }
}

package import LedgerCore
import SQLite

extension SQLiteLedger {
  /// Returns the names of events that were current as of an entry.
  ///
  /// - Throws: ``LedgerError``
  package func eventNames(asOf entry: Int64?) throws(LedgerError) -> EventNames {
    try read { () throws(SQLiteError) in
      let events = EventTable(connection: connection)
      return EventNames(
        keys: Set(try events.keys(asOf: entry)), platforms: Set(try events.platforms(asOf: entry)),
        brands: Set(try EventBrandTable(connection: connection).names(asOf: entry)),
        creators: Set(try EventCreatorTable(connection: connection).names(asOf: entry)))
    }
  }
}

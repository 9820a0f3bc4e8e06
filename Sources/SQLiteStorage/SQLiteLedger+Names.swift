public import LedgerCore
import SQLite

extension SQLiteLedger: NameRepository {
  /// The names of shows that were recorded, and not voided, when an entry was the last.
  ///
  /// - Throws: ``LedgerError``
  public func eventNames(asOf entry: Int64?) throws(LedgerError) -> EventNames {
    try read { () throws(SQLiteError) in
      let events = EventTable(connection: connection)
      return EventNames(
        keys: Set(try events.keys(asOf: entry)), platforms: Set(try events.platforms(asOf: entry)),
        brands: Set(try EventBrandTable(connection: connection).names(asOf: entry)),
        creators: Set(try EventCreatorTable(connection: connection).names(asOf: entry)))
    }
  }
}

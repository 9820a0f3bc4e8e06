package import LedgerCore
import Rows

extension StoredLedger {
  /// Returns the names of events and members that were current as of an entry.
  ///
  /// - Throws: ``LedgerError``
  package func eventNames(asOf entry: Int64?) throws(LedgerError) -> EventNames {
    try read { () throws(StorageError) in
      let events = EventTable(session: session)
      let members = try MembershipTable(session: session).names(asOf: entry)
      let creators = try EventCreatorTable(session: session).names(asOf: entry)
      let aliases = try AliasTable(session: session).aliases(asOf: entry)
      return EventNames(
        keys: Set(try events.keys(asOf: entry)),
        platforms: Set(try events.platforms(asOf: entry) + members.compactMap(\.platform)),
        brands: aliases.added(
          to: Set(try EventBrandTable(session: session).names(asOf: entry)), .brand),
        creators: aliases.added(to: Set(creators + members.map(\.creator)), .creator))
    }
  }
}

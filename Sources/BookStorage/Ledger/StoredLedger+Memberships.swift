package import LedgerCore
import Rows

extension StoredLedger {
  /// Records what is new in the batch, all in one entry: memberships, and the ends of known ones.
  ///
  /// - Throws: ``LedgerError`` if nothing of the batch could be recorded.
  package func record(
    _ memberships: [Membership], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<Membership> {
    try write { () throws(StorageError) in
      try MembershipRecorder(session: session).record(memberships, as: draft)
    }
  }

  /// Returns the memberships of a market, by the day of joining, then by name.
  ///
  /// - Throws: ``LedgerError``
  package func memberships(
    in market: Market.Code, asOf entry: Int64?
  ) throws(LedgerError) -> [Membership] {
    try read { () throws(StorageError) in
      try MembershipTable(session: session).memberships(in: market, asOf: entry ?? .max)
        .sorted { ($0.joined, $0.creator) < ($1.joined, $1.creator) }
    }
  }
}

/// Records memberships of creators, and never changes what is recorded.
public protocol MembershipRepository {
  /// Records what is new in the batch, all in one entry: memberships, and the ends of known ones.
  ///
  /// A membership without an end counts as already recorded, whether or not the book knows its end.
  /// One that overlaps another of the same creator, market and platform is refused.
  /// - Throws: ``LedgerError`` if nothing of the batch could be recorded.
  func record(
    _ memberships: [Membership], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<Membership>

  /// Returns the memberships of a market, by the day of joining, then by name.
  ///
  /// `entry`: the last entry that counts; `nil` for the newest.
  /// - Throws: ``LedgerError``
  func memberships(
    in market: Market.Code, asOf entry: Int64?
  ) throws(LedgerError) -> [Membership]
}

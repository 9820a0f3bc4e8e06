/// Keeps memberships of creators, and never changes what it has kept.
public protocol MembershipRepository {
  /// Records what of the batch is new, all in one entry: memberships, and the ends of known ones.
  ///
  /// One that has no end is recorded already, whether the book knows its end or not. One that
  /// overlaps another of the same creator, market and platform is refused.
  /// - Throws: ``LedgerError`` where nothing of the batch could be recorded.
  func record(
    _ memberships: [Membership], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<Membership>

  /// The memberships of a market, by the day of joining, then by name.
  ///
  /// `entry`: the last entry that counts; `nil` for the newest.
  /// - Throws: ``LedgerError``
  func memberships(
    in market: Market.Code, asOf entry: Int64?
  ) throws(LedgerError) -> [Membership]
}

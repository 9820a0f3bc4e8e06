public import LedgerCore

extension Book {
  /// The last membership of a creator that had begun by a day, if possible one that has not ended.
  ///
  /// `platform`: `nil` for any.
  ///
  /// - Throws: ``LedgerError/severalMemberships(_:platforms:)``,
  ///   ``LedgerError/unknownMember(_:market:by:near:)``
  public func membership(
    of creator: String, in market: String, platform: String? = nil, on day: CalendarDay
  ) throws(LedgerError) -> Membership {
    let market = try ledger.reference().market(market).code
    return try Membership.current(
      of: creator, on: platform, by: day, in: market,
      among: ledger.memberships(in: market, asOf: nil))
  }
}

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
    let market = try ledger.reference().market(market)
    let all = try ledger.memberships(in: market.code, asOf: nil)
    let platform = platform?.lowercased()
    let own = all.filter { membership in
      membership.creator == creator && membership.joined <= day
        && (platform == nil || membership.platform == platform)
    }
    let current = own.filter { $0.left == nil }
    guard current.count <= 1 else {
      let platforms = current.map { $0.platform ?? "none" }
      throw .severalMemberships(creator, platforms: platforms)
    }
    if let membership = current.first ?? own.last { return membership }
    let names = Set(all.map(\.creator))
    let near = names.contains(creator) ? [] : nearest(to: creator, among: names.sorted())
    throw .unknownMember(creator, market: market.code.description, by: day, near: near)
  }
}

extension Membership {
  /// The last membership of a creator that had begun by a day, if possible one that has not ended.
  ///
  /// `memberships`: those of the market, in the order of their first days; `platform`: `nil` for
  /// any.
  ///
  /// - Throws: ``LedgerError/severalMemberships(_:platforms:)`` if several have not ended, and
  ///   ``LedgerError/unknownMember(_:market:by:near:)`` if none had begun.
  public static func current(
    of creator: String, on platform: String?, by day: CalendarDay, in market: Market.Code,
    among memberships: [Membership]
  ) throws(LedgerError) -> Membership {
    let platform = platform?.lowercased()
    let own = memberships.filter { membership in
      membership.creator == creator && membership.joined <= day
        && (platform == nil || membership.platform == platform)
    }
    let current = own.filter { $0.left == nil }
    guard current.count <= 1 else {
      throw .severalMemberships(creator, platforms: current.map { $0.platform ?? "none" })
    }
    if let membership = current.first ?? own.last { return membership }
    let names = Set(memberships.map(\.creator))
    let near = names.contains(creator) ? [] : nearest(to: creator, among: names.sorted())
    throw .unknownMember(creator, market: market.description, by: day, near: near)
  }
}

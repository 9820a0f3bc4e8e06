public import LedgerCore

/// That a creator left a market's programme, in words.
public struct LeavingWords: Equatable, Sendable {
  /// The market.
  public var market: String
  /// The creator's name.
  public var creator: String
  /// The platform; `nil` for any.
  public var platform: String?
  /// The first day after the membership, such as `2022-03-01`.
  public var left: String
  /// Why the creator left, as stated.
  public var reason: String?
  /// Who says so.
  public var source: String?

  /// Makes a leaving.
  public init(
    market: String, creator: String, platform: String? = nil, left: String, reason: String? = nil,
    source: String? = nil
  ) {
    self.market = market
    self.creator = creator
    self.platform = platform
    self.left = left
    self.reason = reason
    self.source = source
  }
}

extension Book {
  /// The membership that ends as words describe; ``Ledger`` records it.
  ///
  /// It is the last one of the creator that had begun by that day, if possible one that has not
  /// ended.
  ///
  /// - Throws: ``LedgerError/severalMemberships(_:platforms:)``,
  ///   ``LedgerError/unknownMember(_:market:by:near:)``, or a ``LedgerError`` that names the word
  ///   that is wrong.
  public func membership(_ words: LeavingWords) throws(LedgerError) -> Membership {
    let day = try CalendarDay(words.left, field: "left")
    let market = try ledger.reference().market(words.market).code
    let current = try Membership.current(
      of: words.creator, on: words.platform, by: day, in: market,
      among: ledger.memberships(in: market, asOf: nil))
    return try current.ended(on: day, reason: words.reason, source: words.source)
  }
}

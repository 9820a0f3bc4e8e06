public import LedgerCore

/// A creator's membership of a market's programme in words.
public struct MembershipWords: Equatable, Sendable {
  /// The market.
  public var market: String
  /// The creator's name, as events credit it.
  public var creator: String
  /// The platform, if the programme is that of one.
  public var platform: String?
  /// The first day, such as `2021-12-01`.
  public var joined: String
  /// The first day after the membership, if it has ended.
  public var left: String?
  /// Why the creator left, as stated.
  public var reason: String?
  /// Who says so.
  public var source: String?

  /// Makes a membership.
  public init(
    market: String, creator: String, platform: String? = nil, joined: String, left: String? = nil,
    reason: String? = nil, source: String? = nil
  ) {
    self.market = market
    self.creator = creator
    self.platform = platform
    self.joined = joined
    self.left = left
    self.reason = reason
    self.source = source
  }
}

extension Book {
  /// The membership that words describe; ``Ledger`` records it.
  ///
  /// - Throws: ``LedgerError`` that names the word that is wrong.
  public func membership(_ words: MembershipWords) throws(LedgerError) -> Membership {
    try Membership(
      market: ledger.reference().market(words.market).code, creator: words.creator,
      platform: words.platform, joined: CalendarDay(words.joined, field: "joined"),
      left: CalendarDay.read(words.left, field: "left"), reason: words.reason,
      source: words.source)
  }
}

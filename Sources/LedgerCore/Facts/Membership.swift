/// A creator's time in a market's programme: when they joined, and when and why they left.
///
/// Its end may be recorded later than its start; a creator who has left may join again.
public struct Membership: Equatable, Sendable {
  /// What identifies a membership.
  public struct Key: Hashable, Sendable {
    /// The market.
    public let market: Market.Code
    /// The name, as events credit it.
    public fileprivate(set) var creator: String
    /// The platform, in lower case, if the programme belongs to one.
    public let platform: String?
    /// The first day.
    public let joined: CalendarDay
  }

  /// How a membership ended.
  public struct Leaving: Hashable, Sendable {
    /// The first day on which they were no longer a member.
    public let day: CalendarDay
    /// The reason that was stated.
    public let reason: String?
  }

  /// What identifies it.
  public private(set) var key: Key
  /// How it ended; `nil` if it has not, or if that is not known.
  public let leaving: Leaving?
  /// Who says so, if known.
  public let source: String?

  /// Makes a membership.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)`` for leaving before joining, for a
  ///   reason without a day of leaving, and for an invalid text.
  public init(
    market: Market.Code, creator: String, platform: String? = nil, joined: CalendarDay,
    left: CalendarDay? = nil, reason: String? = nil, source: String? = nil
  ) throws(LedgerError) {
    func checked(_ text: String?, _ field: String) throws(LedgerError) -> String? {
      guard let text else { return nil }
      return try checkedText(text, field: field)
    }
    if let left, left < joined {
      throw .invalid(field: "left", value: "\(left)", reason: "is before they joined, \(joined)")
    }
    if let reason, left == nil {
      throw .invalid(field: "reason", value: reason, reason: "is for leaving, and no day is given")
    }
    key = Key(
      market: market, creator: try checkedText(creator, field: "creator"),
      platform: try checked(platform, "platform")?.lowercased(), joined: joined)
    let reason = try checked(reason, "reason")
    leaving = left.map { Leaving(day: $0, reason: reason) }
    self.source = try checked(source, "source")
  }

  /// The market.
  public var market: Market.Code { key.market }
  /// The name, as events credit it.
  public var creator: String { key.creator }
  /// The platform, if the programme belongs to one.
  public var platform: String? { key.platform }
  /// The first day.
  public var joined: CalendarDay { key.joined }
  /// The first day on which they were no longer a member; `nil` if none is known.
  public var left: CalendarDay? { leaving?.day }

  /// The same under another name.
  func renamed(_ name: (String) -> String) -> Membership {
    var renamed = self
    renamed.key.creator = name(creator)
    return renamed
  }

  /// Whether they are a member on a day, from the day of joining to before the day of leaving.
  public func isActive(on day: CalendarDay) -> Bool {
    guard let left else { return joined <= day }
    return joined <= day && day < left
  }

  /// Whether both include the same day.
  public func overlaps(_ other: Membership) -> Bool {
    (other.left.map { joined < $0 } ?? true) && (left.map { other.joined < $0 } ?? true)
  }

  /// Returns the same membership with an end.
  ///
  /// - Throws: as ``init(market:creator:platform:joined:left:reason:source:)``.
  public func ended(
    on day: CalendarDay, reason: String?, source: String? = nil
  ) throws(LedgerError) -> Membership {
    try Membership(
      market: market, creator: creator, platform: platform, joined: joined, left: day,
      reason: reason, source: source)
  }
}

extension Membership: Fact {
  /// `membership of "Amy" in UK since 2021-12-01`.
  public var subject: String {
    "membership of \(quoted(creator)) in \(market)" + (platform.map { " on \(quoted($0))" } ?? "")
      + " since \(joined)"
  }

  /// How it ended.
  public var values: [(field: String, text: String)] {
    [("left", left?.description ?? "–"), ("reason", leaving?.reason.map(quoted) ?? "–")]
  }

  /// An end is recorded once.
  public var remedy: LedgerError.ConflictRemedy { .voidLeaving }
}

/// A statement that all sales of a market over a stretch of time are recorded.
///
/// It is limited to a platform, a source or a creator as far as it names one.
public struct Coverage: Equatable, Sendable {
  /// The market.
  public let market: Market.Code
  /// The platform, in lower case; `nil` for all platforms.
  public let platform: String?
  /// The system that numbers the orders; `nil` for all of them.
  public let source: String?
  /// The name of the creator, as events credit it; `nil` for all creators.
  public internal(set) var creator: String?
  /// The first instant of the stretch.
  public let startsAt: Instant
  /// The first instant after the stretch.
  public let endsAt: Instant
  /// Who says so, or where, if known.
  public let citation: String?

  /// Makes a coverage.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)`` for an invalid text, and if the stretch
  ///   ends before it begins.
  public init(
    market: Market.Code, platform: String? = nil, source: String? = nil, creator: String? = nil,
    startsAt: Instant, endsAt: Instant, citation: String? = nil
  ) throws(LedgerError) {
    func checked(_ text: String?, _ field: String) throws(LedgerError) -> String? {
      guard let text else { return nil }
      return try checkedText(text, field: field)
    }
    guard startsAt < endsAt else {
      throw .invalid(
        field: "to", value: endsAt.description, reason: "is not after the start, \(startsAt)")
    }
    self.market = market
    self.platform = try checked(platform, "platform")?.lowercased()
    self.source = try checked(source, "source")
    self.creator = try checked(creator, "creator")
    self.startsAt = startsAt
    self.endsAt = endsAt
    self.citation = try checked(citation, "citation")
  }

  /// The stretch of time.
  public var range: InstantRange { InstantRange(start: startsAt, end: endsAt) }
}

extension Coverage: Fact {
  /// `coverage of market UK on "tiktok" from 2022-01-01T00:00:00Z to 2022-02-01T00:00:00Z`.
  public var subject: String {
    "coverage of market \(market)" + (platform.map { " on \(quoted($0))" } ?? "")
      + (source.map { ", source \(quoted($0))," } ?? "")
      + (creator.map { " with \(quoted($0))" } ?? "") + " from \(startsAt) to \(endsAt)"
  }

  /// Who says so; all else is its key.
  public var values: [(field: String, text: String)] { [("citation", citation ?? "–")] }

  /// Two coverages of the same stretch say the same.
  public var remedy: LedgerError.ConflictRemedy { .restate }
}

/// The days that a report covers.
public struct ReportPeriod: Equatable, Sendable {
  /// The first day; `nil` for no limit.
  public let from: CalendarDay?
  /// The last day; `nil` for no limit.
  public let to: CalendarDay?
  /// The time zone of the days.
  public let zone: TimeZone
  /// Why it is this zone.
  public var basis = Basis.given
  /// The release of the tz database that the zone is of, such as `2025b`; `nil` if it is not known.
  public var zoneRelease: String?

  /// What decided the zone.
  public enum Basis: String, Sendable {
    /// The request named it.
    case given
    /// The book's setting of the market.
    case set
    /// The market has only this one, or nearly everyone there lives by it.
    case principal
    /// Nobody: it is the one of most people there.
    case assumed
  }

  /// Creates a period of whole days.
  ///
  /// - Throws: ``LedgerError/reversedDays(first:last:)`` where the last day is before the first.
  public init(from: CalendarDay?, to: CalendarDay?, zone: TimeZone) throws(LedgerError) {
    if let from, let to, to < from {
      throw .reversedDays(first: from, last: to)
    }
    self.from = from
    self.to = to
    self.zone = zone
  }

  /// That the zone is assumed, in a sentence; `nil` where it is not.
  public func assumption(of market: Market) -> String? {
    guard basis == .assumed else { return nil }
    return Self.assumption(zone: zone.name, market: market.code)
  }

  /// That a zone is assumed, in a sentence.
  package static func assumption(zone: String, market: Market.Code) -> String {
    "days and local times of \(market) are assumed to be those of \(zone): the country has other "
      + "clocks too, and zone.\(market) is not set"
  }

  /// The instants from the start of the first day to before the start of the day after the last.
  public var range: InstantRange {
    let next = to.flatMap { CalendarDay(daysSince1970: $0.daysSince1970 + 1) }
    return InstantRange(start: from.map(zone.start(of:)), end: next.map(zone.start(of:)))
  }
}

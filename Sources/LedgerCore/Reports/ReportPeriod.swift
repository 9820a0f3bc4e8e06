/// The days that a report covers.
public struct ReportPeriod: Equatable, Sendable {
  /// The first day; `nil` for no limit.
  public let from: CalendarDay?
  /// The last day; `nil` for no limit.
  public let to: CalendarDay?
  /// The time zone of the days.
  public let zone: TimeZone

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

  /// The instants from the start of the first day to before the start of the day after the last.
  public var range: InstantRange {
    let next = to.flatMap { CalendarDay(daysSince1970: $0.daysSince1970 + 1) }
    return InstantRange(start: from.map(zone.start(of:)), end: next.map(zone.start(of:)))
  }
}

/// The days that a report is about.
public struct ReportPeriod: Equatable, Sendable {
  /// The first day; `nil` for all before.
  public let from: CalendarDay?
  /// The last day; `nil` for all after.
  public let to: CalendarDay?
  /// The zone whose days they are.
  public let zone: TimeZone

  /// Makes a period of whole days.
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

  /// From the first instant of the first day up to the first instant after the last.
  public var range: InstantRange {
    let next = to.flatMap { CalendarDay(daysSince1970: $0.daysSince1970 + 1) }
    return InstantRange(start: from.map(zone.start(of:)), end: next.map(zone.start(of:)))
  }
}

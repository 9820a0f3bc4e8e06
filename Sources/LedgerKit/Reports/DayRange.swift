public import LedgerCore

/// A range of days, in words.
public struct DayRange: Equatable, Sendable {
  /// The first day, such as `2021-12-01`; `nil` for no limit.
  public var from: String?
  /// The last day; `nil` for no limit.
  public var to: String?
  /// The zone of the days, such as `Europe/London`; `nil` for the book's setting, else the
  /// principal one of the market, else UTC.
  public var zone: String?

  /// Makes a range.
  public init(from: String? = nil, to: String? = nil, zone: String? = nil) {
    self.from = from
    self.to = to
    self.zone = zone
  }
}

extension Book {
  /// The days of a range, in the zone that it names, else that of the book's setting, else the
  /// principal one of the market, else UTC.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)``,
  ///   ``LedgerError/reversedDays(first:last:)``
  public func period(_ days: DayRange, in market: Market?) throws(LedgerError) -> ReportPeriod {
    try period(days, in: dayZone(days.zone, in: market, asOf: nil))
  }

  func period(_ days: DayRange, in chosen: DayZone) throws(LedgerError) -> ReportPeriod {
    var period = try ReportPeriod(
      from: try CalendarDay.read(days.from, field: "from"),
      to: try CalendarDay.read(days.to, field: "to"), zone: chosen.zone)
    (period.basis, period.zoneRelease) = (chosen.basis, try zoneRelease())
    return period
  }
}

extension CalendarDay {
  /// Reads a day, if a text is given.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)``
  static func read(_ text: String?, field: String) throws(LedgerError) -> CalendarDay? {
    guard let text else { return nil }
    return try CalendarDay(text, field: field)
  }

  /// Reads a day.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)``
  init(_ text: String, field: String) throws(LedgerError) {
    guard let day = CalendarDay(text) else {
      throw .invalid(field: field, value: text, reason: "is not a day written like 2021-12-08")
    }
    self = day
  }
}

/// A range of whole days: a day, a month, a quarter, a half, a year, or any first and last day.
///
/// Shown in the shortest form: `2022-H1` for 2022-01-01..2022-06-30.
public struct Period: Hashable, Sendable, CustomStringConvertible {
  /// The first day.
  public let first: CalendarDay
  /// The last day.
  public let last: CalendarDay

  /// Makes a period.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)`` if the last day is before the first.
  public init(first: CalendarDay, last: CalendarDay) throws(LedgerError) {
    guard first <= last else {
      throw .invalid(field: "period", value: "\(first)..\(last)", reason: "ends before it begins")
    }
    self.first = first
    self.last = last
  }

  /// Reads `2022`, `2022-H1`, `2022-Q3`, `2022-07`, `2022-07-05`, or FROM..TO of these.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)``
  public init(_ text: String) throws(LedgerError) {
    let parts = text.split(separator: "..", omittingEmptySubsequences: false)
    let dates = parts.map { PartialDate(String($0)) }
    guard dates.count <= 2, let start = dates.first ?? nil, let end = dates.last ?? nil else {
      throw .invalid(
        field: "period", value: text,
        reason: "is not written like 2022, 2022-H1, 2022-Q3, 2022-07, 2022-07-05 or FROM..TO")
    }
    guard start.firstDay <= end.lastDay else {
      throw .invalid(field: "period", value: text, reason: "ends before it begins")
    }
    first = start.firstDay
    last = end.lastDay
  }

  /// Whether a day is in it.
  public func contains(_ day: CalendarDay) -> Bool { first <= day && day <= last }

  /// `2022`, `2022-H1`, `2022-Q3`, `2022-07`, `2022-07-05` or `2022-07-05..2022-07-08`.
  public var description: String {
    let year = "\(first)".prefix(4)
    let quarter = (first.month + 2) / 3
    let names = [
      "\(first)", "\("\(first)".prefix(7))", "\(year)-Q\(quarter)", "\(year)-H\(quarter / 2 + 1)",
      "\(year)",
    ]
    let name = names.first { name in
      PartialDate(name).map { $0.firstDay == first && $0.lastDay == last } ?? false
    }
    return name ?? "\(first)..\(last)"
  }
}

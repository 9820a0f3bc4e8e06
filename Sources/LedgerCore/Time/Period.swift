/// A stretch of whole days: a day, a month, a quarter, a half, a year, or from one day to another.
///
/// Shown in the shortest way that says it: `2022-H1` for 2022-01-01..2022-06-30.
public struct Period: Hashable, Sendable, CustomStringConvertible {
  /// The first day.
  public let first: CalendarDay
  /// The last day.
  public let last: CalendarDay

  /// Makes a period.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)`` where the last day is before the first.
  public init(first: CalendarDay, last: CalendarDay) throws(LedgerError) {
    guard first <= last else {
      throw .invalid(field: "period", value: "\(first)..\(last)", reason: "ends before it begins")
    }
    self.first = first
    self.last = last
  }

  /// Reads `2022`, `2022-H1`, `2022-Q3`, `2022-07`, `2022-07-05`, or two of these with `..` between.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)``
  public init(_ text: String) throws(LedgerError) {
    let parts = text.split(separator: "..", omittingEmptySubsequences: false).map(String.init)
    let days = parts.map(Self.days)
    guard parts.count <= 2, let start = days.first ?? nil, let end = days.last ?? nil else {
      throw .invalid(
        field: "period", value: text,
        reason: "is not written like 2022, 2022-H1, 2022-Q3, 2022-07, 2022-07-05 or FROM..TO")
    }
    guard start.first <= end.last else {
      throw .invalid(field: "period", value: text, reason: "ends before it begins")
    }
    first = start.first
    last = end.last
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
      Self.days(name).map { $0.first == first && $0.last == last } ?? false
    }
    return name ?? "\(first)..\(last)"
  }

  private static func days(_ text: String) -> (first: CalendarDay, last: CalendarDay)? {
    if let day = CalendarDay(text) { return (day, day) }
    guard let start = CalendarDay("\(text.prefix(4))-01-01") else { return nil }
    switch text.dropFirst(4).uppercased() {
    case "": return months(1, 12, of: start.year)
    case "-H1": return months(1, 6, of: start.year)
    case "-H2": return months(7, 12, of: start.year)
    case "-Q1": return months(1, 3, of: start.year)
    case "-Q2": return months(4, 6, of: start.year)
    case "-Q3": return months(7, 9, of: start.year)
    case "-Q4": return months(10, 12, of: start.year)
    default:
      guard let first = CalendarDay("\(text)-01") else { return nil }
      return months(first.month, first.month, of: first.year)
    }
  }

  private static func months(
    _ first: Int, _ last: Int, of year: Int
  ) -> (first: CalendarDay, last: CalendarDay)? {
    guard let length = Month(rawValue: last)?.length(in: year),
      let start = CalendarDay(year: year, month: first, day: 1),
      let end = CalendarDay(year: year, month: last, day: length)
    else { return nil }
    return (start, end)
  }
}

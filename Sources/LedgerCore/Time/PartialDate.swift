/// A date as precise as somebody stated it: a day, a month, a quarter, a half or a year.
///
/// Shown as it was stated: `2022-07-05`, `2022-07`, `2022-Q3`, `2022-H1` or `2022`. It means one
/// unknown day from ``firstDay`` to ``lastDay``. So of two dates, neither may be before, after or
/// equal to the other, and dates have no order.
public struct PartialDate: Hashable, Sendable, CustomStringConvertible {
  /// The date as it is written.
  public let description: String
  /// The earliest day that it may be.
  public let firstDay: CalendarDay
  /// The latest day that it may be.
  public let lastDay: CalendarDay

  /// Makes the date of a day.
  public init(_ day: CalendarDay) { self.init(day.description, from: day, to: day) }

  private init(_ description: String, from firstDay: CalendarDay, to lastDay: CalendarDay) {
    self.description = description
    self.firstDay = firstDay
    self.lastDay = lastDay
  }

  /// Reads `2022-07-05`, `2022-07`, `2022-Q3`, `2022-H1` or `2022`; `nil` for any other text.
  ///
  /// The years are 0001 to 9999.
  public init?(_ text: String) {
    if let day = CalendarDay(text) {
      self.init(day)
      return
    }
    let name = text.uppercased()
    let bytes = name.utf8Span.span
    guard let year = bytes.decimal(at: 0, width: 4),
      let months = Self.months(bytes), let last = Month(rawValue: months.upperBound),
      let firstDay = CalendarDay(year: year, month: months.lowerBound, day: 1),
      let lastDay = CalendarDay(
        year: year, month: months.upperBound, day: last.length(in: year))
    else { return nil }
    self.init(name, from: firstDay, to: lastDay)
  }

  /// Whether both may be the same day.
  public func overlaps(_ other: PartialDate) -> Bool {
    firstDay <= other.lastDay && other.firstDay <= lastDay
  }

  /// Whether it is certainly the earlier one, whatever the exact days.
  public func isBefore(_ other: PartialDate) -> Bool { lastDay < other.firstDay }

  /// The months that the part after the year stands for.
  private static func months(_ text: Span<UInt8>) -> ClosedRange<Int>? {
    if text.count == 4 { return 1...12 }
    guard text.count == 7, text[4] == UInt8(ascii: "-") else { return nil }
    if let month = text.decimal(at: 5, width: 2) { return month...month }
    guard let number = text.decimal(at: 6, width: 1) else { return nil }
    switch (text[5], number) {
    case (UInt8(ascii: "H"), 1...2): return (6 * number - 5)...(6 * number)
    case (UInt8(ascii: "Q"), 1...4): return (3 * number - 2)...(3 * number)
    default: return nil
    }
  }
}

/// Checks a date that a fact may carry, and returns it.
///
/// - Throws: ``LedgerError/invalid(field:value:reason:)``
public func checkedDate(_ text: String, field: String) throws(LedgerError) -> PartialDate {
  if let date = PartialDate(text) { return date }
  throw .invalid(
    field: field, value: text,
    reason: "is not a date: write a day (2022-07-05), month (2022-07), quarter (2022-Q3), half "
      + "(2022-H2) or year (2022)")
}

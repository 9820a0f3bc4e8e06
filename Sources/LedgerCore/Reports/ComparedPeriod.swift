/// The period that a report is compared with.
public enum ComparedPeriod: Equatable, Sendable {
  /// The period right before: as many months if it is of whole months, otherwise as many days.
  case previous
  /// The same days a year before.
  case lastYear
  /// The given days.
  case days(from: CalendarDay, to: CalendarDay)

  /// Parses `previous`, `last-year` or `2021-11-01..2021-11-30`; `nil` for anything else.
  public init?(_ text: String) {
    switch text {
    case "previous": self = .previous
    case "last-year": self = .lastYear
    default:
      guard let dots = text.firstRange(of: ".."),
        let from = CalendarDay(String(text[..<dots.lowerBound])),
        let to = CalendarDay(String(text[dots.upperBound...]))
      else { return nil }
      self = .days(from: from, to: to)
    }
  }

  /// The period to compare a period with.
  ///
  /// - Throws: ``LedgerError/openComparison(with:)`` where the period has no first or last day to
  ///   count from, ``LedgerError/invalid(field:value:reason:)`` where that reaches too far back
  ///   or ends before it begins.
  public func period(for period: ReportPeriod) throws(LedgerError) -> ReportPeriod {
    if case .days(let from, let to) = self {
      guard from <= to else {
        throw .invalid(
          field: "comparison", value: "\(from)..\(to)", reason: "ends before it begins")
      }
      return try ReportPeriod(from: from, to: to, zone: period.zone)
    }
    guard let from = period.from, let to = period.to else {
      throw .openComparison(with: word)
    }
    let months = self == .lastYear ? 12 : Self.wholeMonths(from, to)
    if let months {
      guard let first = Self.day(from, monthsBefore: months),
        let last = Self.day(to, monthsBefore: months, isLast: Self.isLastOfMonth(to))
      else { throw outside }
      return try ReportPeriod(from: first, to: last, zone: period.zone)
    }
    let days = to.daysSince1970 - from.daysSince1970 + 1
    guard let first = CalendarDay(daysSince1970: from.daysSince1970 - days),
      let last = CalendarDay(daysSince1970: from.daysSince1970 - 1)
    else { throw outside }
    return try ReportPeriod(from: first, to: last, zone: period.zone)
  }

  private var outside: LedgerError {
    .invalid(field: "comparison", value: word, reason: "reaches back before the year 1")
  }

  private var word: String { self == .previous ? "previous" : "last-year" }

  /// How many months the days span; `nil` unless they are whole months.
  private static func wholeMonths(_ from: CalendarDay, _ to: CalendarDay) -> Int? {
    guard from.day == 1, isLastOfMonth(to) else { return nil }
    return (to.year - from.year) * 12 + to.month - from.month + 1
  }

  private static func isLastOfMonth(_ day: CalendarDay) -> Bool {
    CalendarDay(daysSince1970: day.daysSince1970 + 1)?.day == 1
  }

  /// The same day of an earlier month, or its last day if it is shorter.
  private static func day(
    _ day: CalendarDay, monthsBefore months: Int, isLast: Bool = false
  ) -> CalendarDay? {
    let month = day.year * 12 + day.month - 1 - months
    for number in stride(from: isLast ? 31 : day.day, through: 1, by: -1) {
      if let found = CalendarDay(year: month / 12, month: month % 12 + 1, day: number) {
        return found
      }
    }
    return nil
  }
}

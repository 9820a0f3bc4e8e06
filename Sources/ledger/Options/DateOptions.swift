import ArgumentParser
import LedgerCore

/// A range of dates that do not depend on a zone.
struct DateOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The first day, such as 2021-12-01.", valueName: "date")) var from:
    String?
  @Option(help: ArgumentHelp("The last day, such as 2021-12-31.", valueName: "date")) var to:
    String?

  /// The range; all dates if no option is given.
  func days() throws(LedgerError) -> ClosedRange<CalendarDay> {
    let first = try day(from, flag: "--from") ?? .earliest
    let last = try day(to, flag: "--to") ?? .latest
    guard first <= last else {
      throw .reversedDays(first: first, last: last)
    }
    return first...last
  }
}

/// Reads the value of an option as a day.
///
/// - Throws: ``LedgerError/invalid(field:value:reason:)``
func day(_ text: String, flag: String) throws(LedgerError) -> CalendarDay {
  if let day = CalendarDay(text) { return day }
  throw .invalid(field: flag, value: text, reason: "is not a day written like 2021-12-08")
}

/// Reads the value of an option as a day, if it is given.
///
/// - Throws: ``LedgerError/invalid(field:value:reason:)``
func day(_ text: String?, flag: String) throws(LedgerError) -> CalendarDay? {
  guard let text else { return nil }
  return try day(text, flag: flag) as CalendarDay
}

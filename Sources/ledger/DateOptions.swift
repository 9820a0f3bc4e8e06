import ArgumentParser
import LedgerCore

/// Which dates a question is about, where they are no days of a clock.
struct DateOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The first day: 2021-12-01.", valueName: "date")) var from: String?
  @Option(help: ArgumentHelp("The last day: 2021-12-31.", valueName: "date")) var to: String?

  /// The days; all there are where none is stated.
  func days() throws(LedgerError) -> ClosedRange<CalendarDay> {
    let first = try day(from, flag: "--from") ?? .earliest
    let last = try day(to, flag: "--to") ?? .latest
    guard first <= last else {
      throw .reversedDays(first: first, last: last)
    }
    return first...last
  }
}

/// Reads the day that an option gives.
///
/// - Throws: ``LedgerError/invalid(field:value:reason:)``
func day(_ text: String, flag: String) throws(LedgerError) -> CalendarDay {
  if let day = CalendarDay(text) { return day }
  throw .invalid(field: flag, value: text, reason: "is not a day written like 2021-12-08")
}

/// Reads the day that an option gives, where it does.
///
/// - Throws: ``LedgerError/invalid(field:value:reason:)``
func day(_ text: String?, flag: String) throws(LedgerError) -> CalendarDay? {
  guard let text else { return nil }
  return try day(text, flag: flag) as CalendarDay
}

import ArgumentParser
import LedgerCore
import LedgerKit

/// A range of dates that do not depend on a zone.
struct DateOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The first day, such as 2021-12-01.", valueName: "date")) var from:
    String?
  @Option(help: ArgumentHelp("The last day, such as 2021-12-31.", valueName: "date")) var to:
    String?

  /// The range; all dates if no option is given.
  func days() throws(LedgerError) -> ClosedRange<CalendarDay> {
    let first = try CalendarDay.read(from, field: "from") ?? .earliest
    let last = try CalendarDay.read(to, field: "to") ?? .latest
    guard first <= last else { throw .reversedDays(first: first, last: last) }
    return first...last
  }
}

import ArgumentParser
import LedgerKit

/// A range of dates that do not depend on a zone.
struct DateOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The first day, such as 2021-12-01.", valueName: "date")) var from:
    String?
  @Option(help: ArgumentHelp("The last day, such as 2021-12-31.", valueName: "date")) var to:
    String?

  /// The dates in words.
  var range: DayRange { DayRange(from: from, to: to) }
}

import ArgumentParser
import LedgerKit

/// A range of days in a zone.
struct DayOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The first day, such as 2021-12-01.", valueName: "date")) var from:
    String?
  @Option(help: ArgumentHelp("The last day, such as 2021-12-31.", valueName: "date")) var to:
    String?
  @Option(
    name: .customLong("tz"), parsing: .unconditional,
    help: ArgumentHelp("The zone of the days (default: the market's).", valueName: "zone"))
  var zoneName: String?

  /// The days in words.
  var range: DayRange { DayRange(from: from, to: to, zone: zoneName) }
}

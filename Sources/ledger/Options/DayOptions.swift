import ArgumentParser
import LedgerKit

/// A range of days in a zone.
struct DayOptions: ParsableArguments {
  @OptionGroup var dates: DateOptions
  @Option(
    name: .customLong("tz"), parsing: .unconditional,
    help: ArgumentHelp("The zone of the days (default: the market's).", valueName: "zone"))
  var zoneName: String?

  /// The days in words.
  var range: DayRange { DayRange(from: dates.from, to: dates.to, zone: zoneName) }
}

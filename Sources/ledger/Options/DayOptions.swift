import ArgumentParser
import LedgerCore

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

  /// The days, in the zone that is stated, else the market's, else UTC.
  func period(in market: Market?) throws(LedgerError) -> ReportPeriod {
    let name = zoneName ?? market?.timeZone
    let zone = if let name { try TimeZones.zone(name) } else { TimeZone.utc }
    return try ReportPeriod(
      from: try day(from, flag: "--from"), to: try day(to, flag: "--to"), zone: zone)
  }
}

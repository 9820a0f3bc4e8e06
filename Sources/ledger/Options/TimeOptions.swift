import ArgumentParser
import LedgerCore

/// The zone of times without one.
struct TimeOptions: ParsableArguments {
  @Option(
    name: .customLong("tz"), parsing: .unconditional,
    help: ArgumentHelp(
      "The zone of times without one: Europe/London, UTC or +01:00.", valueName: "zone"))
  var zoneName: String?

  func zone() throws(LedgerError) -> TimeZone? {
    guard let zoneName else { return nil }
    return try TimeZones.zone(zoneName)
  }

  /// Reads an ISO 8601 instant.
  func instant(_ text: String, flag: String) throws(LedgerError) -> Instant {
    let zone = try zone()
    do { return try TimeFormat.iso8601.instant(text, zone: zone) } catch {
      throw .time(field: flag, value: text, error: error)
    }
  }
}

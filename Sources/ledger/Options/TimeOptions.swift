import ArgumentParser
import LedgerCore
import LedgerKit

/// The zone of times without one.
struct TimeOptions: ParsableArguments {
  @Option(
    name: .customLong("tz"), parsing: .unconditional,
    help: ArgumentHelp(
      "The zone of times without one: Europe/London, UTC or +01:00.", valueName: "zone"))
  var zoneName: String?

  /// Reads an ISO 8601 instant.
  func instant(_ text: String, field: String) throws(LedgerError) -> Instant {
    try Zones.system.instant(text, zone: zoneName, field: field)
  }
}

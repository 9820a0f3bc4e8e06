import ArgumentParser
import LedgerCore

/// In which zone times without one are.
struct TimeOptions: ParsableArguments {
  @Option(
    name: .customLong("tz"), parsing: .unconditional,
    help: ArgumentHelp(
      "The zone of times that state none: Europe/London, UTC or +01:00.", valueName: "zone"))
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

/// The time zones of the tz database, as the system has it.
enum TimeZones {
  /// The zone of a name of the tz database, of `UTC`, or of an offset.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)``
  static func zone(_ name: String) throws(LedgerError) -> TimeZone {
    if name == "UTC" || name == "Z" { return .utc }
    if let fixed = TimeZone(offset: name) { return fixed }
    let folder = System.environment("TZDIR") ?? "/usr/share/zoneinfo"
    let isName =
      !name.hasPrefix("/") && !name.contains("..") && !name.contains("\0") && !name.isEmpty
    guard isName, let bytes = System.contents(of: "\(folder)/\(name)", limit: 1 << 20) else {
      throw .invalid(
        field: "time zone", value: name,
        reason: "is not in the tz database at \(folder): names look like Europe/London, and "
          + "Debian's package tzdata brings them")
    }
    do { return try TimeZone(name: name, tzif: bytes) } catch {
      throw .invalid(field: "time zone", value: name, reason: error.description)
    }
  }
}

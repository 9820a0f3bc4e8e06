import LedgerCore

/// The time zones of the system's tz database.
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

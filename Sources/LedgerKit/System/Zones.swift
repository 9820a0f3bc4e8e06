public import LedgerCore

/// Time zones by their names in the tz database.
public struct Zones: Sendable {
  private let folder: String

  /// Makes a lookup in a folder of compiled zone files (RFC 8536).
  public init(folder: String) { self.folder = folder }

  /// The zones of the system: the folder that the environment variable `TZDIR` names, or
  /// `/usr/share/zoneinfo`.
  public static let system = Zones(folder: Host.environment("TZDIR") ?? "/usr/share/zoneinfo")

  /// The zone of a name of the tz database, of `UTC`, or of an offset such as `+01:00`.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)``
  public func zone(_ name: String) throws(LedgerError) -> TimeZone {
    if name == "UTC" || name == "Z" { return .utc }
    if let fixed = TimeZone(offset: name) { return fixed }
    let isName =
      !name.hasPrefix("/") && !name.contains("..") && !name.contains("\0") && !name.isEmpty
    guard isName, let bytes = Host.contents(of: "\(folder)/\(name)", limit: 1 << 20) else {
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

extension Zones {
  /// Reads an instant in ISO 8601; `zone`: the name of the zone of a time without one.
  ///
  /// - Throws: ``LedgerError/time(field:value:error:)`` that names `field`,
  ///   ``LedgerError/invalid(field:value:reason:)`` for a zone that is not known.
  public func instant(
    _ text: String, zone: String? = nil, field: String
  ) throws(LedgerError) -> Instant {
    var known: TimeZone?
    if let zone { known = try self.zone(zone) }
    do { return try TimeFormat.iso8601.instant(text, zone: known) } catch {
      throw .time(field: field, value: text, error: error)
    }
  }
}

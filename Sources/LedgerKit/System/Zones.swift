public import LedgerCore

/// Time zones by their names in the tz database.
public struct Zones: Sendable {
  /// The folder of compiled zone files; `nil` for the zones that the program has.
  private let folder: String?

  /// Makes a lookup in a folder of compiled zone files (RFC 8536).
  public init(folder: String) { self.folder = folder }

  private init() { folder = nil }

  /// The zones that the program has, of the release ``ZoneDatabase/release``.
  public static let own = Zones()

  /// The zones in the folder that the environment variable `TZDIR` names, else those that the
  /// program has.
  public static let system = Host.environment("TZDIR").map(Zones.init(folder:)) ?? own

  /// The release of the tz database, such as `2025b`; `nil` for a folder that does not say it.
  public var release: String? {
    guard let folder else { return ZoneDatabase.release }
    let mark = "# version "
    guard let bytes = Host.contents(of: "\(folder)/tzdata.zi", limit: 1 << 20) else { return nil }
    let line = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    return line.hasPrefix(mark) ? String(line.dropFirst(mark.count)) : nil
  }

  /// Whether they are those that the program has.
  var isOwn: Bool { folder == nil }

  /// The zone of a name of the tz database, of `UTC`, or of an offset such as `+01:00`.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)``
  public func zone(_ name: String) throws(LedgerError) -> TimeZone {
    if name == "UTC" || name == "Z" { return .utc }
    if let fixed = TimeZone(offset: name) { return fixed }
    guard let folder else {
      guard let zone = ZoneDatabase.zone(name) else {
        throw .invalid(field: "time zone", value: name, reason: Self.unknown(name))
      }
      return zone
    }
    let isName =
      !name.hasPrefix("/") && !name.contains("..") && !name.contains("\0") && !name.isEmpty
    guard isName, let bytes = Host.contents(of: "\(folder)/\(name)", limit: 1 << 20) else {
      throw .invalid(
        field: "time zone", value: name,
        reason: "is not in the tz database at \(folder), which TZDIR names: names look like "
          + "Europe/London")
    }
    do { return try TimeZone(name: name, tzif: bytes) } catch {
      throw .invalid(field: "time zone", value: name, reason: error.description)
    }
  }

  private static func unknown(_ name: String) -> String {
    let near = nearest(to: name.lowercased(), among: ZoneDatabase.names.map { $0.lowercased() })
    let names = ZoneDatabase.names.filter { near.contains($0.lowercased()) }
    return "is not in the tz database (\(ZoneDatabase.release))\(didYouMean(names)); names look "
      + "like Europe/London"
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

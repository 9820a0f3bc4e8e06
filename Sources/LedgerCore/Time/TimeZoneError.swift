/// Why the bytes of a zone file were refused.
public struct TimeZoneError: Error, Equatable, CustomStringConvertible {
  /// What is wrong with the file.
  public enum Reason: Error, Equatable, Sendable {
    /// It does not begin with `TZif`.
    case notTZif
    /// Its version is not 1 to 4; the byte that states the version.
    case unknownVersion(UInt8)
    /// It ends too early.
    case cutShort
    /// It counts leap seconds, which instants do not.
    case leapSeconds
    /// Its parts contradict each other or the format.
    case damaged(String)
  }

  /// The zone that the file is supposed to describe.
  public let zone: String
  /// What is wrong with it.
  public let reason: Reason

  /// Makes an error about a zone's file.
  public init(zone: String, reason: Reason) {
    self.zone = zone
    self.reason = reason
  }

  /// A sentence that names the zone and says what to do.
  public var description: String {
    let file = "the file of time zone \"\(zone)\""
    return switch reason {
    case .notTZif: "\(file) is not a time zone file: check the name, as in Europe/London"
    case .unknownVersion(let byte):
      "\(file) has the format version \(byte), which is not known: versions 1 to 4 can be read"
    case .cutShort: "\(file) is cut short: install the time zone database again"
    case .leapSeconds: "\(file) counts leap seconds: use the zone without the prefix \"right/\""
    case .damaged(let what):
      "\(file) is damaged (\(what)): install the time zone database again"
    }
  }
}

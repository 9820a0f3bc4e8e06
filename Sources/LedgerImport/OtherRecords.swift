import LedgerCore

/// A profile for other records than those that a file was said to hold.
public struct OtherRecords: Equatable, Sendable, CustomStringConvertible {
  /// The profile.
  public let profile: String
  /// What rows are by it.
  public let records: RecordType

  /// Names the profile and what it is for.
  public var description: String {
    "\(profile): key \"records\" says \(quoted(records.rawValue)): it is a profile for files of "
      + records.facts
  }
}

import LedgerCore

/// Why a profile cannot be used.
public struct ProfileError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The profile's file.
  public let profile: String
  /// The place of a mistake in its syntax, counted from 1; `nil` for what a key says.
  public let line: Int?
  /// The character in that line, counted from 1.
  public let column: Int?
  /// The key concerned, with the tables that it stands in: `kind.prefixes.C`.
  public let key: String?
  /// What is wrong and what is allowed.
  public let reason: String

  init(profile: String, key: String?, reason: String) {
    self.profile = profile
    line = nil
    column = nil
    self.key = key
    self.reason = reason
  }

  init(profile: String, line: Int, column: Int, reason: String) {
    self.profile = profile
    self.line = line
    self.column = column
    key = nil
    self.reason = reason
  }

  /// One sentence that names the profile and the place.
  public var description: String {
    if let line, let column { return "\(profile):\(line):\(column): \(reason)" }
    return key.map { "\(profile): key \(quoted($0)) \(reason)" } ?? "\(profile): \(reason)"
  }
}

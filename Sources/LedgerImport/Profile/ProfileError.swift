public import LedgerCore

/// Why a profile or a policy cannot be used.
public struct ProfileError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What is wrong in it.
  public enum Place: Equatable, Sendable {
    /// Its syntax, at a line and a character in it, both counted from 1.
    case line(Int, column: Int)
    /// A key, with the tables that it stands in: `kind.prefixes.C`.
    case key(String)
    /// A field that was to be the same in all rows, and that its records do not have.
    case field(String)
    /// The file as a whole.
    case whole
  }

  /// The profile's file.
  public let profile: String
  /// What is wrong in it.
  public let place: Place
  /// What is wrong and what is allowed.
  public let reason: String

  /// Makes an error about a place in a profile.
  public init(profile: String, place: Place, reason: String) {
    self.profile = profile
    self.place = place
    self.reason = reason
  }

  /// What kind of failure it is: a file is wrong whatever a book holds.
  public var code: LedgerError.Code { .invalid }

  /// One sentence that names the profile and the place.
  public var description: String {
    switch place {
    case .line(let line, let column): "\(profile):\(line):\(column): \(reason)"
    case .key(let key): "\(profile): key \(quoted(key)) \(reason)"
    case .field, .whole: "\(profile): \(reason)"
    }
  }
}

/// Someone who appears in a show.
public struct Creator: Hashable, Sendable {
  /// What a creator does in a show.
  public enum Role: String, CaseIterable, Sendable {
    /// Leads the show.
    case host
    /// Is invited to the show.
    case guest
    /// Sells in the show.
    case creator
  }

  /// The name, as it is credited.
  public internal(set) var name: String
  /// What they do in this show.
  public let role: Role

  /// Makes a credit.
  ///
  /// - Throws: ``LedgerError/invalid(field:value:reason:)`` for an invalid name.
  public init(name: String, role: Role) throws(LedgerError) {
    self.name = try checkedText(name, field: role.rawValue)
    self.role = role
  }
}

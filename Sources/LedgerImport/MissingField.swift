import LedgerCore

/// A field without which there is no fact, and that nothing gives.
public struct MissingField: Equatable, Sendable, CustomStringConvertible {
  /// What the rows are.
  public let records: RecordType
  /// The fields, of which one is enough.
  public let fields: [String]
  /// The profile that lacks it; `nil` for the ledger's own columns.
  public let profile: String?

  init(_ fields: [Field], of profile: Profile) {
    records = profile.records
    self.fields = fields.map(\.rawValue)
    self.profile = profile.isOwn ? nil : profile.name
  }

  /// Names what is missing and what gives it.
  public var description: String {
    let place =
      profile == nil ? "add a column of that name" : "name it in [columns] or [constants]"
    return (profile.map { "\($0): " } ?? "")
      + "the \(records.facts) have no \(fields.joined(separator: " or ")): \(place)"
  }
}

import LedgerCore

extension Mapping {
  /// The name that a text of a cell is recorded as.
  ///
  /// - Throws: the fault of a text that the profile has no name for, where it says that it has all.
  func name(
    _ text: String, of subject: NameAliases.Subject, in column: String?
  ) throws(RowFault) -> String {
    guard let aliases = profile.nameAliases[subject] else { return text }
    if let name = aliases.name(of: text) { return name }
    throw RowFault(
      column: column, value: text,
      reason: .rule("is no \(subject.rawValue) of [aliases.\(subject.rawValue)] in the profile"))
  }
}

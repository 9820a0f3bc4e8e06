import LedgerCore
import Tabular

extension Mapping {
  /// The channel that a row names; `nil` if it names none.
  func channel(_ row: borrowing some RecordReader & ~Copyable) throws(RowFault) -> Channel? {
    guard let name = try name(.channel, of: .channel, row) else { return nil }
    do { return try Channel(name: name) } catch { throw RowFault(error, in: self) }
  }

  /// The creator that a row names; `nil` if it names none.
  func creator(_ row: borrowing some RecordReader & ~Copyable) throws(RowFault) -> String? {
    try name(.creator, of: .creator, row)
  }

  private func name(
    _ field: Field, of subject: NameAliases.Subject, _ row: borrowing some RecordReader & ~Copyable
  ) throws(RowFault) -> String? {
    guard let cell = cells[field], let text = cell.optionalText(row) else { return nil }
    return try name(text, of: subject, in: cell.column).nonEmpty
  }

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

/// What SQLite checks in each row that is written.
package struct RowChecks: OptionSet, Sendable {
  /// The checks, as bits of a number.
  package let rawValue: Int

  /// Whether the row that a FOREIGN KEY names exists.
  package static let foreignKeys = RowChecks(rawValue: 1)
  /// Whether each CHECK holds.
  package static let constraints = RowChecks(rawValue: 2)

  /// Makes the checks that the bits of a number stand for.
  package init(rawValue: Int) { self.rawValue = rawValue }
}

/// What SQLite checks in each row that is written.
public struct RowChecks: OptionSet, Sendable {
  /// The checks, as bits of a number.
  public let rawValue: Int

  /// Whether the row that a FOREIGN KEY names exists.
  public static let foreignKeys = RowChecks(rawValue: 1)
  /// Whether each CHECK holds.
  public static let constraints = RowChecks(rawValue: 2)

  /// Makes the checks that the bits of a number stand for.
  public init(rawValue: Int) { self.rawValue = rawValue }
}

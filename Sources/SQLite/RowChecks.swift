/// What SQLite checks of each row that is written.
public struct RowChecks: OptionSet, Sendable {
  /// The number in which the checks are bits.
  public let rawValue: Int

  /// Whether what a FOREIGN KEY names is there.
  public static let foreignKeys = RowChecks(rawValue: 1)
  /// Whether each CHECK holds.
  public static let constraints = RowChecks(rawValue: 2)

  /// Makes the checks that the bits of a number stand for.
  public init(rawValue: Int) { self.rawValue = rawValue }
}

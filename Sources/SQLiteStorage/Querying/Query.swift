public import LedgerCore

/// A query in SQL by a person whom the book need not trust.
public struct Query: Sendable {
  /// One statement that reads.
  public var sql: String
  /// The values of its parameters, by name without `:`, `@`, `$` or `?`.
  public var values: [String: AnswerValue]
  /// The most rows to return; `nil` for all.
  public var limit: Int?
  /// Whether to return the plan of the statement instead of running it.
  public var asksForPlan: Bool

  /// Makes a query.
  public init(
    _ sql: String, values: [String: AnswerValue] = [:], limit: Int? = nil,
    asksForPlan: Bool = false
  ) {
    self.sql = sql
    self.values = values
    self.limit = limit
    self.asksForPlan = asksForPlan
  }

  /// The most memory that SQLite may use for a query, in bytes.
  public static let memoryLimit: Int64 = 256 << 20

  /// The most bytes that a statement may have.
  public static let sizeLimit = 100_000

  /// The result of a query, apart from its rows.
  public struct Result: Sendable {
    /// How many rows were returned.
    public var rows: Int64 = 0
    /// Whether there were more rows than the limit.
    public var isCut = false
  }
}

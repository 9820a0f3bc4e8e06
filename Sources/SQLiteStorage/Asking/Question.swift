public import LedgerCore

/// A question in SQL, by a person whom the book need not trust.
public struct Question: Sendable {
  /// One statement that reads.
  public var sql: String
  /// The values of its parameters, by their names without `:`, `@`, `$` or `?`.
  public var values: [String: AnswerValue]
  /// The most rows to hand over; `nil` for all.
  public var limit: Int?
  /// Whether to hand over the plan of the statement and not run it.
  public var asksForPlan: Bool

  /// Makes a question.
  public init(
    _ sql: String, values: [String: AnswerValue] = [:], limit: Int? = nil,
    asksForPlan: Bool = false
  ) {
    self.sql = sql
    self.values = values
    self.limit = limit
    self.asksForPlan = asksForPlan
  }

  /// The most memory that SQLite may use for it, in bytes.
  public static let memoryLimit: Int64 = 256 << 20

  /// The most bytes that a statement may have.
  public static let sizeLimit = 100_000

  /// What became of it.
  public struct Result: Sendable {
    /// How many rows were handed over.
    public var rows: Int64 = 0
    /// Whether there would have been more.
    public var isCut = false
  }
}

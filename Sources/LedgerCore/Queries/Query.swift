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
  /// Other books that the statement may read, too.
  public var attachments: [Attachment]
  /// How long the statement may run, not counting the time that the receiver of its rows takes;
  /// `nil` for no limit.
  public var timeLimit: Duration?

  /// Another book, and the name that precedes those of its tables in a statement.
  ///
  /// The name `other` gives `other.event`.
  public struct Attachment: Equatable, Sendable {
    /// The name.
    public let name: String
    /// The book's file.
    public let path: String

    /// Makes an attachment; the name is checked when a query uses it.
    public init(name: String, path: String) {
      self.name = name
      self.path = path
    }
  }

  /// Makes a query.
  public init(
    _ sql: String, values: [String: AnswerValue] = [:], limit: Int? = nil,
    asksForPlan: Bool = false, attachments: [Attachment] = [], timeLimit: Duration? = nil
  ) {
    self.sql = sql
    self.values = values
    self.limit = limit
    self.asksForPlan = asksForPlan
    self.attachments = attachments
    self.timeLimit = timeLimit
  }

  /// The most memory that a query may use, in bytes.
  public static let memoryLimit: Int64 = 256 << 20

  /// The most bytes that a statement may have.
  public static let sizeLimit = 100_000

  /// The result of a query, apart from its rows.
  public struct Result: Equatable, Sendable {
    /// How many rows were returned.
    public var rows: Int64 = 0
    /// Whether there were more rows than the limit.
    public var isCut = false

    /// The result of a query that has returned no row yet.
    public init() {}
  }
}

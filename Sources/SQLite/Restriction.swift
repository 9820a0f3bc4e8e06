/// A way of keeping a stranger's SQL from harm.
///
/// Each alone leaks; a test takes each away and sees what then gets through.
public enum Restriction: CaseIterable, Sendable {
  /// Nothing is written to any database (`PRAGMA query_only`).
  case queryOnly
  /// What is spilled stays in memory (`PRAGMA temp_store`): no file appears, not even one that is
  /// unlinked.
  case temporaryInMemory
  /// Neither the schema nor the tables of a virtual table can be written.
  case defensive
  /// Views and triggers, which the file's maker wrote, call no function that could do harm.
  case untrustedSchema
  /// A tokenizer is a pointer, which `fts3_tokenizer()` would print, or jump to.
  case noTokenizers
  /// No library is loaded.
  case noExtensions
  /// No trigger runs.
  case noTriggers
  /// A name in double quotes that is none is an error, and not a text in every row.
  case noQuotedText
  /// There are no virtual tables but those of JSON: what a file says of others is not run.
  case noModules
  /// Texts, statements and what they nest are bounded.
  case limits
  /// Only what a ``Permission`` names.
  case authorizer
}

/// What a stranger's statement may be at most, as SQLite counts it.
///
/// <https://www.sqlite.org/limits.html>
public struct StatementLimits: Sendable {
  /// Bytes of a text, a blob or a row.
  public var length: Int32 = 10_000_000
  /// Bytes of a statement.
  public var statement: Int32 = 100_000
  /// Columns of a result or a table.
  public var columns: Int32 = 200
  /// How deep expressions may be nested.
  public var depth: Int32 = 100
  /// Parts of a compound `SELECT`.
  public var compound: Int32 = 20
  /// Bytes of a pattern of `LIKE` or `GLOB`.
  public var pattern: Int32 = 100
  /// Databases beside the first.
  public var attached: Int32 = 0
  /// Arguments of a function.
  public var arguments: Int32 = 100
  /// The highest number of a parameter.
  public var parameters: Int32 = 100
  /// Steps of a compiled statement.
  public var steps: Int32 = 250_000

  /// The limits that hold unless others are given.
  public init() {}
}

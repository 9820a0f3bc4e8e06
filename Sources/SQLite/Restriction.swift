/// A way of keeping untrusted SQL from doing harm.
///
/// Each one alone leaks; a test lifts each in turn and checks what then gets through.
package enum Restriction: CaseIterable, Sendable {
  /// Nothing is written to any database (`PRAGMA query_only`).
  case queryOnly
  /// Temporary data stays in memory (`PRAGMA temp_store`).
  ///
  /// No file appears, not even one that is unlinked.
  case temporaryInMemory
  /// Neither the schema nor the shadow tables of a virtual table can be written.
  case defensive
  /// Views and triggers, which the file's author wrote, call no function that could do harm.
  case untrustedSchema
  /// `fts3_tokenizer()`, which would print a pointer or jump to one, is off.
  case noTokenizers
  /// No extension is loaded.
  case noExtensions
  /// No trigger runs.
  case noTriggers
  /// An unknown double-quoted name is an error, not a string in every row.
  case noQuotedText
  /// JSON's are the only virtual tables: a file's declarations of others do not run.
  case noModules
  /// Texts and statements have a maximum size, and nesting has a maximum depth.
  case limits
  /// Statements use only what a ``Permission`` names.
  case authorizer
}

/// The limits of an untrusted statement, as SQLite counts them.
///
/// <https://www.sqlite.org/limits.html>
package struct StatementLimits: Sendable {
  /// Bytes of a text, a blob or a row.
  package var length: Int32 = 10_000_000
  /// Bytes of a statement.
  package var statement: Int32 = 100_000
  /// Columns of a result or a table.
  package var columns: Int32 = 200
  /// How deep expressions may be nested.
  package var depth: Int32 = 100
  /// Parts of a compound `SELECT`.
  package var compound: Int32 = 20
  /// Bytes of a pattern of `LIKE` or `GLOB`.
  package var pattern: Int32 = 100
  /// Databases besides the first.
  package var attached: Int32 = 0
  /// Arguments of a function.
  package var arguments: Int32 = 100
  /// The highest parameter number.
  package var parameters: Int32 = 100
  /// Steps of a compiled statement.
  package var steps: Int32 = 250_000

  /// Makes the default limits.
  package init() {}
}

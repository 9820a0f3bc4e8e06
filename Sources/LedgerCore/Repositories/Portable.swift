/// A ledger whose book can be read and made again row by row, whatever keeps it.
public protocol Portable: Ledger {
  /// Calls `body` with everything that the book holds, in one state of it.
  ///
  /// - Throws: ``LedgerError``, or what `body` throws.
  func readContents<T>(_ body: (any BookContents) throws -> T) throws -> T

  /// Turns this empty book into another one, from that one's rows: all of it, or nothing.
  ///
  /// `schemaVersion` is the version of the other book, which an older program may have made; the
  /// schema is brought up to date afterwards. `body` adds the rows of every table; the book that
  /// they make is verified before it is kept.
  ///
  /// - Throws: ``LedgerError/notEmpty(path:entries:)``, ``LedgerError/notAsRecorded(_:others:)``,
  ///   ``LedgerError``, or what `body` throws.
  func fill(schemaVersion: Int, _ body: (any BookFilling) throws -> Void) throws
}

/// Everything that a book holds, table by table.
public protocol BookContents {
  /// The version of its schema.
  var schemaVersion: Int { get }
  /// Its tables, in the order in which they were created.
  var tables: [BookTable] { get }
  /// The statements that created them, with their indexes, views and triggers.
  var schema: [String] { get }

  /// Calls `body` with each row of a table, in the order of its key.
  ///
  /// - Throws: ``LedgerError``, or what `body` throws.
  func forEachRow(of table: BookTable, _ body: ([AnswerValue]) throws -> Void) throws
}

/// A table as a book has it, whatever the version of the book.
public struct BookTable: Equatable, Sendable {
  /// Its name.
  public let name: String
  /// The names of its columns, in order.
  public let columns: [String]

  /// Makes a table.
  public init(name: String, columns: [String]) {
    self.name = name
    self.columns = columns
  }
}

/// An empty book that is being filled with the rows of another.
public protocol BookFilling {
  /// What it contains so far.
  var contents: any BookContents { get }

  /// Adds rows to a table, each as the texts of its columns.
  ///
  /// An empty text is null if the column may be null; a blob is hexadecimal.
  ///
  /// `next` returns the next row, or `nil` after the last one.
  ///
  /// - Throws: ``LedgerError``, or what `next` throws.
  func fill(_ table: BookTable, next: () throws -> [String]?) throws
}

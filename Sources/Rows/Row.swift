/// A statement of an engine that stands on a row, and hands out the row's values.
public protocol RowSource: AnyObject {
  /// The text of the statement.
  var sql: String { get }
  /// How many columns the row has.
  var columnCount: Int { get }
  /// Whether the value in a column is null.
  func isNull(_ column: Int) -> Bool
  /// The integer in a column; `nil` if it is something else.
  func integer(_ column: Int) -> Int64?
  /// The text in a column; `nil` if it is something else.
  ///
  /// - Throws: ``StorageError`` with ``StorageError/Condition/mismatch`` if it is not UTF-8.
  func text(_ column: Int) throws(StorageError) -> String?
  /// The value in a column, of any type.
  ///
  /// - Throws: ``StorageError`` with ``StorageError/Condition/mismatch`` for text that is not
  ///   UTF-8.
  func value(_ column: Int) throws(StorageError) -> Value
  /// Replaces a buffer's contents with all values; texts are copied whether or not they are UTF-8.
  func copy(into buffer: inout RowBuffer)
  /// Replaces a buffer's contents with all values.
  ///
  /// - Throws: ``StorageError`` with ``StorageError/Condition/mismatch`` for text that is not
  ///   UTF-8, or ``StorageError/Condition/tooLarge`` for a row of more than ``RowBuffer/limit``
  ///   bytes.
  func read(into buffer: inout RowBuffer) throws(StorageError)
}

/// The row that a statement is on; it cannot leave the closure that it is lent to.
public struct Row: ~Copyable {
  @usableFromInline let source: any RowSource

  /// Lends the row that a statement is on.
  @inlinable public init(_ source: any RowSource) { self.source = source }

  /// How many columns the row has.
  public var columnCount: Int { source.columnCount }

  /// The integer in a column.
  ///
  /// - Throws: ``StorageError`` with ``StorageError/Condition/mismatch`` if it is something else.
  @inlinable
  public func integer(_ column: Int) throws(StorageError) -> Int64 {
    guard let value = source.integer(column) else { throw mismatch(column, "an integer") }
    return value
  }

  /// The integer in a column, or `nil` for null.
  ///
  /// - Throws: ``StorageError`` with ``StorageError/Condition/mismatch`` if it is something else.
  @inlinable
  public func optionalInteger(_ column: Int) throws(StorageError) -> Int64? {
    source.isNull(column) ? nil : try integer(column)
  }

  /// The text in a column.
  ///
  /// - Throws: ``StorageError`` with ``StorageError/Condition/mismatch`` if it is something else.
  @inlinable
  public func text(_ column: Int) throws(StorageError) -> String {
    guard let value = try source.text(column) else { throw mismatch(column, "text") }
    return value
  }

  /// The text in a column, or `nil` for null.
  ///
  /// - Throws: ``StorageError`` with ``StorageError/Condition/mismatch`` if it is something else.
  @inlinable
  public func optionalText(_ column: Int) throws(StorageError) -> String? {
    source.isNull(column) ? nil : try text(column)
  }

  /// The value in a column, of any type.
  ///
  /// - Throws: ``StorageError`` with ``StorageError/Condition/mismatch`` for text that is not
  ///   UTF-8.
  public func value(_ column: Int) throws(StorageError) -> Value { try source.value(column) }

  /// Replaces a buffer's contents with all values; texts are copied whether or not they are UTF-8.
  public func copy(into buffer: inout RowBuffer) { source.copy(into: &buffer) }

  /// Replaces a buffer's contents with all values.
  ///
  /// - Throws: ``StorageError`` with ``StorageError/Condition/mismatch`` for text that is not
  ///   UTF-8, or ``StorageError/Condition/tooLarge`` for a row of more than ``RowBuffer/limit``
  ///   bytes.
  public func read(into buffer: inout RowBuffer) throws(StorageError) {
    try source.read(into: &buffer)
  }

  @usableFromInline
  func mismatch(_ column: Int, _ type: String) -> StorageError {
    StorageError(.mismatch, "column \(column) is not \(type)", sql: source.sql)
  }
}

/// The row that a statement is on; it cannot leave the closure that it is lent to.
package struct Row: ~Copyable {
  let handle: StatementHandle

  /// How many columns the row has.
  package var columnCount: Int { handle.columnCount }

  /// The integer in a column.
  ///
  /// - Throws: ``SQLiteError`` with code ``SQLiteError/Code/mismatch`` if it is something else.
  package func integer(_ column: Int) throws(SQLiteError) -> Int64 {
    guard let value = handle.integer(Int32(column)) else { throw mismatch(column, "an integer") }
    return value
  }

  /// The integer in a column, or `nil` for null.
  ///
  /// - Throws: ``SQLiteError`` with code ``SQLiteError/Code/mismatch`` if it is something else.
  package func optionalInteger(_ column: Int) throws(SQLiteError) -> Int64? {
    handle.isNull(Int32(column)) ? nil : try integer(column)
  }

  /// The text in a column.
  ///
  /// - Throws: ``SQLiteError`` with code ``SQLiteError/Code/mismatch`` if it is something else.
  package func text(_ column: Int) throws(SQLiteError) -> String {
    guard let value = try handle.text(Int32(column)) else { throw mismatch(column, "text") }
    return value
  }

  /// The text in a column, or `nil` for null.
  ///
  /// - Throws: ``SQLiteError`` with code ``SQLiteError/Code/mismatch`` if it is something else.
  package func optionalText(_ column: Int) throws(SQLiteError) -> String? {
    handle.isNull(Int32(column)) ? nil : try text(column)
  }

  /// The value in a column, of any type.
  ///
  /// - Throws: ``SQLiteError`` with code ``SQLiteError/Code/mismatch`` for text that is not UTF-8.
  package func value(_ column: Int) throws(SQLiteError) -> Value {
    try handle.value(Int32(column))
  }

  /// Replaces a buffer's contents with all values; texts are copied whether or not they are UTF-8.
  package func copy(into buffer: inout RowBuffer) { handle.copy(into: &buffer) }

  /// Replaces a buffer's contents with all values.
  ///
  /// - Throws: ``SQLiteError`` with code ``SQLiteError/Code/mismatch`` for text that is not UTF-8,
  ///   or ``SQLiteError/Code/tooBig`` for a row of more than ``RowBuffer/limit`` bytes.
  package func read(into buffer: inout RowBuffer) throws(SQLiteError) {
    try handle.read(into: &buffer)
  }

  private func mismatch(_ column: Int, _ type: String) -> SQLiteError {
    SQLiteError(
      code: .mismatch, message: "column \(column) is not \(type)", sql: handle.sql)
  }
}

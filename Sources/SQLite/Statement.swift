/// A prepared statement, usually on loan from its connection's cache.
package struct Statement: ~Copyable {
  private let handle: StatementHandle

  init(handle: StatementHandle) {
    self.handle = handle
    handle.isOnLoan = true
  }

  deinit {
    handle.reset()
    handle.isOnLoan = false
  }

  /// Whether the statement leaves the file as it is.
  package var isReadOnly: Bool { handle.isReadOnly }

  /// The names of the columns that the statement returns.
  package var columnNames: [String] {
    (0..<handle.columnCount).map { handle.columnName(Int32($0)) }
  }

  /// The names of the parameters from `?1` on, with their prefix; `nil` for a plain `?`.
  package var parameterNames: [String?] { handle.parameterNames }

  /// Binds an integer, or null, to the parameter `?index`.
  ///
  /// - Throws: ``SQLiteError`` if there is no such parameter.
  package func bind(_ value: Int64?, at index: Int) throws(SQLiteError) {
    guard let value else { return try handle.bindNull(at: Int32(index)) }
    try handle.bind(value, at: Int32(index))
  }

  /// Binds a text, or null, to the parameter `?index`.
  ///
  /// - Throws: ``SQLiteError`` if there is no such parameter.
  package func bind(_ value: String?, at index: Int) throws(SQLiteError) {
    guard let value else { return try handle.bindNull(at: Int32(index)) }
    try handle.bind(value, at: Int32(index))
  }

  /// Runs the statement to its end with the values that are bound.
  ///
  /// - Throws: ``SQLiteError``
  package mutating func run() throws(SQLiteError) {
    defer { handle.reset() }
    while try handle.step() {}
  }

  /// Binds the values in order and runs the statement to its end.
  ///
  /// - Throws: ``SQLiteError``
  package mutating func run(_ values: Value...) throws(SQLiteError) {
    try bind(values)
    try run()
  }

  /// Runs the statement to its end with the values that are bound, and `rows` as `bound`.
  ///
  /// - Throws: ``SQLiteError``
  package mutating func run(over rows: borrowing BoundRows) throws(SQLiteError) {
    try handle.run(over: rows)
  }

  /// Lends each row in turn to `body`.
  ///
  /// - Throws: what `body` throws, or ``SQLiteError``.
  package mutating func forEach(
    _ values: Value..., body: (borrowing Row) throws(SQLiteError) -> Void
  ) throws(SQLiteError) {
    try bind(values)
    defer { handle.reset() }
    while try handle.step() { try body(Row(handle: handle)) }
  }

  /// Returns all rows, decoded.
  ///
  /// - Throws: what `decode` throws, or ``SQLiteError``.
  package mutating func rows<T>(
    _ values: Value..., decode: (borrowing Row) throws(SQLiteError) -> T
  ) throws(SQLiteError) -> [T] {
    try bind(values)
    defer { handle.reset() }
    var result: [T] = []
    while try handle.step() { result.append(try decode(Row(handle: handle))) }
    return result
  }

  /// Returns the first row, decoded, or `nil` if there is none.
  ///
  /// - Throws: what `decode` throws, or ``SQLiteError``.
  package mutating func first<T>(
    _ values: Value..., decode: (borrowing Row) throws(SQLiteError) -> T
  ) throws(SQLiteError) -> T? {
    try bind(values)
    defer { handle.reset() }
    return try handle.step() ? try decode(Row(handle: handle)) : nil
  }

  /// Binds the values in order.
  ///
  /// - Throws: ``SQLiteError`` if there are more values than parameters.
  package func bind(_ values: [Value]) throws(SQLiteError) {
    for (offset, value) in values.enumerated() { try bind(value, at: offset + 1) }
  }

  /// Binds a value to the parameter `?index`.
  ///
  /// - Throws: ``SQLiteError`` if there is no such parameter.
  package func bind(_ value: Value, at index: Int) throws(SQLiteError) {
    let index = Int32(index)
    switch value {
    case .null: try handle.bindNull(at: index)
    case .integer(let integer): try handle.bind(integer, at: index)
    case .real(let real): try handle.bind(real, at: index)
    case .text(let text): try handle.bind(text, at: index)
    case .blob(let bytes): try handle.bind(bytes, at: index)
    }
  }
}

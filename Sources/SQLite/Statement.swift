public import Rows

/// A prepared statement, usually on loan from its connection's cache.
public struct Statement: ~Copyable {
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
  public var isReadOnly: Bool { handle.isReadOnly }

  /// The names of the columns that the statement returns.
  public var columnNames: [String] {
    (0..<handle.columnCount).map { handle.columnName(Int32($0)) }
  }

  /// The names of the parameters from `?1` on, with their prefix; `nil` for a plain `?`.
  public var parameterNames: [String?] { handle.parameterNames }

  /// Binds an integer, or null, to the parameter `?index`.
  ///
  /// - Throws: ``StorageError`` if there is no such parameter.
  public func bind(_ value: Int64?, at index: Int) throws(StorageError) {
    guard let value else { return try handle.bindNull(at: Int32(index)) }
    try handle.bind(value, at: Int32(index))
  }

  /// Binds a text, or null, to the parameter `?index`.
  ///
  /// - Throws: ``StorageError`` if there is no such parameter.
  public func bind(_ value: String?, at index: Int) throws(StorageError) {
    guard let value else { return try handle.bindNull(at: Int32(index)) }
    try handle.bind(value, at: Int32(index))
  }

  /// Runs the statement to its end with the values that are bound.
  ///
  /// - Throws: ``StorageError``
  public mutating func run() throws(StorageError) {
    defer { handle.reset() }
    while try handle.step() {}
  }

  /// Binds the values in order and runs the statement to its end.
  ///
  /// - Throws: ``StorageError``
  public mutating func run(_ values: Value...) throws(StorageError) {
    try bind(values)
    try run()
  }

  /// Runs the statement to its end with the values that are bound, and `rows` as `bound`.
  ///
  /// - Throws: ``StorageError``
  public mutating func run(over rows: borrowing BoundRows) throws(StorageError) {
    try handle.run(over: rows)
  }

  /// Runs the statement with the values that are bound, and lends each row to `body` until that
  /// returns false.
  ///
  /// - Throws: what `body` throws, or ``StorageError``.
  public mutating func loop(
    while body: (borrowing Row) throws(StorageError) -> Bool
  ) throws(StorageError) {
    defer { handle.reset() }
    while try handle.step(), try body(Row(handle)) {}
  }

  /// Runs the statement with the values that are bound and `rows` as `bound`, and lends each row to
  /// `body`.
  ///
  /// - Throws: what `body` throws, or ``StorageError``.
  public mutating func forEach(
    over rows: borrowing BoundRows, body: (borrowing Row) throws(StorageError) -> Void
  ) throws(StorageError) {
    try handle.run(over: rows, body)
  }

  /// Lends each row in turn to `body`.
  ///
  /// - Throws: what `body` throws, or ``StorageError``.
  public mutating func forEach(
    _ values: Value..., body: (borrowing Row) throws(StorageError) -> Void
  ) throws(StorageError) {
    try bind(values)
    defer { handle.reset() }
    while try handle.step() { try body(Row(handle)) }
  }

  /// Returns all rows, decoded.
  ///
  /// - Throws: what `decode` throws, or ``StorageError``.
  public mutating func rows<T>(
    _ values: Value..., decode: (borrowing Row) throws(StorageError) -> T
  ) throws(StorageError) -> [T] {
    try bind(values)
    defer { handle.reset() }
    var result: [T] = []
    while try handle.step() { result.append(try decode(Row(handle))) }
    return result
  }

  /// Returns the first row, decoded, or `nil` if there is none.
  ///
  /// - Throws: what `decode` throws, or ``StorageError``.
  public mutating func first<T>(
    _ values: Value..., decode: (borrowing Row) throws(StorageError) -> T
  ) throws(StorageError) -> T? {
    try bind(values)
    defer { handle.reset() }
    return try handle.step() ? try decode(Row(handle)) : nil
  }

  /// Binds the values in order.
  ///
  /// - Throws: ``StorageError`` if there are more values than parameters.
  public func bind(_ values: [Value]) throws(StorageError) {
    for (offset, value) in values.enumerated() { try bind(value, at: offset + 1) }
  }

  /// Binds a value to the parameter `?index`.
  ///
  /// - Throws: ``StorageError`` if there is no such parameter.
  public func bind(_ value: Value, at index: Int) throws(StorageError) {
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

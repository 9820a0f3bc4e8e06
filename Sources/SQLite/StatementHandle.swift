import CSQLite
import Rows

/// Owns one `sqlite3_stmt *`.
@safe final class StatementHandle: RowSource {
  private let raw: OpaquePointer
  private let database: DatabaseHandle
  let sql: String
  /// Whether a ``Statement`` uses it.
  var isOnLoan = false

  @unsafe init(raw: OpaquePointer, database: DatabaseHandle, sql: String) {
    unsafe self.raw = raw
    self.database = database
    self.sql = sql
  }

  deinit { unsafe sqlite3_finalize(raw) }

  var isReadOnly: Bool { unsafe sqlite3_stmt_readonly(raw) != 0 }

  func bindNull(at index: Int32) throws(StorageError) {
    try check(unsafe sqlite3_bind_null(raw, index))
  }

  func bind(_ value: Int64, at index: Int32) throws(StorageError) {
    try check(unsafe sqlite3_bind_int64(raw, index, value))
  }

  func bind(_ value: Double, at index: Int32) throws(StorageError) {
    try check(unsafe sqlite3_bind_double(raw, index, value))
  }

  func bind(_ value: String, at index: Int32) throws(StorageError) {
    try check(unsafe csqlite_bind_text(raw, index, value, UInt64(value.utf8.count)))
  }

  func bind(_ value: [UInt8], at index: Int32) throws(StorageError) {
    // An empty array has no address, and SQLite takes a null pointer for NULL.
    let bytes = value.isEmpty ? [0] : value
    try check(unsafe csqlite_bind_blob(raw, index, bytes, UInt64(value.count)))
  }

  /// Advances to the next row; returns whether there is one.
  func step() throws(StorageError) -> Bool {
    switch unsafe sqlite3_step(raw) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw database.error(code, sql: sql)
    }
  }

  /// Runs to the end, with `rows` as the table `bound`.
  func run(
    over rows: borrowing BoundRows,
    _ body: (borrowing Row) throws(StorageError) -> Void = { _ in }
  ) throws(StorageError) {
    try database.bound.lend(rows) { () throws(StorageError) in
      defer { reset() }
      while try step() { try body(Row(self)) }
    }
  }

  func reset() {
    unsafe sqlite3_reset(raw)
    unsafe sqlite3_clear_bindings(raw)
  }

  var columnCount: Int { Int(unsafe sqlite3_column_count(raw)) }

  func columnName(_ column: Int32) -> String {
    guard let name = unsafe sqlite3_column_name(raw, column) else { return "" }
    return unsafe String(cString: name)
  }

  func isNull(_ column: Int) -> Bool {
    unsafe sqlite3_column_type(raw, Int32(truncatingIfNeeded: column)) == SQLITE_NULL
  }

  func integer(_ column: Int) -> Int64? {
    guard unsafe sqlite3_column_type(raw, Int32(truncatingIfNeeded: column)) == SQLITE_INTEGER
    else { return nil }
    return unsafe sqlite3_column_int64(raw, Int32(truncatingIfNeeded: column))
  }

  func text(_ column: Int) throws(StorageError) -> String? {
    guard unsafe sqlite3_column_type(raw, Int32(truncatingIfNeeded: column)) == SQLITE_TEXT,
      let start = unsafe sqlite3_column_text(raw, Int32(truncatingIfNeeded: column))
    else { return nil }
    // `column_bytes` has to come after `column_text`, which may convert the value.
    let count = Int(unsafe sqlite3_column_bytes(raw, Int32(truncatingIfNeeded: column)))
    let bytes = unsafe Span(_unsafeStart: start, count: count)
    guard let text = try? UTF8Span(validating: bytes) else {
      throw StorageError(code: .mismatch, message: "column \(column) is not UTF-8", sql: sql)
    }
    return String(copying: text)
  }

  func value(_ column: Int) throws(StorageError) -> Value {
    switch unsafe sqlite3_column_type(raw, Int32(truncatingIfNeeded: column)) {
    case SQLITE_INTEGER:
      return .integer(unsafe sqlite3_column_int64(raw, Int32(truncatingIfNeeded: column)))
    case SQLITE_FLOAT:
      return .real(unsafe sqlite3_column_double(raw, Int32(truncatingIfNeeded: column)))
    case SQLITE_TEXT: return .text(try text(column) ?? "")
    case SQLITE_BLOB:
      guard let start = unsafe sqlite3_column_blob(raw, Int32(truncatingIfNeeded: column)) else {
        return .blob([])
      }
      let count = Int(unsafe sqlite3_column_bytes(raw, Int32(truncatingIfNeeded: column)))
      return .blob(unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: count)))
    default: return .null
    }
  }

  /// The names of the parameters, from `?1` on; `nil` for one without a name.
  var parameterNames: [String?] {
    let count = unsafe sqlite3_bind_parameter_count(raw)
    return (0..<count).map { index in
      guard let name = unsafe sqlite3_bind_parameter_name(raw, index + 1) else { return nil }
      return unsafe String(cString: name)
    }
  }

  /// Replaces a buffer's contents with the current row.
  func read(into row: inout RowBuffer) throws(StorageError) {
    row.removeAll()
    let count = unsafe sqlite3_data_count(raw)
    for column in 0..<count {
      switch unsafe sqlite3_column_type(raw, column) {
      case SQLITE_INTEGER: row.append(unsafe sqlite3_column_int64(raw, column))
      case SQLITE_FLOAT: row.append(unsafe sqlite3_column_double(raw, column))
      case SQLITE_TEXT:
        let start = unsafe sqlite3_column_text(raw, column)
        let length = Int(unsafe sqlite3_column_bytes(raw, column))
        try check(row, adding: length)
        let bytes = unsafe UnsafeBufferPointer(start: start, count: start == nil ? 0 : length)
        guard unsafe row.append(text: bytes) else {
          throw StorageError(
            code: .mismatch, message: "column \(columnName(column)) is not UTF-8 text", sql: sql)
        }
      case SQLITE_BLOB:
        let start = unsafe sqlite3_column_blob(raw, column)
        let length = Int(unsafe sqlite3_column_bytes(raw, column))
        try check(row, adding: length)
        let bytes = unsafe UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : length)
        unsafe row.append(blob: bytes)
      default: row.appendNull()
      }
    }
  }

  /// Replaces a buffer's contents with the current row; texts are not checked to be UTF-8.
  func copy(into row: inout RowBuffer) {
    row.removeAll()
    let count = unsafe sqlite3_data_count(raw)
    for column in 0..<count {
      switch unsafe sqlite3_column_type(raw, column) {
      case SQLITE_INTEGER: row.append(unsafe sqlite3_column_int64(raw, column))
      case SQLITE_FLOAT: row.append(unsafe sqlite3_column_double(raw, column))
      case SQLITE_TEXT: append(column, as: .text, to: &row)
      case SQLITE_BLOB: append(column, as: .blob, to: &row)
      default: row.appendNull()
      }
    }
  }

  private func append(_ column: Int32, as type: RowBuffer.ValueType, to row: inout RowBuffer) {
    // For text, this returns its bytes as stored, unchecked.
    let start = unsafe sqlite3_column_blob(raw, column)
    let length = Int(unsafe sqlite3_column_bytes(raw, column))
    unsafe row.append(
      UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : length), as: type)
  }

  /// A row may have many columns, each as large as one value may be.
  private func check(_ row: borrowing RowBuffer, adding length: Int) throws(StorageError) {
    guard row.bytes.count + length > RowBuffer.limit else { return }
    throw StorageError(
      code: .tooBig, message: "a row is larger than \(RowBuffer.limit / 1_000_000) MB", sql: sql)
  }

  private func check(_ code: Int32) throws(StorageError) {
    guard code == SQLITE_OK else { throw database.error(code, sql: sql) }
  }
}

import CSQLite
import Rows

/// Owns a connection's virtual table `bound`, through which statements read ``BoundRows``.
///
/// SQLite calls it back through function pointers; nothing else in the program calls it.
/// <https://www.sqlite.org/vtab.html>
@safe final class BoundTable {
  /// The rows of the running statement.
  fileprivate var loan = unsafe Loan()
  private let module: UnsafeMutablePointer<sqlite3_module>

  init() {
    unsafe module = .allocate(capacity: 1)
    var functions = sqlite3_module()
    // Without `xCreate`, the table exists under its own name alone and in no schema.
    unsafe functions.xConnect = connect
    unsafe functions.xDisconnect = disconnect
    unsafe functions.xBestIndex = choosePlan
    unsafe functions.xOpen = open
    unsafe functions.xClose = close
    unsafe functions.xFilter = begin
    unsafe functions.xNext = advance
    unsafe functions.xEof = isAtEnd
    unsafe functions.xColumn = answer
    unsafe functions.xRowid = number
    unsafe module.initialize(to: functions)
  }

  deinit { unsafe module.deallocate() }

  /// Registers the table on a connection, which must not outlive it.
  @unsafe func register(on database: OpaquePointer) -> Int32 {
    unsafe sqlite3_create_module_v2(
      database, "bound", module, Unmanaged.passUnretained(self).toOpaque(), nil)
  }

  /// Lends rows to the statements that run in `body`.
  func lend<T, Failure>(
    _ rows: borrowing BoundRows, _ body: () throws(Failure) -> T
  ) throws(Failure) -> T {
    let (width, count) = (rows.columns.count, rows.count)
    return try unsafe rows.columns.withUnsafeBufferPointer { columns throws(Failure) in
      try unsafe rows.cells.withUnsafeBufferPointer { cells throws(Failure) in
        try unsafe rows.bytes.withUnsafeBufferPointer { bytes throws(Failure) in
          unsafe loan = Loan(
            columns: columns.baseAddress, cells: cells.baseAddress, bytes: bytes.baseAddress,
            width: width, count: count)
          defer { unsafe loan = Loan() }
          return try body()
        }
      }
    }
  }
}

/// Where the rows are while they are lent.
@unsafe private struct Loan {
  var columns: UnsafePointer<BoundRows.Column>?
  var cells: UnsafePointer<Int64>?
  var bytes: UnsafePointer<UInt8>?
  var width = 0
  var count = 0
}

/// SQLite knows the first member of each of these structs and hands back a pointer to it.
@unsafe private struct TableRecord {
  var base = unsafe sqlite3_vtab()
  let table: Unmanaged<BoundTable>
}

@unsafe private struct Cursor {
  var base = unsafe sqlite3_vtab_cursor()
  var loan = unsafe Loan()
  var row = 0
}

private typealias TablePointer = UnsafeMutablePointer<sqlite3_vtab>
private typealias CursorPointer = UnsafeMutablePointer<sqlite3_vtab_cursor>

@safe private func connect(
  _ database: OpaquePointer?, _ context: UnsafeMutableRawPointer?, _ count: Int32,
  _ words: UnsafePointer<UnsafePointer<CChar>?>?, _ result: UnsafeMutablePointer<TablePointer?>?,
  _ message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> Int32 {
  guard let context = unsafe context, let result = unsafe result else { return SQLITE_MISUSE }
  let columns = (0..<BoundRows.columnLimit).map { "c\($0)" }.joined(separator: ", ")
  let code = unsafe sqlite3_declare_vtab(database, "CREATE TABLE bound (\(columns))")
  guard code == SQLITE_OK else { return code }
  let record = UnsafeMutablePointer<TableRecord>.allocate(capacity: 1)
  unsafe record.initialize(to: TableRecord(table: .fromOpaque(context)))
  unsafe result.pointee = UnsafeMutableRawPointer(record).assumingMemoryBound(
    to: sqlite3_vtab.self)
  return SQLITE_OK
}

@safe private func disconnect(_ table: TablePointer?) -> Int32 {
  unsafe UnsafeMutableRawPointer(table)?.deallocate()
  return SQLITE_OK
}

@safe private func choosePlan(
  _ table: TablePointer?, _ plan: UnsafeMutablePointer<sqlite3_index_info>?
) -> Int32 {
  unsafe plan?.pointee.estimatedCost = 1
  return SQLITE_OK
}

@safe private func open(
  _ table: TablePointer?, _ result: UnsafeMutablePointer<CursorPointer?>?
) -> Int32 {
  let cursor = UnsafeMutablePointer<Cursor>.allocate(capacity: 1)
  unsafe cursor.initialize(to: Cursor())
  unsafe result?.pointee = UnsafeMutableRawPointer(cursor).assumingMemoryBound(
    to: sqlite3_vtab_cursor.self)
  return SQLITE_OK
}

@safe private func close(_ cursor: CursorPointer?) -> Int32 {
  unsafe UnsafeMutableRawPointer(cursor)?.deallocate()
  return SQLITE_OK
}

@safe private func begin(
  _ cursor: CursorPointer?, _ plan: Int32, _ name: UnsafePointer<CChar>?, _ count: Int32,
  _ values: UnsafeMutablePointer<OpaquePointer?>?
) -> Int32 {
  guard let own = unsafe own(cursor), let table = unsafe own.pointee.base.pVtab else {
    return SQLITE_MISUSE
  }
  let record = unsafe UnsafeMutableRawPointer(table).assumingMemoryBound(to: TableRecord.self)
  unsafe own.pointee.loan = record.pointee.table._withUnsafeGuaranteedRef { unsafe $0.loan }
  unsafe own.pointee.row = 0
  return SQLITE_OK
}

@safe private func advance(_ cursor: CursorPointer?) -> Int32 {
  guard let own = unsafe own(cursor) else { return SQLITE_MISUSE }
  unsafe own.pointee.row += 1
  unsafe own.pointee.loan.cells = own.pointee.loan.cells.map { unsafe $0 + own.pointee.loan.width }
  return SQLITE_OK
}

@safe private func isAtEnd(_ cursor: CursorPointer?) -> Int32 {
  guard let own = unsafe own(cursor) else { return 1 }
  return unsafe own.pointee.row >= own.pointee.loan.count ? 1 : 0
}

@safe private func answer(
  _ cursor: CursorPointer?, _ context: OpaquePointer?, _ column: Int32
) -> Int32 {
  guard let own = unsafe own(cursor), let columns = unsafe own.pointee.loan.columns,
    let cells = unsafe own.pointee.loan.cells, unsafe column < own.pointee.loan.width
  else { return SQLITE_OK }
  let cell = unsafe cells[Int(column)]
  switch unsafe columns[Int(column)] {
  case .integer: unsafe sqlite3_result_int64(context, cell)
  case .optionalInteger: if cell != BoundRows.null { unsafe sqlite3_result_int64(context, cell) }
  case .text:
    guard cell != BoundRows.null else { break }
    let length = cell & (1 << BoundRows.lengthBits - 1)
    let start = unsafe own.pointee.loan.bytes.map {
      unsafe UnsafeRawPointer($0 + Int(cell >> BoundRows.lengthBits))
        .assumingMemoryBound(to: CChar.self)
    }
    // Not copied: the rows outlive the statement's run.
    unsafe sqlite3_result_text64(
      context, start, sqlite3_uint64(length), nil, UInt8(SQLITE_UTF8))
  }
  return SQLITE_OK
}

@safe private func number(
  _ cursor: CursorPointer?, _ result: UnsafeMutablePointer<sqlite3_int64>?
) -> Int32 {
  guard let own = unsafe own(cursor) else { return SQLITE_MISUSE }
  unsafe result?.pointee = Int64(own.pointee.row)
  return SQLITE_OK
}

@unsafe private func own(_ cursor: CursorPointer?) -> UnsafeMutablePointer<Cursor>? {
  unsafe UnsafeMutableRawPointer(cursor)?.assumingMemoryBound(to: Cursor.self)
}

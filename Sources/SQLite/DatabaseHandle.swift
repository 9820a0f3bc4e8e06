import CSQLite

/// Owns one `sqlite3 *`.
///
/// With ``StatementHandle`` and ``BoundTable``, the only code that calls SQLite.
@safe final class DatabaseHandle {
  private let raw: OpaquePointer
  let bound = BoundTable()

  init(path: String, mode: OpenMode, vfs: String?) throws(SQLiteError) {
    var opened: OpaquePointer?
    let access =
      switch mode {
      case .readOnly: SQLITE_OPEN_READONLY
      case .immutable: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
      case .readWrite: SQLITE_OPEN_READWRITE
      case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      }
    let flags = access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    let code = unsafe sqlite3_open_v2(path, &opened, flags, vfs)
    guard code == SQLITE_OK, let opened = unsafe opened else {
      let systemError = unsafe sqlite3_system_errno(opened)
      // SQLite hands out a handle even when opening fails; it still has to be closed.
      unsafe sqlite3_close_v2(opened)
      throw SQLiteError(
        code: .init(rawValue: code), message: unsafe String(cString: sqlite3_errstr(code)),
        systemError: systemError)
    }
    unsafe raw = opened
    let registered = unsafe bound.register(on: opened)
    guard registered == SQLITE_OK else { throw error(registered) }
  }

  // `close_v2` waits for statements that are still alive, so the order in which
  // the cache and the handle die does not matter.
  deinit { unsafe sqlite3_close_v2(raw) }

  static var version: String { unsafe String(cString: sqlite3_libversion()) }

  var isInTransaction: Bool { unsafe sqlite3_get_autocommit(raw) == 0 }

  /// Rows that the last statement changed.
  var changes: Int { Int(unsafe sqlite3_changes64(raw)) }

  func setBusyTimeout(milliseconds: Int32) { unsafe sqlite3_busy_timeout(raw, milliseconds) }

  /// Refuses what can damage a file from SQL: writing to shadow tables or the schema itself.
  func setDefensive() { unsafe csqlite_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1) }

  func error(_ code: Int32, sql: String? = nil) -> SQLiteError {
    let offset = unsafe sqlite3_error_offset(raw)
    let isOfSystem = [SQLITE_CANTOPEN, SQLITE_IOERR].contains(code & 0xff)
    return SQLiteError(
      code: .init(rawValue: code), message: unsafe String(cString: sqlite3_errmsg(raw)),
      sql: sql, offset: offset < 0 ? nil : Int(offset),
      systemError: isOfSystem ? unsafe sqlite3_system_errno(raw) : 0)
  }

  func execute(_ sql: String) throws(SQLiteError) {
    let code = unsafe sqlite3_exec(raw, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw error(code, sql: sql) }
  }

  /// Prepares the first statement of `sql`; `nil` where there is only white space or comment.
  ///
  /// `used` is how many bytes of `sql` the statement took.
  func prepare(_ sql: String, persistent: Bool) throws(SQLiteError) -> (StatementHandle?, used: Int)
  {
    var prepared: OpaquePointer?
    var used = 0
    let flags = persistent ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0
    var text = sql
    let code = text.withUTF8 { bytes in
      // The limit leaves room for a length that fits SQLite's `int`.
      guard bytes.count < Int32.max else { return SQLITE_TOOBIG }
      return unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        var tail: UnsafePointer<CChar>?
        let code = unsafe sqlite3_prepare_v3(
          raw, characters.baseAddress, Int32(characters.count), flags, &prepared, &tail)
        if let tail = unsafe tail, let start = characters.baseAddress {
          used = unsafe tail - start
        }
        return code
      }
    }
    guard code == SQLITE_OK else { throw error(code, sql: sql) }
    guard let prepared = unsafe prepared else { return (nil, used) }
    return (unsafe StatementHandle(raw: prepared, database: self, sql: sql), used)
  }

  /// Copies all pages into another database, in place of what it holds.
  ///
  /// https://www.sqlite.org/backup.html
  func copy(to target: DatabaseHandle) throws(SQLiteError) {
    guard let backup = unsafe sqlite3_backup_init(target.raw, "main", raw, "main") else {
      throw target.error(unsafe sqlite3_errcode(target.raw))
    }
    // All in one step: the state of the source at its beginning, whatever others record meanwhile.
    let step = unsafe sqlite3_backup_step(backup, -1)
    let end = unsafe sqlite3_backup_finish(backup)
    guard step == SQLITE_DONE, end == SQLITE_OK else {
      throw target.error(end == SQLITE_OK ? step : end)
    }
  }

  /// Moves the write-ahead log into the file, as far as readers allow, and empties it if it can.
  func checkpoint() throws(SQLiteError) {
    let code = unsafe sqlite3_wal_checkpoint_v2(
      raw, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
    guard code == SQLITE_OK else { throw error(code) }
  }
}

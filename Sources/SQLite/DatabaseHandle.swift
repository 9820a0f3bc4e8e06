import CSQLite
import Rows

/// Owns one `sqlite3 *`.
///
/// Together with ``StatementHandle`` and ``BoundTable``, the only code that calls SQLite.
@safe final class DatabaseHandle {
  private let raw: OpaquePointer
  let bound = BoundTable()
  private var gatekeeper: Gatekeeper?
  private var interruption: Interruption?

  init(path: String, mode: OpenMode, vfs: String?) throws(StorageError) {
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
      throw StorageError(
        code: .init(rawValue: code), message: unsafe String(cString: sqlite3_errstr(code)),
        systemError: systemError)
    }
    unsafe raw = opened
    let registered = unsafe bound.register(on: opened)
    guard registered == SQLITE_OK else { throw error(registered) }
  }

  // `close_v2` waits for statements that are still alive, so the cache and the handle may be
  // destroyed in any order.
  deinit { unsafe sqlite3_close_v2(raw) }

  static var version: String { unsafe String(cString: sqlite3_libversion()) }

  var isInTransaction: Bool { unsafe sqlite3_get_autocommit(raw) == 0 }

  /// How many rows the last statement changed.
  var changes: Int { Int(unsafe sqlite3_changes64(raw)) }

  /// How many rows were changed since the file was opened.
  var totalChanges: Int { Int(unsafe sqlite3_total_changes64(raw)) }

  func isReadOnly(_ schema: String) -> Bool { unsafe sqlite3_db_readonly(raw, schema) == 1 }

  func setBusyTimeout(milliseconds: Int32) { unsafe sqlite3_busy_timeout(raw, milliseconds) }

  /// Refuses SQL that can damage the file: writes to shadow tables or to the schema itself.
  func setDefensive() { unsafe csqlite_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1) }

  /// Leaves the log as it is when the last connection of the file is closed.
  func keepLogAtClose() { unsafe csqlite_db_config(raw, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1) }

  func setTriggers(on: Bool) {
    unsafe csqlite_db_config(raw, SQLITE_DBCONFIG_ENABLE_TRIGGER, on ? 1 : 0)
  }

  /// Whether the path of the file no longer leads to it.
  ///
  /// https://www.sqlite.org/c3ref/c_fcntl_begin_atomic_write.html
  var hasMoved: Bool {
    var hasMoved: Int32 = 0
    let code = unsafe sqlite3_file_control(raw, "main", SQLITE_FCNTL_HAS_MOVED, &hasMoved)
    return code == SQLITE_OK && hasMoved != 0
  }

  func error(_ code: Int32, sql: String? = nil) -> StorageError {
    let offset = unsafe sqlite3_error_offset(raw)
    let isOfSystem = [SQLITE_CANTOPEN, SQLITE_IOERR].contains(code & 0xff)
    return StorageError(
      code: .init(rawValue: code), message: unsafe String(cString: sqlite3_errmsg(raw)),
      sql: sql, offset: offset < 0 ? nil : Int(offset),
      systemError: isOfSystem ? unsafe sqlite3_system_errno(raw) : 0)
  }

  func execute(_ sql: String) throws(StorageError) {
    let code = unsafe sqlite3_exec(raw, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw error(code, sql: sql) }
  }

  /// Prepares the first statement of `sql`; `nil` if it has only white space or comments.
  ///
  /// `used`: how many bytes of `sql` the statement took.
  func prepare(_ sql: String, persistent: Bool) throws(StorageError) -> (
    StatementHandle?, used: Int
  ) {
    gatekeeper?.refused = nil
    var prepared: OpaquePointer?
    var used = 0
    let flags = persistent ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0
    var text = sql
    let code = text.withUTF8 { bytes in
      // The limit keeps the length within SQLite's `int`.
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

  /// Copies all pages over another database.
  ///
  /// https://www.sqlite.org/backup.html
  func copy(to target: DatabaseHandle) throws(StorageError) {
    guard let backup = unsafe sqlite3_backup_init(target.raw, "main", raw, "main") else {
      throw target.error(unsafe sqlite3_errcode(target.raw))
    }
    // All in one step: copies the state at its beginning, whatever others write meanwhile.
    let step = unsafe sqlite3_backup_step(backup, -1)
    let end = unsafe sqlite3_backup_finish(backup)
    guard step == SQLITE_DONE, end == SQLITE_OK else {
      throw target.error(end == SQLITE_OK ? step : end)
    }
  }

  /// Moves the log into the file as far as readers allow, and empties the log if it can.
  func checkpoint() throws(StorageError) {
    let code = unsafe sqlite3_wal_checkpoint_v2(
      raw, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
    guard code == SQLITE_OK else { throw error(code) }
  }

  /// Moves as much of the log into the file as it can without waiting.
  func mergeLog() -> SQLiteCode {
    .init(rawValue: unsafe sqlite3_wal_checkpoint_v2(raw, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil))
  }

  /// How many pages this connection has written.
  var pagesWritten: Int {
    var (pages, most): (Int32, Int32) = (0, 0)
    unsafe sqlite3_db_status(raw, SQLITE_DBSTATUS_CACHE_WRITE, &pages, &most, 0)
    return Int(pages)
  }

  /// Writes the pages that the transaction has changed so far, except those in use.
  func writeChanges() throws(StorageError) {
    let code = unsafe sqlite3_db_cacheflush(raw)
    guard code == SQLITE_OK || code == SQLITE_BUSY else { throw error(code) }
  }
}

// MARK: Untrusted statements

extension DatabaseHandle {
  /// Sets a restriction's switch on the connection, or drops the modules that it forbids.
  func apply(_ restriction: Restriction) {
    if restriction == .noModules {
      // Keep these the same as ``Permission/computedTables``.
      unsafe "json_each".withCString { each in
        unsafe "json_tree".withCString { tree in
          var kept = unsafe [each, tree, nil]
          _ = unsafe sqlite3_drop_modules(raw, &kept)
        }
      }
    }
    guard let (option, on) = Self.setting(of: restriction) else { return }
    unsafe csqlite_db_config(raw, option, on)
    // What is refused in statements is refused in the schema, too.
    if restriction == .noQuotedText { unsafe csqlite_db_config(raw, SQLITE_DBCONFIG_DQS_DDL, 0) }
  }

  /// Sets a restriction's switch the other way; only tests do this.
  func lift(_ restriction: Restriction) {
    guard let (option, on) = Self.setting(of: restriction) else { return }
    unsafe csqlite_db_config(raw, option, 1 - on)
  }

  /// Whether a restriction's switch is set; `nil` if it has none.
  func isApplied(_ restriction: Restriction) -> Bool? {
    guard let (option, on) = Self.setting(of: restriction) else { return nil }
    return unsafe csqlite_db_config_is_on(raw, option) == on
  }

  /// The switch and its setting; <https://www.sqlite.org/c3ref/c_dbconfig_defensive.html>.
  private static func setting(of restriction: Restriction) -> (option: Int32, on: Int32)? {
    switch restriction {
    case .defensive: (SQLITE_DBCONFIG_DEFENSIVE, 1)
    case .untrustedSchema: (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
    case .noTokenizers: (SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0)
    case .noExtensions: (SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0)
    case .noTriggers: (SQLITE_DBCONFIG_ENABLE_TRIGGER, 0)
    case .noQuotedText: (SQLITE_DBCONFIG_DQS_DML, 0)
    case .queryOnly, .temporaryInMemory, .noModules, .limits, .authorizer: nil
    }
  }

  func apply(_ limits: StatementLimits) {
    for (number, limit) in [
      (SQLITE_LIMIT_LENGTH, limits.length), (SQLITE_LIMIT_SQL_LENGTH, limits.statement),
      (SQLITE_LIMIT_COLUMN, limits.columns), (SQLITE_LIMIT_EXPR_DEPTH, limits.depth),
      (SQLITE_LIMIT_COMPOUND_SELECT, limits.compound), (SQLITE_LIMIT_VDBE_OP, limits.steps),
      (SQLITE_LIMIT_FUNCTION_ARG, limits.arguments), (SQLITE_LIMIT_ATTACHED, limits.attached),
      (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, limits.pattern),
      (SQLITE_LIMIT_VARIABLE_NUMBER, limits.parameters), (SQLITE_LIMIT_TRIGGER_DEPTH, 0),
      (SQLITE_LIMIT_WORKER_THREADS, 0),
    ] {
      unsafe sqlite3_limit(raw, number, limit)
    }
  }

  func authorize(_ permission: Permission) {
    let gatekeeper = Gatekeeper(permission)
    self.gatekeeper = gatekeeper
    unsafe sqlite3_set_authorizer(
      raw, decide, Unmanaged.passUnretained(gatekeeper).toOpaque())
  }

  /// What the authorizer refused last, in words.
  var refusal: String? {
    gatekeeper?.refused.map { action in
      switch action {
      case .select, .other: Connection.writingRefusal
      case .read(let table, _, _): "\(table) cannot be read here"
      case .call(let function): "the function \(function)() is not available here"
      case .pragma(let name, nil): "PRAGMA \(name) is not available here"
      case .pragma(let name, .some): "PRAGMA \(name) cannot be given a value here"
      }
    }
  }

  func interrupt(when isOver: @escaping @Sendable () -> Bool) {
    let interruption = Interruption(isOver)
    self.interruption = interruption
    unsafe sqlite3_progress_handler(
      raw, Interruption.steps,
      { context in
        guard let context = unsafe context else { return 1 }
        return unsafe Unmanaged<Interruption>.fromOpaque(context)
          ._withUnsafeGuaranteedRef { $0.isOver() } ? 1 : 0
      }, Unmanaged.passUnretained(interruption).toOpaque())
  }

  static var memoryInUse: Int64 { sqlite3_memory_used() }

  static func limitMemory(bytes: Int64) { sqlite3_hard_heap_limit64(bytes) }
}

/// Answers SQLite's questions about what a statement may do.
///
/// The handle keeps it alive for as long as SQLite may ask.
private final class Gatekeeper {
  let permission: Permission
  var refused: Permission.Action?

  init(_ permission: Permission) { self.permission = permission }
}

/// Tells when a statement has run for long enough.
private final class Interruption {
  /// Steps of SQLite's virtual machine between two checks; they take a few microseconds.
  static let steps: Int32 = 200

  let isOver: @Sendable () -> Bool

  init(_ isOver: @escaping @Sendable () -> Bool) { self.isOver = isOver }
}

/// Asks the gatekeeper; <https://www.sqlite.org/c3ref/c_alter_table.html> explains the arguments.
@safe private func decide(
  _ context: UnsafeMutableRawPointer?, _ code: Int32, _ first: UnsafePointer<CChar>?,
  _ second: UnsafePointer<CChar>?, _ schema: UnsafePointer<CChar>?,
  _ source: UnsafePointer<CChar>?
) -> Int32 {
  guard let context = unsafe context else { return SQLITE_DENY }
  func text(_ pointer: UnsafePointer<CChar>?) -> String? {
    unsafe pointer.map { unsafe String(cString: $0) }
  }
  let action: Permission.Action =
    switch code {
    case SQLITE_SELECT, SQLITE_RECURSIVE: .select
    case SQLITE_READ:
      unsafe .read(table: text(first) ?? "", column: text(second) ?? "", schema: text(schema))
    case SQLITE_FUNCTION: unsafe .call(function: text(second) ?? "")
    case SQLITE_PRAGMA: unsafe .pragma(name: text(first) ?? "", argument: text(second))
    default: .other
    }
  return unsafe Unmanaged<Gatekeeper>.fromOpaque(context)._withUnsafeGuaranteedRef { gatekeeper in
    if gatekeeper.permission.allows(action) { return SQLITE_OK }
    gatekeeper.refused = action
    return SQLITE_DENY
  }
}

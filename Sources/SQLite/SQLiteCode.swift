import CSQLite
public import Rows

/// An extended result code; https://www.sqlite.org/rescode.html lists them.
public struct SQLiteCode: RawRepresentable, Hashable, Sendable {
  /// The number that SQLite returned.
  public let rawValue: Int32

  /// Makes a code from SQLite's number.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  private init(_ primary: Int32, extended: Int32) { rawValue = primary | (extended << 8) }

  /// The code without its extension.
  public var primary: SQLiteCode { SQLiteCode(rawValue: rawValue & 0xff) }

  /// Something is wrong with the statement.
  public static var error: SQLiteCode { SQLiteCode(rawValue: SQLITE_ERROR) }
  /// Another connection has locked the file.
  public static var busy: SQLiteCode { SQLiteCode(rawValue: SQLITE_BUSY) }
  /// Another process is recovering the write-ahead log.
  public static var `protocol`: SQLiteCode { SQLiteCode(rawValue: SQLITE_PROTOCOL) }
  /// A constraint of any kind failed.
  public static var constraint: SQLiteCode { SQLiteCode(rawValue: SQLITE_CONSTRAINT) }
  /// A trigger called `RAISE`.
  public static var constraintTrigger: SQLiteCode { SQLiteCode(SQLITE_CONSTRAINT, extended: 7) }
  /// The primary key already exists.
  public static var constraintPrimaryKey: SQLiteCode { SQLiteCode(SQLITE_CONSTRAINT, extended: 6) }
  /// A value of the wrong type in a `STRICT` table.
  public static var constraintDataType: SQLiteCode { SQLiteCode(SQLITE_CONSTRAINT, extended: 12) }
  /// A value does not have the requested type.
  public static var mismatch: SQLiteCode { SQLiteCode(rawValue: SQLITE_MISMATCH) }
  /// The file is not a database.
  public static var notADatabase: SQLiteCode { SQLiteCode(rawValue: SQLITE_NOTADB) }
  /// The file is damaged.
  public static var corrupt: SQLiteCode { SQLiteCode(rawValue: SQLITE_CORRUPT) }
  /// The file or folder cannot be written.
  public static var readOnly: SQLiteCode { SQLiteCode(rawValue: SQLITE_READONLY) }
  /// The file cannot be opened.
  public static var cannotOpen: SQLiteCode { SQLiteCode(rawValue: SQLITE_CANTOPEN) }
  /// The disk is full.
  public static var full: SQLiteCode { SQLiteCode(rawValue: SQLITE_FULL) }
  /// The operating system could not read or write.
  public static var inputOutput: SQLiteCode { SQLiteCode(rawValue: SQLITE_IOERR) }
  /// A file could not be synced to the disk; whether its bytes are there is unknown.
  public static var synchronize: SQLiteCode { SQLiteCode(SQLITE_IOERR, extended: 4) }
  /// There was no room for the memory that the log's readers share.
  public static var sharedMemorySize: SQLiteCode { SQLiteCode(SQLITE_IOERR, extended: 19) }
  /// The statement was interrupted, or its time ran out.
  public static var interrupt: SQLiteCode { SQLiteCode(rawValue: SQLITE_INTERRUPT) }
  /// The authorizer refused a statement.
  public static var authorization: SQLiteCode { SQLiteCode(rawValue: SQLITE_AUTH) }
  /// A text, a blob or a row exceeds its limit.
  public static var tooBig: SQLiteCode { SQLiteCode(rawValue: SQLITE_TOOBIG) }
  /// Memory ran out, or reached the limit that was set.
  public static var outOfMemory: SQLiteCode { SQLiteCode(rawValue: SQLITE_NOMEM) }
  /// The caller used SQLite wrongly.
  public static var misuse: SQLiteCode { SQLiteCode(rawValue: SQLITE_MISUSE) }
}

extension StorageError {
  /// SQLite's extended result code.
  public var code: SQLiteCode { SQLiteCode(rawValue: engineCode) }

  /// Makes an error with a code of SQLite.
  public init(
    code: SQLiteCode, message: String, sql: String? = nil, offset: Int? = nil,
    systemError: Int32 = 0
  ) {
    self.init(
      code.condition, message, engineCode: code.rawValue, sql: sql, offset: offset,
      systemError: systemError)
  }
}

extension SQLiteCode {
  fileprivate var condition: StorageError.Condition {
    if self == .synchronize { return .unsynced }
    if self == .sharedMemorySize { return .full }
    if self == .constraintDataType { return .overflow }
    switch primary {
    case .constraint: return .conflict
    case .busy, .protocol: return .busy
    case .full: return .full
    case .readOnly: return .readOnly
    case .cannotOpen: return .cannotOpen
    case .notADatabase: return .foreign
    case .corrupt: return .damaged
    case .mismatch: return .mismatch
    case .interrupt: return .interrupted
    case .outOfMemory: return .outOfMemory
    case .tooBig: return .tooLarge
    default: return .other
    }
  }
}

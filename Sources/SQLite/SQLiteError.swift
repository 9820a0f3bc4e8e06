import CSQLite

/// An error that SQLite reported.
///
/// It never carries bound values.
public struct SQLiteError: Error, Equatable, Sendable {
  /// The extended result code.
  public var code: Code
  /// SQLite's own message.
  public var message: String
  /// The statement that failed, if any.
  public var sql: String?
  /// The position of the error in `sql`, in bytes of UTF-8, if SQLite knows it.
  public var offset: Int?

  /// The operating system's `errno` if a file could not be opened, read or written, else 0.
  public var systemError: Int32

  /// Makes an error.
  public init(
    code: Code, message: String, sql: String? = nil, offset: Int? = nil, systemError: Int32 = 0
  ) {
    self.code = code
    self.message = message
    self.sql = sql
    self.offset = offset
    self.systemError = systemError
  }
}

extension SQLiteError {
  /// An extended result code; https://www.sqlite.org/rescode.html lists them.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// The number that SQLite returned.
    public let rawValue: Int32

    /// Makes a code from SQLite's number.
    public init(rawValue: Int32) { self.rawValue = rawValue }

    private init(_ primary: Int32, extended: Int32) { rawValue = primary | (extended << 8) }

    /// The code without its extension.
    public var primary: Code { Code(rawValue: rawValue & 0xff) }

    /// Something is wrong with the statement.
    public static var error: Code { Code(rawValue: SQLITE_ERROR) }
    /// Another connection has locked the file.
    public static var busy: Code { Code(rawValue: SQLITE_BUSY) }
    /// Another process is recovering the write-ahead log.
    public static var `protocol`: Code { Code(rawValue: SQLITE_PROTOCOL) }
    /// A constraint of any kind failed.
    public static var constraint: Code { Code(rawValue: SQLITE_CONSTRAINT) }
    /// A trigger called `RAISE`.
    public static var constraintTrigger: Code { Code(SQLITE_CONSTRAINT, extended: 7) }
    /// The primary key already exists.
    public static var constraintPrimaryKey: Code { Code(SQLITE_CONSTRAINT, extended: 6) }
    /// A value of the wrong type in a `STRICT` table.
    public static var constraintDataType: Code { Code(SQLITE_CONSTRAINT, extended: 12) }
    /// A value does not have the requested type.
    public static var mismatch: Code { Code(rawValue: SQLITE_MISMATCH) }
    /// The file is not a database.
    public static var notADatabase: Code { Code(rawValue: SQLITE_NOTADB) }
    /// The file is damaged.
    public static var corrupt: Code { Code(rawValue: SQLITE_CORRUPT) }
    /// The file or folder cannot be written.
    public static var readOnly: Code { Code(rawValue: SQLITE_READONLY) }
    /// The file cannot be opened.
    public static var cannotOpen: Code { Code(rawValue: SQLITE_CANTOPEN) }
    /// The disk is full.
    public static var full: Code { Code(rawValue: SQLITE_FULL) }
    /// The operating system could not read or write.
    public static var inputOutput: Code { Code(rawValue: SQLITE_IOERR) }
    /// A file could not be synced to the disk; whether its bytes are there is unknown.
    public static var synchronize: Code { Code(SQLITE_IOERR, extended: 4) }
    /// There was no room for the memory that the log's readers share.
    public static var sharedMemorySize: Code { Code(SQLITE_IOERR, extended: 19) }
    /// The statement was interrupted, or its time ran out.
    public static var interrupt: Code { Code(rawValue: SQLITE_INTERRUPT) }
    /// The authorizer refused a statement.
    public static var authorization: Code { Code(rawValue: SQLITE_AUTH) }
    /// A text, a blob or a row exceeds its limit.
    public static var tooBig: Code { Code(rawValue: SQLITE_TOOBIG) }
    /// Memory ran out, or reached the limit that was set.
    public static var outOfMemory: Code { Code(rawValue: SQLITE_NOMEM) }
    /// The caller used SQLite wrongly.
    public static var misuse: Code { Code(rawValue: SQLITE_MISUSE) }
  }
}

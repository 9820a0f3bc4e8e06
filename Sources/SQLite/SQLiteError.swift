import CSQLite

/// An error that SQLite reported.
///
/// It never carries the values that were bound.
public struct SQLiteError: Error, Equatable, Sendable {
  /// The extended result code.
  public var code: Code
  /// SQLite's own words.
  public var message: String
  /// The statement that failed, where one did.
  public var sql: String?
  /// Where in `sql` the error is, in bytes of UTF-8, where SQLite knows.
  public var offset: Int?

  /// The operating system's `errno`, where a file could not be opened, read or written; else 0.
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

    /// Makes a code of SQLite's number.
    public init(rawValue: Int32) { self.rawValue = rawValue }

    private init(_ primary: Int32, extended: Int32) { rawValue = primary | (extended << 8) }

    /// The code without its extension.
    public var primary: Code { Code(rawValue: rawValue & 0xff) }

    /// Something is wrong with the statement.
    public static var error: Code { Code(rawValue: SQLITE_ERROR) }
    /// Another connection holds the file.
    public static var busy: Code { Code(rawValue: SQLITE_BUSY) }
    /// Another process is recovering the write-ahead log.
    public static var `protocol`: Code { Code(rawValue: SQLITE_PROTOCOL) }
    /// Any constraint.
    public static var constraint: Code { Code(rawValue: SQLITE_CONSTRAINT) }
    /// A `RAISE` of a trigger.
    public static var constraintTrigger: Code { Code(SQLITE_CONSTRAINT, extended: 7) }
    /// A key that is there already.
    public static var constraintPrimaryKey: Code { Code(SQLITE_CONSTRAINT, extended: 6) }
    /// A value of the wrong type in a `STRICT` table.
    public static var constraintDataType: Code { Code(SQLITE_CONSTRAINT, extended: 12) }
    /// A value is not of the type that was asked for.
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
    /// A file's bytes could not be brought to the disk: whether they are there is not known.
    public static var synchronize: Code { Code(SQLITE_IOERR, extended: 4) }
    /// There was no room for the memory that the readers of the log share.
    public static var sharedMemorySize: Code { Code(SQLITE_IOERR, extended: 19) }
    /// The connection, or the time it was given, was interrupted.
    public static var interrupt: Code { Code(rawValue: SQLITE_INTERRUPT) }
    /// The authorizer refused a statement.
    public static var authorization: Code { Code(rawValue: SQLITE_AUTH) }
    /// A text, a blob or a row is larger than it may be.
    public static var tooBig: Code { Code(rawValue: SQLITE_TOOBIG) }
    /// There is no more memory, or no more is allowed.
    public static var outOfMemory: Code { Code(rawValue: SQLITE_NOMEM) }
    /// The caller used SQLite wrongly.
    public static var misuse: Code { Code(rawValue: SQLITE_MISUSE) }
  }
}

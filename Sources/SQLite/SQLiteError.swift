import CSQLite

/// An error that SQLite reported.
///
/// It never carries bound values.
package struct SQLiteError: Error, Equatable, Sendable {
  /// The extended result code.
  package var code: Code
  /// SQLite's own message.
  package var message: String
  /// The statement that failed, if any.
  package var sql: String?
  /// The position of the error in `sql`, in bytes of UTF-8, if SQLite knows it.
  package var offset: Int?

  /// The operating system's `errno` if a file could not be opened, read or written, else 0.
  package var systemError: Int32

  /// Makes an error.
  package init(
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
  package struct Code: RawRepresentable, Hashable, Sendable {
    /// The number that SQLite returned.
    package let rawValue: Int32

    /// Makes a code from SQLite's number.
    package init(rawValue: Int32) { self.rawValue = rawValue }

    private init(_ primary: Int32, extended: Int32) { rawValue = primary | (extended << 8) }

    /// The code without its extension.
    package var primary: Code { Code(rawValue: rawValue & 0xff) }

    /// Something is wrong with the statement.
    package static var error: Code { Code(rawValue: SQLITE_ERROR) }
    /// Another connection has locked the file.
    package static var busy: Code { Code(rawValue: SQLITE_BUSY) }
    /// Another process is recovering the write-ahead log.
    package static var `protocol`: Code { Code(rawValue: SQLITE_PROTOCOL) }
    /// A constraint of any kind failed.
    package static var constraint: Code { Code(rawValue: SQLITE_CONSTRAINT) }
    /// A trigger called `RAISE`.
    package static var constraintTrigger: Code { Code(SQLITE_CONSTRAINT, extended: 7) }
    /// The primary key already exists.
    package static var constraintPrimaryKey: Code { Code(SQLITE_CONSTRAINT, extended: 6) }
    /// A value of the wrong type in a `STRICT` table.
    package static var constraintDataType: Code { Code(SQLITE_CONSTRAINT, extended: 12) }
    /// A value does not have the requested type.
    package static var mismatch: Code { Code(rawValue: SQLITE_MISMATCH) }
    /// The file is not a database.
    package static var notADatabase: Code { Code(rawValue: SQLITE_NOTADB) }
    /// The file is damaged.
    package static var corrupt: Code { Code(rawValue: SQLITE_CORRUPT) }
    /// The file or folder cannot be written.
    package static var readOnly: Code { Code(rawValue: SQLITE_READONLY) }
    /// The file cannot be opened.
    package static var cannotOpen: Code { Code(rawValue: SQLITE_CANTOPEN) }
    /// The disk is full.
    package static var full: Code { Code(rawValue: SQLITE_FULL) }
    /// The operating system could not read or write.
    package static var inputOutput: Code { Code(rawValue: SQLITE_IOERR) }
    /// A file could not be synced to the disk; whether its bytes are there is unknown.
    package static var synchronize: Code { Code(SQLITE_IOERR, extended: 4) }
    /// There was no room for the memory that the log's readers share.
    package static var sharedMemorySize: Code { Code(SQLITE_IOERR, extended: 19) }
    /// The statement was interrupted, or its time ran out.
    package static var interrupt: Code { Code(rawValue: SQLITE_INTERRUPT) }
    /// The authorizer refused a statement.
    package static var authorization: Code { Code(rawValue: SQLITE_AUTH) }
    /// A text, a blob or a row exceeds its limit.
    package static var tooBig: Code { Code(rawValue: SQLITE_TOOBIG) }
    /// Memory ran out, or reached the limit that was set.
    package static var outOfMemory: Code { Code(rawValue: SQLITE_NOMEM) }
    /// The caller used SQLite wrongly.
    package static var misuse: Code { Code(rawValue: SQLITE_MISUSE) }
  }
}

/// An error of what keeps the rows, whatever engine that is.
///
/// It never carries bound values.
public struct StorageError: Error, Equatable, Sendable {
  /// What an error means to a program, whatever the engine calls it.
  public enum Condition: Sendable {
    /// A rule of the schema refused a row: a key, a check or a trigger.
    case conflict
    /// Somebody else has locked what this needs.
    case busy
    /// There is no room left.
    case full
    /// The book cannot be written.
    case readOnly
    /// The book cannot be opened.
    case cannotOpen
    /// What is there is not a database.
    case foreign
    /// The rows are not what the program would have written, or cannot be read.
    case damaged
    /// A number exceeds what its column holds.
    case overflow
    /// A value does not have the requested type.
    case mismatch
    /// It is unknown whether what was written is on the disk.
    case unsynced
    /// The statement was interrupted.
    case interrupted
    /// Memory ran out, or reached its limit.
    case outOfMemory
    /// A value or a row exceeds its limit.
    case tooLarge
    /// Anything else.
    case other
  }

  /// What it means.
  public var condition: Condition
  /// The engine's own number for it; 0 if the engine did not report it.
  public var engineCode: Int32
  /// The message, in the engine's words if the engine reported it.
  public var message: String
  /// The statement that failed, if any.
  public var sql: String?
  /// The position of the error in `sql`, in bytes of UTF-8, if the engine knows it.
  public var offset: Int?
  /// The operating system's `errno` if a file could not be opened, read or written, else 0.
  public var systemError: Int32

  /// Makes an error.
  public init(
    _ condition: Condition, _ message: String, engineCode: Int32 = 0, sql: String? = nil,
    offset: Int? = nil, systemError: Int32 = 0
  ) {
    self.condition = condition
    self.engineCode = engineCode
    self.message = message
    self.sql = sql
    self.offset = offset
    self.systemError = systemError
  }
}

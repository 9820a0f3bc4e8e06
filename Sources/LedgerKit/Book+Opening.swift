public import LedgerCore
import SQLiteStorage

extension Book {
  /// What will be done with a book.
  public enum Access: Sendable {
    /// Read, and leave the file as it is.
    case reading
    /// Record as well; a book of an older version is brought up to date first.
    case recording
  }

  /// How long to wait for another process that records, in seconds.
  public static let defaultWait = SQLiteLedger.defaultWait

  /// What the library keeps books with, and its version: `SQLite 3.40.1`.
  public static let engine = "SQLite \(SQLiteLedger.sqliteVersion)"

  /// Opens a book.
  ///
  /// - Throws: ``LedgerError`` that says what there is instead of a book; to read,
  ///   ``LedgerError/olderBook(path:version:supported:)``: ``upgrade(_:waitingSeconds:)`` brings it
  ///   up to date.
  public static func open(
    _ place: String, for access: Access = .reading, waitingSeconds: Double = defaultWait,
    zones: Zones = .system, clock: Clock = .system
  ) throws(LedgerError) -> Book {
    Book(
      file: place,
      ledger: try SQLiteLedger.open(
        place, for: access == .reading ? .reading : .recording, waitingSeconds: waitingSeconds),
      zones: zones, clock: clock)
  }

  /// Makes an empty book in a file that does not exist, and opens it to record.
  ///
  /// - Throws: ``LedgerError/bookExists(path:)``, or a failure of the file system.
  public static func make(
    at place: String, waitingSeconds: Double = defaultWait, zones: Zones = .system,
    clock: Clock = .system
  ) throws(LedgerError) -> Book {
    Book(
      file: place, ledger: try SQLiteLedger.make(at: place, waitingSeconds: waitingSeconds),
      zones: zones, clock: clock)
  }

  /// Makes an empty book in memory, which is gone when it is released.
  ///
  /// - Throws: ``LedgerError/storage(_:)``
  public static func inMemory(
    zones: Zones = .system, clock: Clock = .system
  ) throws(LedgerError) -> Book {
    Book(place: ":memory:", ledger: try SQLiteLedger.inMemory(), zones: zones, clock: clock)
  }

  /// Brings a book of an older version up to date, for good.
  ///
  /// - Throws: ``LedgerError/olderBook(path:version:supported:)`` where the file cannot be written,
  ///   or ``LedgerError`` that says what there is instead of a book.
  public static func upgrade(
    _ place: String, waitingSeconds: Double = defaultWait
  ) throws(LedgerError) {
    try SQLiteLedger.upgrade(place, waitingSeconds: waitingSeconds)
  }

  /// Copies a backup, or any book, to a path where there is no file.
  ///
  /// It is checked before and after. A backup of an older program is restored as it is.
  ///
  /// - Throws: ``LedgerError/fileExists(path:)``, ``LedgerError/damaged(path:detail:)``, or an
  ///   error that says what there is instead of a book.
  public static func restore(
    _ backup: String, to place: String, waitingSeconds: Double = defaultWait
  ) throws(LedgerError) -> BookCopy {
    try SQLiteLedger.restore(backup, to: place, waitingSeconds: waitingSeconds)
  }

  /// Copies the book to a file that does not exist yet, while others record.
  ///
  /// - Throws: ``LedgerError/fileExists(path:)``, ``LedgerError/damaged(path:detail:)``, or a
  ///   failure of the file system.
  public func backUp(to path: String) throws(LedgerError) -> BookCopy {
    try backups().backUp(to: path)
  }

  /// Makes a backup in a folder, named by the time, and keeps the newest `count` backups of this
  /// book there, 1 or more.
  ///
  /// - Throws: as ``backUp(to:)``, or ``LedgerError/invalid(field:value:reason:)``; then nothing is
  ///   removed.
  public func backUp(
    inFolder folder: String, keeping count: Int
  ) throws(LedgerError) -> BackupRotation {
    guard !folder.isEmpty else {
      throw .invalid(field: "folder", value: folder, reason: "is not the name of a folder")
    }
    guard count >= 1 else {
      throw .invalid(field: "number of backups", value: "\(count)", reason: "is less than 1")
    }
    return try backups().backUp(inFolder: folder, keeping: count, at: clock.now())
  }

  private func backups() throws(LedgerError) -> any MakesBackups {
    try capability("makes no backups of itself") { $0 as? any MakesBackups }
  }
}

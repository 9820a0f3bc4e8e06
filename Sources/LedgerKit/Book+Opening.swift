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
  /// A book of an older version is read as it is; recording brings it up to date. Neither is done
  /// where rows would have to be written for that.
  ///
  /// - Throws: ``LedgerError`` that says what there is instead of a book, or
  ///   ``LedgerError/olderBook(path:version:supported:)``:
  ///   ``upgrade(_:keepsCopy:waitingSeconds:)`` brings it up to date, and
  ///   ``openCopy(ofOlder:waitingSeconds:zones:clock:)`` reads it as it is.
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
  /// `keepsCopy`: whether the book as it was is kept in a file beside it.
  ///
  /// - Throws: ``LedgerError`` that says what there is instead of a book, or why it cannot be
  ///   written.
  public static func upgrade(
    _ place: String, keepsCopy: Bool = true, waitingSeconds: Double = defaultWait
  ) throws(LedgerError) -> Upgrade {
    try SQLiteLedger.upgrade(place, keepsCopy: keepsCopy, waitingSeconds: waitingSeconds)
  }

  /// Opens a book of an older version to read it, by way of a temporary copy that is brought up to
  /// date; the book stays as it is.
  ///
  /// - Throws: ``LedgerError``
  public static func openCopy(
    ofOlder place: String, waitingSeconds: Double = defaultWait, zones: Zones = .system,
    clock: Clock = .system
  ) throws(LedgerError) -> Book {
    Book(
      file: place,
      ledger: try SQLiteLedger.openCopy(ofOlder: place, waitingSeconds: waitingSeconds),
      zones: zones, clock: clock)
  }

  /// Gives a book another name, while nobody has it open; returns the new one.
  ///
  /// `new`: a path where there is no file, or a folder.
  ///
  /// - Throws: ``LedgerError/busy(path:)``, ``LedgerError/fileExists(path:)``, or ``LedgerError``
  ///   that says what there is instead of a book.
  public static func move(
    _ place: String, to new: String, waitingSeconds: Double = defaultWait
  ) throws(LedgerError) -> String {
    try SQLiteLedger.move(place, to: new, waitingSeconds: waitingSeconds)
  }

  /// What was acknowledged and is not in the book, which only a book that is read may lack.
  public var loss: LedgerError? { (ledger as? SQLiteLedger)?.loss }

  /// Why it is not known whether the book has all that was acknowledged, in a sentence; `nil` where
  /// it is.
  public var doubt: String? {
    guard (ledger as? SQLiteLedger)?.isMarkDamaged == true else { return nil }
    return "the receipt in \(quoted(place + "-lock")) cannot be read, so it is not known whether "
      + "the book has all that was acknowledged"
  }

  /// The version that the book had when it was opened, if that is an older one.
  public var olderVersion: Int? { (ledger as? SQLiteLedger)?.olderVersion }

  /// Why the promises of a book do not hold in full where it is, in a sentence; `nil` where they
  /// do.
  public var caution: String? {
    switch (ledger as? SQLiteLedger)?.caution {
    case .network(let type):
      "\(quoted(place)) is on a network file system (\(type)), where locks and syncing are not "
        + "promised: record from one machine only, and keep backups elsewhere"
    case .synchronised(let program):
      "\(quoted(place)) is in a folder that \(program) synchronises, which may copy or replace the "
        + "file without its log: keep the book elsewhere, and backups here"
    case nil: nil
    }
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

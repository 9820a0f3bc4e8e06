package import BookStorage
package import LedgerCore
package import Rows
import SQLite

/// A ledger with its book in one SQLite file, or in memory.
package final class SQLiteLedger: StoredLedger {
  /// What a command will do with a book.
  package enum Access: Sendable {
    /// Read, and leave the file as it is.
    case reading
    /// Record as well.
    case recording
  }

  let path: String
  /// The rows of the book.
  let rows: SQLiteSession
  var connection: Connection { rows.connection }
  let lock: LockFile?
  /// Keeps others from writing to a file that is read as if it could not change.
  private let still: Standstill?
  private let waitingSeconds: Double
  /// Whether the file may be opened a second time, for reading.
  let isShared: Bool
  var needsCheckpoint = false
  /// Whether the open transaction only reads: what is recorded in it would be lost.
  private var isReading = false
  /// Whether it was opened to record.
  private let canRecord: Bool
  /// The restrictions on untrusted statements; only tests leave something out.
  var restrictions = Set(Restriction.allCases)
  /// How its file is opened a second time, for a query; `nil` in memory.
  let file: (mode: OpenMode, vfs: String?)?

  package var session: any BookSession { rows }

  package static var shippedQueries: [SavedQuery] { ShippedQueries.all }

  /// The version of the SQLite library that the program runs on.
  package static var sqliteVersion: String { Connection.sqliteVersion }

  /// How long a command waits for another process that records, in seconds.
  package static let defaultWait = 10.0

  /// What stands for the path of a book in memory.
  static let memory = ":memory:"

  /// Whether nobody can write to the file while it is open.
  var isStill: Bool { still != nil }

  init(
    path: String, connection: Connection, lock: LockFile?, still: Standstill? = nil,
    waitingSeconds: Double, isShared: Bool = false, vfs: String? = nil,
    canRecord: Bool = true, salts: Salts = .random
  ) {
    self.canRecord = canRecord
    file = path == Self.memory ? nil : (still == nil ? .readOnly : .immutable, vfs)
    self.isShared = isShared
    self.path = path
    rows = SQLiteSession(connection, salts: salts)
    self.lock = lock
    self.still = still
    self.waitingSeconds = waitingSeconds
  }

  /// Moves what was recorded from the log into the file.
  ///
  /// Recorded facts are safe without it. If another process holds the book or waits for it, that
  /// one does this.
  ///
  /// - Throws: ``LedgerError/notMerged(path:detail:)``
  package func close() throws(LedgerError) {
    // Within a transaction, the lock is held for it.
    guard needsCheckpoint, !connection.isInTransaction else { return }
    do { try lock?.acquire(waitingSeconds: 0) } catch { return }
    defer { lock?.release() }
    do { needsCheckpoint = try !checkpoint() } catch {
      throw .notMerged(path: path, detail: error.message)
    }
  }

  /// Whether what was recorded is in the file, and no longer in the log beside it.
  package var isMerged: Bool { !needsCheckpoint }

  /// Records something in one transaction, under the lock.
  ///
  /// SQLite looks up each foreign key of each row and applies each CHECK to it, unless `body`
  /// itself checks everything that it records.
  package func write<T>(
    checking checks: RowChecks, _ body: () throws(StorageError) -> T
  ) throws(LedgerError) -> T {
    guard !isReading else { throw .wrongState("facts cannot be recorded within a reading") }
    // Within `together`, the lock is held and the transaction is open.
    if connection.isInTransaction {
      return try mapped { () throws(StorageError) in
        try connection.savepoint(body)
      }
    }
    return try locked { () throws(StorageError) in
      needsCheckpoint = lock != nil
      try connection.check(checks)
      return try connection.transaction(body)
    }
  }

  /// Keeps everything that `body` records, or nothing of it if `isKept` returns false.
  ///
  /// Others wait until it ends. An error keeps nothing.
  ///
  /// - Throws: what `body` throws, or ``LedgerError``.
  package func together<T>(_ body: () throws -> T, isKept: (T) -> Bool) throws -> T {
    guard !connection.isInTransaction else {
      throw LedgerError.wrongState(
        "what is recorded together cannot begin within another transaction")
    }
    try acquire()
    defer { lock?.release() }
    try mapped { () throws(StorageError) in
      try connection.check([.foreignKeys, .constraints])
      try connection.begin("BEGIN IMMEDIATE")
    }
    do {
      let result = try body()
      let isKept = isKept(result)
      if isKept { try mapped(connection.commit) } else { connection.rollBack() }
      needsCheckpoint = lock != nil
      return result
    } catch {
      connection.rollBack()
      throw error
    }
  }

  /// Reads several things from one state of the book, without what is recorded meanwhile.
  ///
  /// - Throws: what `body` throws, or ``LedgerError``.
  package func reading<T>(_ body: () throws -> T) throws -> T {
    if connection.isInTransaction { return try body() }
    try mapped { () throws(StorageError) in try connection.begin("BEGIN") }
    isReading = true
    defer {
      isReading = false
      connection.rollBack()
    }
    return try body()
  }

  /// Reads something from one state of the book.
  package func read<T>(_ body: () throws(StorageError) -> T) throws(LedgerError) -> T {
    try mapped { () throws(StorageError) in try connection.snapshot(body) }
  }

  package func storageChecks() -> any StorageChecks {
    let other = isShared ? try? Connection(path: path, mode: .readOnly) : nil
    return SQLiteChecks(connection: connection, beside: other)
  }

  private func locked<T>(_ body: () throws(StorageError) -> T) throws(LedgerError) -> T {
    try acquire()
    defer { lock?.release() }
    return try mapped(body)
  }

  func acquire() throws(LedgerError) {
    guard canRecord else {
      throw .wrongState("\(quoted(path)) was opened to read: open it to record")
    }
    do { try lock?.acquire(waitingSeconds: waitingSeconds) } catch {
      throw LedgerError(error, path: path)
    }
  }

  package func mapped<T>(_ body: () throws(StorageError) -> T) throws(LedgerError) -> T {
    do { return try body() } catch { throw LedgerError(error, path: path) }
  }

  /// Merges the log; returns false if a reader still needs it: it stays, and nothing is lost.
  private func checkpoint() throws(StorageError) -> Bool {
    do { try connection.checkpoint() } catch {
      if error.code.primary != .busy { throw error }
      return false
    }
    return true
  }
}

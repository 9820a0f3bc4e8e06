package import BookStorage
package import LedgerCore
package import Rows
import SQLite

/// A ledger with its book in one SQLite file, or in memory.
package final class SQLiteLedger: StoredLedger, KeepsZones {
  /// What a command will do with a book.
  package enum Access: Sendable {
    /// Read, and leave the file as it is.
    case reading
    /// Record as well.
    case recording
  }

  let path: String
  /// The file that is at the path; `nil` in memory.
  let file: BookFile?
  /// The rows of the book.
  let rows: SQLiteSession
  var connection: Connection { rows.connection }
  let lock: LockFile?
  /// Keeps others from writing to a file that is read as if it could not change.
  private let still: Standstill?
  let waitingSeconds: Double
  /// Whether the file may be opened a second time, for reading.
  let isShared: Bool
  var needsCheckpoint = false
  /// The older book that this is a temporary copy of.
  var copied: String?
  /// What has to stay while the ledger is open.
  var keeper: AnyObject?
  /// Whether the open transaction only reads: what is recorded in it would be lost.
  private var isReading = false
  /// Whether it was opened to record.
  private let canRecord: Bool
  /// The restrictions on untrusted statements; only tests leave something out.
  var restrictions = Set(Restriction.allCases)
  /// How its file is opened a second time, for a query; `nil` in memory.
  let reopening: (mode: OpenMode, vfs: String?)?
  /// What was acknowledged, and is not in the book; only a book that is read may lack it.
  package internal(set) var loss: LedgerError?
  /// Whether what was acknowledged last cannot be read from the lock file.
  package let isMarkDamaged: Bool
  /// What was acknowledged last, as far as this ledger knows that the book has it.
  private var acknowledged: Receipt?
  /// The version that the book had when it was opened, if that is an older one.
  package let olderVersion: Int?

  package var session: any BookSession { rows }

  package static var shippedQueries: [SavedQuery] { ShippedQueries.all }

  /// The version of the SQLite library that the program runs on.
  package static var sqliteVersion: String { Connection.sqliteVersion }

  /// The version of the books that this program makes.
  package static var schemaVersion: Int { Migration.all.count }

  /// How long a command waits for another process that records, in seconds.
  package static let defaultWait = 10.0

  /// What stands for the path of a book in memory.
  static let memory = ":memory:"

  /// Why the promises do not hold in full where the book is; `nil` where they do, as far as known.
  package var caution: PlaceCaution? {
    file.flatMap { PlaceCaution.of($0.path, mount: FileSystem.mount(of: $0.path)) }
  }

  /// Whether nobody can write to the file while it is open.
  var isStill: Bool { still != nil }

  init(
    path: String, file: BookFile?, connection: Connection, lock: LockFile?,
    still: Standstill? = nil, waitingSeconds: Double, isShared: Bool = false, vfs: String? = nil,
    canRecord: Bool = true, olderVersion: Int? = nil, loss: LedgerError? = nil,
    mark: Mark.Found = .nothing, salts: Salts = .random
  ) {
    isMarkDamaged = mark == .damaged
    acknowledged = mark.mark?.receipt
    self.canRecord = canRecord
    self.olderVersion = olderVersion
    reopening = path == Self.memory ? nil : (still == nil ? .readOnly : .immutable, vfs)
    self.isShared = isShared
    self.path = path
    // A virtual file system has files of its own.
    self.file = vfs == nil ? file : nil
    self.loss = loss
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
    guard isLogOurs else { return }
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
    try acquire()
    defer { lock?.release() }
    let (result, receipt) = try mapped { () throws(StorageError) in
      needsCheckpoint = lock != nil
      try connection.check(checks)
      return try connection.transaction { () throws(StorageError) in
        (try body(), try rows.lastReceipt())
      }
    }
    try acknowledge(receipt)
    return result
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
      needsCheckpoint = lock != nil
      guard isKept(result) else {
        connection.rollBack()
        return result
      }
      let receipt = try mapped(rows.lastReceipt)
      try mapped(connection.commit)
      try acknowledge(receipt)
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
    var other = isShared ? try? Connection(path: path, mode: .readOnly) : nil
    if other?.hasMoved == true || (try? file?.confirm(isRecorded: nil)) == nil { other = nil }
    return SQLiteChecks(
      connection: connection, beside: other, loss: loss, isMarkDamaged: isMarkDamaged)
  }

  /// Takes the lock, and sets how long SQLite waits for programs that do not take it.
  func acquire() throws(LedgerError) {
    guard canRecord else {
      throw .wrongState("\(quoted(path)) was opened to read: open it to record")
    }
    let start = FileSystem.now()
    do { try lock?.acquire(waitingSeconds: waitingSeconds) } catch {
      throw LedgerError(error, path: path)
    }
    do {
      try file?.confirm(isRecorded: false)
      try refuseLoss()
    } catch {
      lock?.release()
      throw error
    }
    connection.setBusyTimeout(seconds: waitingSeconds - (FileSystem.now() - start))
  }

  /// Makes sure that what was committed is in the file that has the book's name, and marks it.
  func acknowledge(_ receipt: Receipt?) throws(LedgerError) {
    guard let file else { return }
    try file.confirm(isRecorded: true)
    lock?.set(file.mark(receipt))
    acknowledged = receipt
  }

  /// Refuses to record where the book, as this process sees it, lacks what another one has
  /// acknowledged since: its log, or the memory that its readers share, was removed.
  private func refuseLoss() throws(LedgerError) {
    guard let file, let mark = lock?.found.mark, mark.receipt != acknowledged else { return }
    let loss = try Self.loss(of: mark, in: file, connection, version: Migration.all.count)
    if let loss { throw loss }
    acknowledged = mark.receipt
  }

  /// Whether the log may be merged: nobody has recorded in another file of the book's name.
  private var isLogOurs: Bool {
    guard let file, (try? file.confirm(isRecorded: true)) == nil else { return true }
    return lock?.found.mark?.book == file.status.identity
  }

  package func mapped<T>(_ body: () throws(StorageError) -> T) throws(LedgerError) -> T {
    do { return try body() } catch { throw LedgerError(error, path: path) }
  }

  /// Merges the log; returns false if a reader still needs it: it stays, and nothing is lost.
  private func checkpoint() throws(StorageError) -> Bool {
    connection.setBusyTimeout(seconds: 0)
    do { try connection.checkpoint() } catch {
      if error.code.primary != .busy { throw error }
      return false
    }
    return true
  }
}

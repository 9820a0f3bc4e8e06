import BookStorage
package import LedgerCore
import Rows
import SQLite

extension SQLiteLedger {
  /// Opens a book.
  ///
  /// A book of an older version is read as it is, with what it lacks over it; to record, it is
  /// brought up to date. Neither is done where that would write rows.
  ///
  /// `waitingSeconds`: how long to wait for another process that records.
  ///
  /// - Throws: ``LedgerError`` that says what is at `path` instead, or
  ///   ``LedgerError/olderBook(path:version:supported:)``.
  package static func open(
    _ path: String, for access: Access, waitingSeconds: Double = defaultWait,
    salts: Salts = .random
  ) throws(LedgerError) -> SQLiteLedger {
    try open(path, for: access, waitingSeconds: waitingSeconds, vfs: nil, salts: salts)
  }

  /// Like the methods above; a copy keeps its version, and gets no files next to it.
  static func open(
    _ path: String, for access: Access, waitingSeconds: Double = defaultWait, vfs: String?,
    asCopy: Bool = false, salts: Salts = .random
  ) throws(LedgerError) -> SQLiteLedger {
    // C would stop at the NUL and open another file.
    guard !path.utf8.contains(0) else { throw .cannotOpen(path: path) }
    let path = try BookFile.resolve(path)
    let file = try BookFile(at: path)
    // Before the book: what is acknowledged is in what is read after it.
    let found = LockFile.found(besideBookAt: path)
    try file.refuseForeignLog(found.mark)
    var still: Standstill?
    let (kind, connection) = try connect(
      path, for: access, waitingSeconds: waitingSeconds, vfs: vfs, asCopy: asCopy, still: &still)
    let version = try version(kind, of: file)
    if vfs == nil {
      try file.refuseOtherNames()
      try file.confirm(isRecorded: nil)
      if connection.hasMoved { throw .moved(path: path, isRecorded: nil) }
    }
    let isOlder = version < Migration.all.count && !asCopy
    let loss = asCopy ? nil : try loss(of: found.mark, in: file, connection, version: version)
    if let loss, access == .recording { throw loss }
    if isOlder, version < Migration.lastFilling { throw file.older(version) }
    if isOlder, access == .recording {
      try migrate(path, waitingSeconds: waitingSeconds, vfs: vfs)
    }
    let lock = access == .reading ? nil : try lock(file)
    return try mapped(path) { () throws(StorageError) in
      if isOlder, access == .reading { try Overlay(connection).lay() }
      try configure(connection, for: access)
      let isShared = still == nil && !asCopy && vfs == nil
      if isShared {
        connection.logMerger = LogMerger(path: path, leastPages: mergedPages) {
          (try? file.confirm(isRecorded: true)) != nil
        }
      }
      return SQLiteLedger(
        path: path, file: file, connection: connection, lock: lock, still: still,
        waitingSeconds: waitingSeconds, isShared: isShared, vfs: vfs,
        canRecord: access == .recording, olderVersion: isOlder ? version : nil, loss: loss,
        mark: asCopy ? .nothing : found, salts: salts)
    }
  }

  /// The version of the book that a file turned out to be.
  private static func version(
    _ kind: Book.Kind, of file: BookFile
  ) throws(LedgerError) -> Int {
    let (path, bytes) = (file.path, file.status.bytes)
    // `make` makes a book of it, as it does if there is no file.
    if kind == .empty, bytes == 0 || bytes >= 512 { throw .noBook(path: path) }
    guard case .ledger(let version) = kind else { throw .notALedger(path: path) }
    let supported = Migration.all.count
    guard version <= supported else {
      throw .newerBook(path: path, version: version, supported: supported)
    }
    return version
  }

  /// What was acknowledged of a book, and is not in it.
  static func loss(
    of mark: Mark?, in file: BookFile, _ connection: Connection, version: Int
  ) throws(LedgerError) -> LedgerError? {
    guard let mark, let receipt = mark.receipt else { return nil }
    let session = SQLiteSession(connection)
    let (digest, last) = try mapped(file.path) { () throws(StorageError) -> (String?, Int64) in
      guard version >= Migration.firstWithEntries else { return (nil, 0) }
      let hasDigests = version >= Migration.firstWithDigests
      return (
        hasDigests ? try session.digest(of: receipt.entry) : nil,
        try session.lastEntry()?.number ?? 0
      )
    }
    if digest == receipt.digest { return nil }
    return .entriesMissing(
      path: file.path, acknowledged: receipt, last: last,
      isReplaced: mark.book != file.status.identity)
  }

  /// Opens a file and detects what it is.
  ///
  /// Reading also creates a file next to the book, for the readers' shared memory. If there is no
  /// room or permission for that, the book is read as it is, provided that nobody can be writing to
  /// it.
  private static func connect(
    _ path: String, for access: Access, waitingSeconds: Double, vfs: String?, asCopy: Bool,
    still: inout Standstill?
  ) throws(LedgerError) -> (Book.Kind, Connection) {
    func connected(_ mode: OpenMode) throws(StorageError) -> (Book.Kind, Connection) {
      try Self.connected(path, mode, vfs: vfs, waitingSeconds: waitingSeconds)
    }
    if asCopy, Standstill.isLikely(ofBookAt: path) {
      return try mapped(path) { () throws(StorageError) in try connected(.immutable) }
    }
    do { return try connected(access == .reading ? .readOnly : .readWrite) } catch {
      let failure = LedgerError(error, path: path)
      switch failure {
      case .readOnly, .cannotOpen, .diskFull:
        guard access == .reading, FileSystem.isReadable(path) else { throw failure }
      default: throw failure
      }
    }
    still = try Standstill(ofBookAt: path)
    return try mapped(path) { () throws(StorageError) in try connected(.immutable) }
  }

  /// Opens a file and detects what it is.
  static func connected(
    _ path: String, _ mode: OpenMode, vfs: String?, waitingSeconds: Double
  ) throws(StorageError) -> (kind: Book.Kind, connection: Connection) {
    let connection = try Connection(path: path, mode: mode, vfs: vfs)
    connection.setBusyTimeout(seconds: waitingSeconds)
    return (try Book(connection: connection).kind(), connection)
  }

  /// The log is moved into the file once it has more pages than this: 32 MB.
  ///
  /// It then keeps its size and is written from its start: syncing a log that grows takes several
  /// times as long.
  private static let logPages = 4096

  /// The fewest pages of the log that are moved alongside a large insert: 1 MB.
  private static let mergedPages = 128

  static func configure(_ connection: Connection, for access: Access) throws(StorageError) {
    let book = Book(connection: connection)
    if access == .reading {
      try connection.execute("PRAGMA query_only = on")
      return
    }
    try connection.execute(
      """
      PRAGMA journal_mode = wal;
      PRAGMA synchronous = full;
      PRAGMA wal_autocheckpoint = \(logPages);
      PRAGMA secure_delete = off;
      PRAGMA cache_size = -12000;
      """)
    // They keep everyone else from changing the book; this program has no statement that would.
    connection.setTriggers(on: false)
    // An acknowledged fact has to survive a power cut; anything less is refused.
    guard try book.pragma("synchronous") == 2 else {
      throw StorageError(code: .error, message: "SQLite does not sync each commit")
    }
  }

  static func lock(_ file: BookFile) throws(LedgerError) -> LockFile {
    try lock(besideBookAt: file.path, access: file.status.access)
  }

  static func lock(
    besideBookAt path: String, access: FileAccess?
  ) throws(LedgerError) -> LockFile {
    do { return try LockFile(besideBookAt: path, access: access) } catch {
      throw LedgerError(error, path: path)
    }
  }

  static func mapped<T>(
    _ path: String, _ body: () throws(StorageError) -> T
  ) throws(LedgerError) -> T {
    do { return try body() } catch { throw LedgerError(error, path: path) }
  }
}

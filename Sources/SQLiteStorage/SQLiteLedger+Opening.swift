package import LedgerCore
import Rows
import SQLite

extension SQLiteLedger {
  /// Makes an empty book in memory.
  ///
  /// - Throws: ``LedgerError/storage(_:)``
  package static func inMemory(salts: Salts = .random) throws(LedgerError) -> SQLiteLedger {
    let path = memory
    return try mapped(path) { () throws(StorageError) in
      let connection = try Connection(inMemory: ())
      try Book(connection: connection).migrate()
      return SQLiteLedger(
        path: path, connection: connection, lock: nil, waitingSeconds: 0, salts: salts)
    }
  }

  /// Makes an empty book in a file that does not exist, or holds nothing.
  ///
  /// `waitingSeconds`: how long to wait for another process that makes or records.
  ///
  /// - Throws: ``LedgerError/bookExists(path:)``, or a failure of the file system.
  package static func make(
    at path: String, waitingSeconds: Double = defaultWait, salts: Salts = .random
  ) throws(LedgerError) -> SQLiteLedger {
    guard !path.utf8.contains(0) else { throw .cannotOpen(path: path) }
    switch FileSystem.kind(of: path) {
    case .nothing, .file(bytes: 0): break
    case .file(let bytes):
      // An earlier attempt may have been interrupted before it wrote its first table. SQLite takes
      // a file of one byte for an empty one, but its own files are never smaller than a page.
      guard bytes >= 512, isEmptyDatabase(path) else { throw .bookExists(path: path) }
    case .other: throw .bookExists(path: path)
    }
    return try make(at: path, waitingSeconds: waitingSeconds, vfs: nil, salts: salts)
  }

  static func make(
    at path: String, waitingSeconds: Double = defaultWait, vfs: String?, salts: Salts = .random
  ) throws(LedgerError) -> SQLiteLedger {
    let lock = try lock(path)
    do { try lock.acquire(waitingSeconds: waitingSeconds) } catch {
      throw LedgerError(error, path: path)
    }
    defer { lock.release() }
    let (kind, connection) = try mapped(path) { () throws(StorageError) in
      try connected(path, .create, vfs: vfs)
    }
    // Another process may have made it while this one waited.
    guard kind == .empty else { throw .bookExists(path: path) }
    return try mapped(path) { () throws(StorageError) in
      try connection.execute("PRAGMA page_size = \(pageSize)")
      try configure(connection, for: .recording)
      try Book(connection: connection).migrate()
      return SQLiteLedger(
        path: path, connection: connection, lock: lock, waitingSeconds: waitingSeconds, vfs: vfs,
        salts: salts)
    }
  }

  /// Opens a book; to record, first brings one of an older version up to date.
  ///
  /// `waitingSeconds`: how long to wait for another process that records.
  ///
  /// - Throws: ``LedgerError`` that says what is at `path` instead; to read,
  ///   ``LedgerError/olderBook(path:version:supported:)``, as reading changes no file.
  package static func open(
    _ path: String, for access: Access, waitingSeconds: Double = defaultWait,
    salts: Salts = .random
  ) throws(LedgerError) -> SQLiteLedger {
    try open(path, for: access, waitingSeconds: waitingSeconds, vfs: nil, salts: salts)
  }

  /// Brings a book of an older version up to date.
  ///
  /// `waitingSeconds`: how long to wait for another process that records.
  ///
  /// - Throws: ``LedgerError/olderBook(path:version:supported:)`` where the file cannot be written,
  ///   or ``LedgerError`` that says what is at `path` instead.
  package static func upgrade(
    _ path: String, waitingSeconds: Double = defaultWait
  ) throws(LedgerError) {
    let older: LedgerError
    do {
      _ = try open(path, for: .reading, waitingSeconds: waitingSeconds)
      return
    } catch {
      guard case .olderBook = error else { throw error }
      older = error
    }
    do { try migrate(path, waitingSeconds: waitingSeconds, vfs: nil) } catch {
      switch error {
      case .readOnly, .cannotOpen, .diskFull: throw older
      default: throw error
      }
    }
  }

  /// Like the methods above; a copy keeps its version, and gets no files next to it.
  static func open(
    _ path: String, for access: Access, waitingSeconds: Double = defaultWait, vfs: String?,
    asCopy: Bool = false, salts: Salts = .random
  ) throws(LedgerError) -> SQLiteLedger {
    let size: Int64
    // C would stop at the NUL and open another file.
    guard !path.utf8.contains(0) else { throw .cannotOpen(path: path) }
    switch FileSystem.kind(of: path) {
    case .nothing: throw .noBook(path: path)
    case .other: throw .notALedger(path: path)
    case .file(let bytes): size = bytes
    }
    var still: Standstill?
    let (kind, connection) = try connect(
      path, for: access, vfs: vfs, asCopy: asCopy, still: &still)
    // `make` makes a book of it, as it does if there is no file.
    if kind == .empty, size == 0 || size >= 512 { throw .noBook(path: path) }
    guard case .ledger(let version) = kind else { throw .notALedger(path: path) }
    let supported = Migration.all.count
    guard version <= supported else {
      throw .newerBook(path: path, version: version, supported: supported)
    }
    if version < supported, !asCopy {
      guard access == .recording else {
        throw .olderBook(path: path, version: version, supported: supported)
      }
      try migrate(path, waitingSeconds: waitingSeconds, vfs: vfs)
    }
    let lock = access == .reading ? nil : try lock(path)
    return try mapped(path) { () throws(StorageError) in
      try configure(connection, for: access)
      let isShared = still == nil && !asCopy && vfs == nil
      if isShared { connection.logMerger = LogMerger(path: path, leastPages: mergedPages) }
      return SQLiteLedger(
        path: path, connection: connection, lock: lock, still: still,
        waitingSeconds: waitingSeconds, isShared: isShared, vfs: vfs,
        canRecord: access == .recording, salts: salts)
    }
  }

  /// The page size of a new book, in bytes: fewer and larger pages are written faster.
  private static let pageSize = 8192

  /// Opens a file and detects what it is.
  ///
  /// Reading also creates a file next to the book, for the readers' shared memory. If there is no
  /// room or permission for that, the book is read as it is, provided that nobody can be writing to
  /// it.
  private static func connect(
    _ path: String, for access: Access, vfs: String?, asCopy: Bool, still: inout Standstill?
  ) throws(LedgerError) -> (Book.Kind, Connection) {
    func connected(_ mode: OpenMode) throws(StorageError) -> (Book.Kind, Connection) {
      try Self.connected(path, mode, vfs: vfs)
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
  ///
  /// A process that closes a file locks others out for a moment, to find out whether it is the last
  /// one. That no longer affects a connection that has read once.
  static func connected(
    _ path: String, _ mode: OpenMode, vfs: String?
  ) throws(StorageError) -> (kind: Book.Kind, connection: Connection) {
    let connection = try Connection(path: path, mode: mode, vfs: vfs)
    connection.setBusyTimeout(milliseconds: 1000)
    let kind = try Book(connection: connection).kind()
    connection.setBusyTimeout(milliseconds: 0)
    return (kind, connection)
  }

  private static func migrate(
    _ path: String, waitingSeconds: Double, vfs: String?
  ) throws(LedgerError) {
    let lock = try lock(path)
    do { try lock.acquire(waitingSeconds: waitingSeconds) } catch {
      throw LedgerError(error, path: path)
    }
    defer { lock.release() }
    try mapped(path) { () throws(StorageError) in
      let (_, connection) = try connected(path, .readWrite, vfs: vfs)
      try configure(connection, for: .recording)
      try Book(connection: connection).migrate()
    }
  }

  /// The log is moved into the file once it has more pages than this: 32 MB.
  ///
  /// It then keeps its size and is written from its start: syncing a log that grows takes several
  /// times as long.
  private static let logPages = 4096

  /// The fewest pages of the log that are moved alongside a large insert: 1 MB.
  private static let mergedPages = 128

  private static func configure(_ connection: Connection, for access: Access) throws(StorageError) {
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
    // An acknowledged fact has to survive a power cut; anything less is refused.
    guard try book.pragma("synchronous") == 2 else {
      throw StorageError(code: .error, message: "SQLite does not sync each commit")
    }
  }

  private static func isEmptyDatabase(_ path: String) -> Bool {
    do throws(StorageError) {
      // Read and write, so that what was interrupted is rolled back first.
      let connection = try Connection(path: path, mode: .readWrite)
      return try Book(connection: connection).kind() == .empty
    } catch {
      return false
    }
  }

  private static func lock(_ path: String) throws(LedgerError) -> LockFile {
    do { return try LockFile(besideBookAt: path) } catch { throw LedgerError(error, path: path) }
  }

  private static func mapped<T>(
    _ path: String, _ body: () throws(StorageError) -> T
  ) throws(LedgerError) -> T {
    do { return try body() } catch { throw LedgerError(error, path: path) }
  }
}

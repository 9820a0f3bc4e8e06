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
      connection.setTriggers(on: false)
      return SQLiteLedger(
        path: path, file: nil, connection: connection, lock: nil, waitingSeconds: 0, salts: salts)
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
    let path = try BookFile.resolve(path)
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
    let lock = try lock(besideBookAt: path, access: FileSystem.status(of: path)?.access)
    do { try lock.acquire(waitingSeconds: waitingSeconds) } catch {
      throw LedgerError(error, path: path)
    }
    defer { lock.release() }
    let (kind, connection) = try mapped(path) { () throws(StorageError) in
      try connected(path, .create, vfs: vfs, waitingSeconds: waitingSeconds)
    }
    // Another process may have made it while this one waited.
    guard kind == .empty else { throw .bookExists(path: path) }
    try mapped(path) { () throws(StorageError) in
      try connection.execute("PRAGMA page_size = \(pageSize)")
      try configure(connection, for: .recording)
      try Book(connection: connection).migrate()
    }
    let file = try BookFile(at: path)
    let ledger = SQLiteLedger(
      path: path, file: file, connection: connection, lock: lock, waitingSeconds: waitingSeconds,
      vfs: vfs, salts: salts)
    // The mark of a former book of this name is no longer right.
    try ledger.acknowledge(nil)
    ledger.needsCheckpoint = true
    return ledger
  }

  /// The page size of a new book, in bytes: fewer and larger pages are written faster.
  private static let pageSize = 8192

  private static func isEmptyDatabase(_ path: String) -> Bool {
    do throws(StorageError) {
      // Read and write, so that what was interrupted is rolled back first.
      let connection = try Connection(path: path, mode: .readWrite)
      return try Book(connection: connection).kind() == .empty
    } catch {
      return false
    }
  }
}

package import LedgerCore
import Rows
import SQLite

extension SQLiteLedger {
  /// Gives a book another name, while nobody has it open; returns the new path.
  ///
  /// `new`: a path where there is no file, or a folder, in which the book keeps its name.
  /// `waitingSeconds`: how long to wait for those who record or read.
  ///
  /// - Throws: ``LedgerError/busy(path:)``, ``LedgerError/fileExists(path:)``, or ``LedgerError``
  ///   that says what there is instead of a book.
  package static func move(
    _ path: String, to new: String, waitingSeconds: Double = defaultWait
  ) throws(LedgerError) -> String {
    let path = try BookFile.resolve(path)
    guard !new.utf8.contains(0) else { throw .cannotOpen(path: new) }
    let new = destination(new, of: path)
    let start = FileSystem.now()
    func left() -> Double { max(0, waitingSeconds - (FileSystem.now() - start)) }
    let file = try fileOfBook(at: path, waitingSeconds: waitingSeconds)
    try BookCopy.refuseTaken(new)
    let lock = try lock(file)
    do { try lock.acquire(waitingSeconds: left()) } catch { throw LedgerError(error, path: path) }
    defer { lock.release() }
    let newLock = try Self.lock(besideBookAt: new, access: file.status.access)
    do { try newLock.acquire(waitingSeconds: left()) } catch { throw LedgerError(error, path: new) }
    defer { newLock.release() }
    try file.confirm(isRecorded: false)
    try endLog(of: path, waitingSeconds: left)
    try give(path, new)
    try beginLog(of: new, lock.found.mark?.receipt, newLock)
    FileSystem.remove(LockFile.path(besideBookAt: path))
    return new
  }

  /// The file of a book of any version, or an error that says what there is instead.
  private static func fileOfBook(
    at path: String, waitingSeconds: Double
  ) throws(LedgerError) -> BookFile {
    let book = try open(
      path, for: .reading, waitingSeconds: waitingSeconds, vfs: nil, asCopy: true)
    guard let file = book.file else { throw .noBook(path: path) }
    return file
  }

  private static func destination(_ new: String, of path: String) -> String {
    guard FileSystem.status(of: new)?.kind == .folder else { return new }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return (new.hasSuffix("/") ? new : new + "/") + name
  }

  /// Merges the log into the file and removes it, which SQLite does only if nobody else has the
  /// file open: a log that stayed at the old name would no longer be the book's.
  private static func endLog(
    of path: String, waitingSeconds left: () -> Double
  ) throws(LedgerError) {
    let connection = try mapped(path) { () throws(StorageError) in
      try connected(path, .readWrite, vfs: nil, waitingSeconds: left()).connection
    }
    connection.setBusyTimeout(seconds: 0)
    while true {
      do throws(StorageError) {
        var statement = try connection.uncachedStatement("PRAGMA journal_mode = delete")
        let mode = try statement.first { row throws(StorageError) in try row.text(0) }
        if mode == "delete" { return }
      } catch {
        guard error.condition == .busy else { throw LedgerError(error, path: path) }
      }
      // SQLite does not wait for readers here.
      guard left() > 0 else { throw .busy(path: path) }
      FileSystem.pause(seconds: 0.01)
    }
  }

  /// Gives the book a log at its new name, so that readers keep nobody from recording.
  private static func beginLog(
    of path: String, _ receipt: Receipt?, _ lock: LockFile
  ) throws(LedgerError) {
    try mapped(path) { () throws(StorageError) in
      let (_, connection) = try connected(path, .readWrite, vfs: nil, waitingSeconds: 0)
      try connection.execute("PRAGMA journal_mode = wal")
    }
    // A mark of a former book of this name is no longer right.
    lock.set(try BookFile(at: path).mark(receipt))
  }

  /// Moves the file; to another file system by way of a copy that is checked.
  private static func give(_ path: String, _ new: String) throws(LedgerError) {
    do {
      try FileSystem.move(path, toNew: new)
      try FileSystem.sync(BookCopy.folder(of: new))
      return
    } catch {
      guard error.isOtherDevice else { throw LedgerError(error, path: new) }
    }
    let book = try open(path, for: .reading, vfs: nil, asCopy: true)
    _ = try BookCopy.make(of: book.connection, at: new, like: book.file?.status.access)
    FileSystem.remove(path)
  }
}

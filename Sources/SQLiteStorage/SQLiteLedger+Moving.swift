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
    let path = BookFile.resolve(path)
    guard !new.utf8.contains(0) else { throw .cannotOpen(path: new) }
    let new = destination(new, of: path)
    let file = try fileOfBook(at: path)
    let lock = try lock(file)
    do { try lock.acquire(waitingSeconds: waitingSeconds) } catch {
      throw LedgerError(error, path: path)
    }
    defer { lock.release() }
    // Before the lock file is created, which would be left next to a file that is not ours.
    try BookCopy.refuseTaken(new)
    let newLock = try Self.lock(besideBookAt: new, access: file.status.access)
    do { try newLock.acquire(waitingSeconds: waitingSeconds) } catch {
      throw LedgerError(error, path: new)
    }
    defer { newLock.release() }
    try file.confirm(isRecorded: false)
    try endLog(of: path, waitingSeconds: waitingSeconds)
    try give(path, new)
    let moved = try BookFile(at: new)
    if let mark = lock.mark { newLock.set(moved.mark(mark.receipt)) }
    FileSystem.remove(LockFile.path(besideBookAt: path))
    return new
  }

  /// The file of a book of any version, or an error that says what there is instead.
  private static func fileOfBook(at path: String) throws(LedgerError) -> BookFile {
    let book = try open(path, for: .reading, vfs: nil, asCopy: true)
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
  private static func endLog(of path: String, waitingSeconds: Double) throws(LedgerError) {
    let mode = try mapped(path) { () throws(StorageError) -> String? in
      let (_, connection) = try connected(
        path, .readWrite, vfs: nil, waitingSeconds: waitingSeconds)
      var statement = try connection.uncachedStatement("PRAGMA journal_mode = delete")
      return try statement.first { row throws(StorageError) in try row.text(0) }
    }
    guard mode == "delete" else { throw .busy(path: path) }
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

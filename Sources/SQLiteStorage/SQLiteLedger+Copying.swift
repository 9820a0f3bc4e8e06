import BookStorage
package import LedgerCore
import Rows
import SQLite

extension SQLiteLedger: MakesBackups {
  /// Copies the current book to a file that does not exist yet, while others keep recording.
  ///
  /// - Throws: ``LedgerError/fileExists(path:)``, ``LedgerError/damaged(path:detail:)``, or a
  ///   failure of the file system.
  package func backUp(to path: String) throws(LedgerError) -> BookCopy {
    guard !connection.isInTransaction else {
      throw .wrongState("a book is not copied within a transaction")
    }
    // Of a book that is read by way of a copy, the book itself.
    let book =
      try copied.map { older throws(LedgerError) in
        try Self.open(older, for: .reading, vfs: nil, asCopy: true)
      } ?? self
    return try BookCopy.make(of: book.connection, at: path, like: book.file?.status.access)
  }

  /// Copies a backup, or any book, to a path where there is no file.
  ///
  /// Its pages are checked before and after, and its digests before. A backup of an older program
  /// is restored as it is.
  ///
  /// `waitingSeconds`: how long to wait for another process that makes a book there.
  ///
  /// - Throws: ``LedgerError/fileExists(path:)``, ``LedgerError/damaged(path:detail:)``, or an
  ///   error that says what there is instead of a book.
  package static func restore(
    _ backup: String, to path: String, waitingSeconds: Double = defaultWait
  ) throws(LedgerError) -> BookCopy {
    // Before the lock file is created, which would be left next to a file that is not ours.
    guard FileSystem.kind(of: path) == .nothing else { throw .fileExists(path: path) }
    let source = try open(backup, for: .reading, vfs: nil, asCopy: true)
    let (digests, flaw) = try source.read { () throws(StorageError) -> (Int64?, String?) in
      if let flaw = try Book(connection: source.connection).flaw() { return (nil, flaw) }
      return try source.session.compareDigests()
    }
    if let flaw { throw .damaged(path: backup, detail: flaw) }
    let lock = try lock(besideBookAt: path, access: source.file?.status.access)
    do { try lock.acquire(waitingSeconds: waitingSeconds) } catch {
      throw LedgerError(error, path: path)
    }
    defer { lock.release() }
    var copy = try source.backUp(to: path)
    copy.checkedDigests = digests
    // What was acknowledged under this name before is no longer in the file.
    lock.set(try BookFile(at: path).mark(copy.lastEntry?.receipt))
    return copy
  }
}

import LedgerCore

/// Makes sure that nobody writes to a book while this value exists.
///
/// If SQLite can create no file next to a book, it can only read the book as one that never changes
/// (`immutable=1`), and then ignores any log.
final class Standstill {
  /// Whether a file looks like a backup, never recorded in where it is: it has no lock and no log.
  static func isLikely(ofBookAt path: String) -> Bool {
    let log = FileSystem.kind(of: path + "-wal")
    return FileSystem.kind(of: LockFile.path(besideBookAt: path)) == .nothing
      && (log == .nothing || log == .file(bytes: 0))
  }

  private let lock: FileSystem.LockableFile?

  /// Keeps others from recording.
  ///
  /// - Throws: ``LedgerError/notStill(path:reason:)``, ``LedgerError/busy(path:)``
  init(ofBookAt path: String) throws(LedgerError) {
    if case .file(let bytes) = FileSystem.kind(of: path + "-wal"), bytes > 0 {
      throw .notStill(
        path: path,
        reason: "a part of it is still in \(quoted(path + "-wal")), and the folder cannot be "
          + "written: copy both files to where they can be")
    }
    if FileSystem.isOnReadOnlyMedia(path) {
      lock = nil
      return
    }
    let lockPath = LockFile.path(besideBookAt: path)
    guard let lock = try? FileSystem.LockableFile(path: lockPath, sharing: true) else {
      throw .notStill(
        path: path,
        reason: "its folder cannot be written, and without \(quoted(lockPath)) nothing keeps "
          + "others from recording meanwhile: copy it to where it can be written")
    }
    guard (try? lock.lock(sharing: true)) == true else { throw .busy(path: path) }
    self.lock = lock
  }
}

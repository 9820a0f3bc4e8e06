import LedgerCore

/// That nobody writes to a book for as long as this value lives.
///
/// SQLite can read a file beside which it can make none only by taking it for one that never
/// changes (`immutable=1`), and then sees nothing of a log.
final class Standstill {
  /// Whether a file was never recorded in where it is, as a backup: there is no lock, nor a log.
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

import LedgerCore

/// The file of a book: one path, and one file that keeps this name while the book is open.
///
/// SQLite keeps its log beside the name of a file, and this program its lock. Under a second name,
/// the same file would have another log and another lock, and entries would be lost.
struct BookFile {
  let path: String
  let status: FileSystem.Status

  /// The end of the symbolic links that a path may be, for the file, its log and its lock alike.
  ///
  /// Links in the folders before it need no care: everything beside the book is in the same folder.
  ///
  /// - Throws: ``LedgerError/cannotOpen(path:)`` for a link to a name that is not UTF-8.
  static func resolve(_ path: String) throws(LedgerError) -> String {
    var path = path
    // As many as Linux follows.
    for _ in 0..<40 {
      guard FileSystem.statusOfName(path)?.kind == .link else { return path }
      guard let target = FileSystem.target(ofLink: path) else { throw .cannotOpen(path: path) }
      path = target.hasPrefix("/") ? target : folderPrefix(of: path) + target
    }
    return path
  }

  /// A path up to its last slash, inclusive.
  private static func folderPrefix(of path: String) -> Substring {
    path.lastIndex(of: "/").map { path[...$0] } ?? ""
  }

  /// Looks at the file at a path whose links are resolved.
  ///
  /// - Throws: ``LedgerError/noBook(path:)``, ``LedgerError/notALedger(path:)``
  init(at path: String) throws(LedgerError) {
    guard let status = FileSystem.status(of: path) else { throw .noBook(path: path) }
    guard status.kind == .file else { throw .notALedger(path: path) }
    (self.path, self.status) = (path, status)
  }

  /// Refuses a file that has another name, under which it would have another log.
  ///
  /// - Throws: ``LedgerError/unsuitable(path:_:)``
  func refuseOtherNames() throws(LedgerError) {
    if status.names > 1 { throw .unsuitable(path: path, .severalNames(status.names)) }
    if FileSystem.mount(of: path)?.isFile == true { throw .unsuitable(path: path, .mountedAlone) }
  }

  /// Refuses to go on if the path no longer leads to this file, or the file has another name.
  ///
  /// `isRecorded`: whether the file has the last entry already; `nil` to read.
  ///
  /// - Throws: ``LedgerError/moved(path:isRecorded:)``, ``LedgerError/unsuitable(path:_:)``
  func confirm(isRecorded: Bool?) throws(LedgerError) {
    guard let now = FileSystem.status(of: path), now.identity == status.identity else {
      throw .moved(path: path, isRecorded: isRecorded)
    }
    // The entry is in the log of this name, and the next one will be refused.
    if now.names > 1, isRecorded == false {
      throw .unsuitable(path: path, .severalNames(now.names))
    }
  }

  /// Refuses a log that a former file of this name left behind.
  ///
  /// SQLite would replay it into this one. A file that was copied has its log copied with it.
  ///
  /// - Throws: ``LedgerError/foreignLog(path:)``
  func refuseForeignLog(_ mark: Mark?) throws(LedgerError) {
    guard let mark, mark.book != status.identity, let log = FileSystem.status(of: path + "-wal"),
      log.bytes > 0, mark.log == log.identity
    else { return }
    throw .foreignLog(path: path)
  }

  /// Says that the file is of a version that is not read as it is.
  func older(_ version: Int) -> LedgerError {
    .olderBook(path: path, version: version, supported: Migration.all.count)
  }

  /// The mark of a book whose last entry is acknowledged in this file.
  func mark(_ receipt: Receipt?) -> Mark {
    Mark(
      receipt: receipt, book: status.identity,
      log: FileSystem.status(of: path + "-wal")?.identity)
  }
}

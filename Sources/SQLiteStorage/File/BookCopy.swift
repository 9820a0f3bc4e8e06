import BookStorage
import LedgerCore
import Rows
import SQLite

extension BookCopy {
  /// Copies a book to a file that does not exist yet.
  ///
  /// The file gets its name only when it is complete, checked and on the disk; an interrupted copy
  /// leaves nothing but a file that ends in `.partial`.
  ///
  /// `access`: who may use the book, and so the copy.
  ///
  /// - Throws: ``LedgerError``
  static func make(
    of source: Connection, at path: String, like access: FileAccess?
  ) throws(LedgerError) -> BookCopy {
    guard !path.utf8.contains(0) else { throw .cannotOpen(path: path) }
    try refuseTaken(path)
    let partial = "\(path).\(FileSystem.processID).partial"
    defer { FileSystem.remove(partial) }
    FileSystem.remove(partial)
    do { try FileSystem.create(partial, like: access) } catch {
      throw refusal(LedgerError(error, path: path))
    }
    do {
      let target = try Connection(path: partial, mode: .readWrite)
      try target.execute("PRAGMA journal_mode = off; PRAGMA synchronous = off")
      try source.copy(to: target)
    } catch {
      throw refusal(LedgerError(error, path: path))
    }
    do { try FileSystem.sync(partial) } catch { throw refusal(LedgerError(error, path: path)) }
    let lastEntry = try check(partial, named: path)
    do {
      try FileSystem.move(partial, toNew: path)
      try FileSystem.sync(folder(of: path))
    } catch {
      throw LedgerError(error, path: path)
    }
    var bytes: Int64 = 0
    if case .file(let size) = FileSystem.kind(of: path) { bytes = size }
    return BookCopy(path: path, bytes: bytes, lastEntry: lastEntry)
  }

  /// Refuses a path where there is something, or the log of a former file.
  ///
  /// SQLite would take a log that was left behind for the log of the new file.
  ///
  /// - Throws: ``LedgerError/fileExists(path:)``
  static func refuseTaken(_ path: String) throws(LedgerError) {
    if FileSystem.statusOfName(path) != nil { throw .fileExists(path: path) }
    for log in [path + "-wal", path + "-journal"] {
      guard let status = FileSystem.statusOfName(log) else { continue }
      if status.kind != .file || status.bytes > 0 { throw .fileExists(path: log) }
    }
  }

  /// Checks a file that nobody writes to for damage, and returns its last entry.
  private static func check(_ path: String, named name: String) throws(LedgerError) -> LastEntry? {
    let (flaw, last): (String?, LastEntry?)
    do {
      let connection = try Connection(path: path, mode: .immutable)
      flaw = try Book(connection: connection).flaw()
      last = try lastEntry(of: connection)
    } catch {
      throw LedgerError(error, path: name)
    }
    if let flaw { throw .damaged(path: name, detail: flaw) }
    return last
  }

  static func lastEntry(of connection: Connection) throws(StorageError) -> LastEntry? {
    // A copy keeps its version.
    let version = try Book(connection: connection).pragma("user_version")
    guard version >= Migration.firstWithEntries,
      let last = try SQLiteSession(connection).lastEntry()
    else { return nil }
    let hasDigests = version >= Migration.firstWithDigests
    let digest = hasDigests ? try SQLiteSession(connection).lastDigest() : nil
    return LastEntry(
      number: last.number, recordedAt: last.recordedAt,
      receipt: digest.flatMap { digest in
        digest.number == last.number ? Receipt(entry: last.number, digest: digest.digest) : nil
      })
  }

  /// What an error means for a copy, which is not an entry and not yet a book.
  private static func refusal(_ error: LedgerError) -> LedgerError {
    switch error {
    case .diskFull(let path): return .noRoom(path: path)
    case .cannotOpen(let path):
      let folder = folder(of: path)
      let isForbidden = FileSystem.kind(of: folder) == .other && !FileSystem.isWritable(folder)
      return isForbidden ? .readOnly(path: path) : error
    default: return error
    }
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

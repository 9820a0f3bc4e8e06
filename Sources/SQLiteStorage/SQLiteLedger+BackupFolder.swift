import BookStorage
package import LedgerCore
import Rows
import SQLite

/// A folder of backups of one book, each named after the book and the instant of the backup.
struct BackupFolder {
  let path: String
  /// The file name of the book, without its extension.
  private let stem: String

  init(path: String, ofBookAt book: String) {
    self.path = path.hasSuffix("/") ? path : path + "/"
    let name = book.split(separator: "/").last.map(String.init) ?? book
    let end = name.lastIndex(of: ".") ?? name.endIndex
    stem = end == name.startIndex ? name : String(name[..<end])
  }

  /// The path of a backup from an instant: `ledger-20211208T170000123Z.db`.
  func path(at instant: Instant) -> String {
    let text = instant.description
    // Always with milliseconds, so that names sort like instants.
    let whole = instant.milliseconds.isMultiple(of: 1000) ? text.dropLast() + ".000Z" : text[...]
    return path + stem + "-" + whole.filter { !"-:.".contains($0) } + ".db"
  }

  /// The paths of files that are named like backups of the book; newest first.
  func paths() -> [String] {
    (FileSystem.names(inFolder: path) ?? []).filter(isOurs)
      .sorted { $1.utf8.lexicographicallyPrecedes($0.utf8) }.map { path + $0 }
  }

  private func isOurs(_ name: String) -> Bool {
    guard name.hasPrefix(stem + "-"), name.hasSuffix("Z.db") else { return false }
    let digits = name.dropFirst(stem.count + 1).dropLast("Z.db".count)
    return digits.count == 18
      && digits.enumerated().allSatisfy { $0 == 8 ? $1 == "T" : ("0"..."9").contains($1) }
  }
}

extension SQLiteLedger {
  /// Makes a backup in a folder, and removes the oldest ones there, so that `count` are left.
  ///
  /// It removes only files that are an earlier state of this very book.
  ///
  /// - Throws: as ``backUp(to:)``; then nothing is removed.
  package func backUp(
    inFolder folder: String, keeping count: Int, at instant: Instant
  ) throws(LedgerError) -> BackupRotation {
    let folder = BackupFolder(path: folder, ofBookAt: path)
    let made = try backUp(to: folder.path(at: instant))
    var (kept, removed, left): ([String], [String], [String]) = ([made.path], [], [])
    for path in folder.paths() where path != made.path {
      guard try isState(path) else {
        left.append(path)
        continue
      }
      if kept.count < count { kept.append(path) } else { removed.append(path) }
    }
    for path in removed { FileSystem.remove(path) }
    return BackupRotation(made: made, removed: removed, left: left)
  }

  /// Whether a file is this book at some point: its last entry is one of this book's.
  private func isState(_ path: String) throws(LedgerError) -> Bool {
    guard let other = try? Self.open(path, for: .reading, vfs: nil, asCopy: true),
      let last = try? other.read({ () throws(StorageError) in
        .some(try BookCopy.lastEntry(of: other.connection))
      })
    else { return false }
    guard let last else { return true }
    return try read { () throws(StorageError) in
      let entry = try SQLiteSession(connection).entry(last.number)
      return entry?.draft.recordedAt == last.recordedAt
    }
  }
}

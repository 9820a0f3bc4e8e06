import BookStorage
package import LedgerCore
import Rows
import SQLite

extension SQLiteLedger {
  /// Brings a book of an older version up to date, for good.
  ///
  /// `keepsCopy`: whether the book as it was is kept in a file beside it. `waitingSeconds`: how
  /// long to wait for another process that records.
  ///
  /// - Throws: ``LedgerError`` that says what is at `path` instead, or why it cannot be written.
  package static func upgrade(
    _ path: String, keepsCopy: Bool = true, waitingSeconds: Double = defaultWait
  ) throws(LedgerError) -> Upgrade {
    // Says what there is instead of a book, and of which version the book is.
    let version: Int
    var zones: String?
    do throws(LedgerError) {
      let book = try open(path, for: .reading, waitingSeconds: waitingSeconds)
      if let loss = book.loss { throw loss }
      zones = try book.zoneRelease()
      version = book.olderVersion ?? Migration.all.count
    } catch {
      guard case .olderBook(_, let older, _) = error else { throw error }
      version = older
    }
    guard version < Migration.all.count || ZoneRows.isOlder(zones) else {
      return Upgrade(from: version, to: version, backup: nil, changes: [])
    }
    let path = try BookFile.resolve(path)
    return try migrating(path, waitingSeconds: waitingSeconds, vfs: nil) {
      book throws(LedgerError) in
      // Another process may have been first.
      let kind = try mapped(path) { () throws(StorageError) in try book.kind() }
      guard kind == .ledger(version: version) else {
        return Upgrade(from: Migration.all.count, to: Migration.all.count, backup: nil, changes: [])
      }
      let file = try BookFile(at: path)
      let found = LockFile.found(besideBookAt: path)
      if let loss = try loss(of: found.mark, in: file, book.connection, version: version) {
        throw loss
      }
      let access = file.status.access
      let copy =
        keepsCopy
        ? try BookCopy.make(
          of: book.connection, at: nameOfCopy(of: path, version: version), like: access) : nil
      let changes = try mapped(path) { () throws(StorageError) in
        try book.migrateSayingChanges(from: version)
      }
      return Upgrade(
        from: version, to: Migration.all.count, backup: copy, changes: changes,
        formerZones: ZoneRows.isOlder(zones) ? zones : nil)
    }
  }

  /// Opens a book of an older version to read it, by way of a copy that is brought up to date.
  ///
  /// The copy is a temporary file, which is deleted with the ledger; the book stays as it is.
  ///
  /// - Throws: ``LedgerError``
  package static func openCopy(
    ofOlder path: String, waitingSeconds: Double = defaultWait
  ) throws(LedgerError) -> SQLiteLedger {
    let folder: TemporaryFolder
    do { folder = try TemporaryFolder() } catch { throw LedgerError(error, path: path) }
    let source = try open(
      path, for: .reading, waitingSeconds: waitingSeconds, vfs: nil, asCopy: true)
    let loss = try source.file.flatMap { file throws(LedgerError) in
      let version = try mapped(path) { () throws(StorageError) in
        try Book(connection: source.connection).pragma("user_version")
      }
      return try Self.loss(
        of: LockFile.found(besideBookAt: file.path).mark, in: file, source.connection,
        version: Int(version))
    }
    let copy = try BookCopy.make(of: source.connection, at: folder.path + "/book.db", like: nil)
    try migrate(copy.path, waitingSeconds: 0, vfs: nil)
    let ledger = try open(copy.path, for: .reading)
    (ledger.copied, ledger.keeper, ledger.loss) = (path, folder, loss)
    return ledger
  }

  static func migrate(
    _ path: String, waitingSeconds: Double, vfs: String?
  ) throws(LedgerError) {
    try migrating(path, waitingSeconds: waitingSeconds, vfs: vfs) { book throws(LedgerError) in
      try mapped(path) { () throws(StorageError) in try book.migrate() }
    }
  }

  /// Opens a book of an older version for `body` to bring it up to date, and merges its log.
  private static func migrating<T>(
    _ path: String, waitingSeconds: Double, vfs: String?,
    _ body: (Book) throws(LedgerError) -> T
  ) throws(LedgerError) -> T {
    let file = try BookFile(at: path)
    let lock = try lock(file)
    do { try lock.acquire(waitingSeconds: waitingSeconds) } catch {
      throw LedgerError(error, path: path)
    }
    defer { lock.release() }
    let connection = try mapped(path) { () throws(StorageError) in
      let (_, connection) = try connected(
        path, .readWrite, vfs: vfs, waitingSeconds: waitingSeconds)
      try configure(connection, for: .recording)
      return connection
    }
    if vfs == nil { try file.confirm(isRecorded: false) }
    let result = try body(Book(connection: connection))
    // A reader may still need the log; what is in it is safe there.
    connection.setBusyTimeout(seconds: 0)
    try? connection.checkpoint()
    return result
  }

  /// A free name beside a book for a copy of it as it is: `ledger-schema40.db`.
  private static func nameOfCopy(of path: String, version: Int) -> String {
    let slash = path.lastIndex(of: "/") ?? path.startIndex
    let stem = path.lastIndex(of: ".").flatMap { $0 > slash ? path[..<$0] : nil } ?? path[...]
    var (name, number) = ("\(stem)-schema\(version).db", 1)
    while FileSystem.statusOfName(name) != nil {
      number += 1
      name = "\(stem)-schema\(version)-\(number).db"
    }
    return name
  }
}

extension Book {
  /// Puts the zones of the program in place of those of an older release.
  private func renewZones() throws(StorageError) {
    guard ZoneRows.isOlder(try SQLiteSession(connection).zoneRelease()) else { return }
    try connection.execute(ZoneRows.removal + ZoneRows.script)
  }

  /// Brings the schema up to date; returns the figures that are others then, each with the step
  /// that changed it.
  fileprivate func migrateSayingChanges(
    from version: Int
  ) throws(StorageError) -> [Upgrade.Change] {
    try connection.transaction { () throws(StorageError) in
      let before = try FigureSheet(connection)
      try connection.execute("SAVEPOINT whole")
      try apply(Migration.all)
      try renewZones()
      let changes = before.changes(to: try FigureSheet(connection), by: "")
      if changes.isEmpty { return [] }
      // Step by step, to say which one it is.
      try connection.execute("ROLLBACK TO whole")
      var (last, found): (FigureSheet, [Upgrade.Change]) = (before, [])
      for count in version..<Migration.all.count {
        let count = count + 1
        try apply(Array(Migration.all.prefix(count)))
        let sheet = try FigureSheet(connection)
        found += last.changes(to: sheet, by: Migration.all[count - 1].rule)
        last = sheet
      }
      try renewZones()
      let rule = "The time zones are those of release \(ZoneDatabase.release)."
      return found + last.changes(to: try FigureSheet(connection), by: rule)
    }
  }
}

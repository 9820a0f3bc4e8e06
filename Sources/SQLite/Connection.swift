public import Rows

/// One connection to a database file.
///
/// Not `Sendable`: the code that holds it owns it.
public final class Connection {
  let handle: DatabaseHandle
  private var cache: [StatementKey: StatementHandle] = [:]
  private var rowChecks: RowChecks?
  /// Merges the log into the file alongside transactions that ask for it.
  package var logMerger: LogMerger?

  /// The most statements kept ready for the next use; the storage has fewer.
  private static let cacheLimit = 512

  /// The restrictions that untrusted statements are under.
  package internal(set) var restrictions: Set<Restriction> = []

  /// Opens the file at `path`, which is always taken as a path, never as a URI.
  ///
  /// `vfs`: the VFS that SQLite uses; the tests pass faulty ones.
  /// - Throws: ``StorageError`` if the file cannot be opened.
  public init(path: String, mode: OpenMode, vfs: String? = nil) throws(StorageError) {
    handle = try DatabaseHandle(path: Self.fileName(path, mode: mode), mode: mode, vfs: vfs)
    handle.setDefensive()
    handle.keepLogAtClose()
  }

  /// Opens an empty database in memory.
  ///
  /// - Throws: ``StorageError`` if there is not enough memory.
  public init(inMemory: Void = ()) throws(StorageError) {
    handle = try DatabaseHandle(path: ":memory:", mode: .create, vfs: nil)
    handle.setDefensive()
  }

  /// The version of the SQLite library that the program runs on.
  public static var sqliteVersion: String { DatabaseHandle.version }

  /// Sets how long to wait for another connection before failing with `SQLITE_BUSY`.
  public func setBusyTimeout(seconds: Double) {
    let milliseconds = min(max(seconds, 0) * 1000, Double(Int32.max / 2))
    handle.setBusyTimeout(milliseconds: Int32(milliseconds.rounded(.up)))
  }

  /// Whether the path of the file no longer leads to it: it was moved, replaced or deleted.
  package var hasMoved: Bool { handle.hasMoved }

  /// Turns the triggers of the schema off, or on again.
  package func setTriggers(on: Bool) { handle.setTriggers(on: on) }

  /// Whether a transaction is open.
  public var isInTransaction: Bool { handle.isInTransaction }

  /// Whether a database is read-only, by its name in statements; false if there is none.
  package func isReadOnly(_ schema: String) -> Bool { handle.isReadOnly(schema) }

  /// How many rows were changed since the connection was opened.
  package var totalChanges: Int { handle.totalChanges }

  /// The cached statements that are not in use.
  package var cachedStatements: [String] { cache.values.filter { !$0.isOnLoan }.map(\.sql) }

  /// Runs statements that return nothing.
  ///
  /// - Throws: ``StorageError``
  public func execute(_ sql: String) throws(StorageError) { try handle.execute(sql) }

  /// Sets what SQLite checks in each row that is written from the next transaction on.
  ///
  /// - Throws: ``StorageError``
  public func check(_ checks: RowChecks) throws(StorageError) {
    // Each PRAGMA of a flag makes SQLite prepare all statements again, even if it changes nothing.
    guard checks != rowChecks else { return }
    rowChecks = nil
    try execute(
      """
      PRAGMA foreign_keys = \(checks.contains(.foreignKeys) ? "on" : "off");
      PRAGMA ignore_check_constraints = \(checks.contains(.constraints) ? "off" : "on");
      """)
    rowChecks = checks
  }

  /// Lends a statement from the cache; it can be lent again once the loan is destroyed.
  ///
  /// - Throws: ``StorageError`` if `sql` is invalid, or is not exactly one statement.
  public func statement(_ sql: String) throws(StorageError) -> Statement {
    let key = StatementKey(sql: sql)
    if let cached = cache[key] {
      // If a statement runs within itself, the inner one is not cached.
      return cached.isOnLoan ? try uncachedStatement(sql) : Statement(handle: cached)
    }
    let handle = try single(sql, persistent: true)
    if cache.count < Self.cacheLimit { cache[key] = handle }
    return Statement(handle: handle)
  }

  /// Prepares a statement for a single use.
  ///
  /// - Throws: ``StorageError`` if `sql` is invalid, or is not exactly one statement.
  public func uncachedStatement(_ sql: String) throws(StorageError) -> Statement {
    Statement(handle: try single(sql, persistent: false))
  }

  /// Runs `body` in a transaction that holds the write lock from its start.
  ///
  /// - Throws: what `body` throws, or ``StorageError``; the transaction is then rolled back.
  public func transaction<T>(_ body: () throws(StorageError) -> T) throws(StorageError) -> T {
    try transaction("BEGIN IMMEDIATE", body)
  }

  /// Runs `body` as a part of the open transaction.
  ///
  /// - Throws: what `body` throws, or ``StorageError``; the changes of `body` are then undone, and
  ///   those before it stay.
  public func savepoint<T>(_ body: () throws(StorageError) -> T) throws(StorageError) -> T {
    // Prepared in advance: once memory runs out, no statement can be prepared.
    var undo = try statement("ROLLBACK TO part")
    var release = try statement("RELEASE part")
    try execute("SAVEPOINT part")
    do {
      let result = try body()
      try release.run()
      return result
    } catch {
      // Some errors have already rolled back the whole transaction.
      if handle.isInTransaction {
        try? undo.run()
        try? release.run()
      }
      throw error
    }
  }

  /// Begins a transaction with a statement of SQL.
  ///
  /// - Throws: ``StorageError``
  public func begin(_ sql: String) throws(StorageError) {
    // Prepared in advance: once memory runs out, no statement can be prepared.
    _ = try statement("ROLLBACK")
    var begin = try statement(sql)
    try begin.run()
  }

  /// Commits the open transaction.
  ///
  /// - Throws: ``StorageError``
  public func commit() throws(StorageError) {
    var commit = try statement("COMMIT")
    finishMerging()
    try commit.run()
  }

  /// Rolls back the transaction, if one is open.
  public func rollBack() {
    finishMerging()
    // Some errors (SQLITE_FULL, SQLITE_IOERR, …) have already rolled it back.
    guard handle.isInTransaction, var undo = try? statement("ROLLBACK") else { return }
    try? undo.run()
  }

  /// Runs `body` on one state of the database, whatever others write meanwhile.
  ///
  /// - Throws: what `body` throws, or ``StorageError``.
  public func snapshot<T>(_ body: () throws(StorageError) -> T) throws(StorageError) -> T {
    if handle.isInTransaction { return try body() }
    return try transaction("BEGIN", body)
  }

  /// Moves the write-ahead log into the file and empties it.
  ///
  /// - Throws: ``StorageError``, with code ``SQLiteCode/busy`` if readers still need the log.
  public func checkpoint() throws(StorageError) { try handle.checkpoint() }

  /// Copies the current state of the database over another one.
  ///
  /// Others may read and write this database meanwhile.
  ///
  /// - Throws: ``StorageError``; the other one then keeps its contents, unless it has no journal.
  public func copy(to target: Connection) throws(StorageError) {
    try handle.copy(to: target.handle)
  }

  private func transaction<T>(
    _ begin: String, _ body: () throws(StorageError) -> T
  ) throws(StorageError) -> T {
    var commit = try statement("COMMIT")
    try self.begin(begin)
    do {
      let result = try body()
      finishMerging()
      try commit.run()
      return result
    } catch {
      rollBack()
      throw error
    }
  }

  /// The name of a file as SQLite takes it: SQLite would take some paths for URIs.
  static func fileName(_ path: String, mode: OpenMode) -> String {
    // https://www.sqlite.org/uri.html
    if mode == .immutable {
      return (path.hasPrefix("/") ? "file://" : "file:") + escaped(path) + "?immutable=1"
    }
    // Debian builds SQLite with URIs on; `./` keeps a name that begins with `file:` a name.
    return path.hasPrefix("file:") || path.hasPrefix(":") ? "./" + path : path
  }

  /// A path, escaped for use in a URI.
  private static func escaped(_ path: String) -> String {
    path.replacing("%", with: "%25").replacing("?", with: "%3f").replacing("#", with: "%23")
  }

  private func single(_ sql: String, persistent: Bool) throws(StorageError) -> StatementHandle {
    let (first, used) = try handle.prepare(sql, persistent: persistent)
    guard let first else {
      throw StorageError(code: .misuse, message: "there is no statement", sql: sql)
    }
    let rest = String(decoding: sql.utf8.dropFirst(used), as: UTF8.self)
    // SQLite would report an error in the rest at its offset in the rest, not in `sql`.
    guard !rest.isEmpty, (try? handle.prepare(rest, persistent: false).0 == nil) != true else {
      return first
    }
    let space = rest.utf8.prefix { [0x20, 0x09, 0x0a, 0x0d].contains($0) }.count
    throw StorageError(
      code: .misuse, message: "there is more than one statement", sql: sql, offset: used + space)
  }
}

/// The text of a statement.
///
/// The hash covers only its length and its end: hashing all of it takes longer than running many a
/// statement.
private struct StatementKey: Hashable {
  let sql: String

  func hash(into hasher: inout Hasher) {
    hasher.combine(sql.utf8.count)
    hasher.combine(sql.utf8.last)
  }
}

/// One connection to a database file.
///
/// Not `Sendable`: whoever holds it owns it.
public final class Connection {
  let handle: DatabaseHandle
  private var cache: [StatementKey: StatementHandle] = [:]
  private var rowChecks: RowChecks?
  /// Moves the log into the file beside transactions that ask for it.
  package var logMerger: LogMerger?

  /// Statements kept ready for the next use; more than the storage has.
  private static let cacheLimit = 256

  /// What keeps strangers' statements from harm.
  package internal(set) var restrictions: Set<Restriction> = []

  /// Opens the file at `path`, which is always a path, never a URI.
  ///
  /// `vfs`: the file system that SQLite goes through; the tests put in faulty ones.
  /// - Throws: ``SQLiteError`` where the file cannot be opened.
  public init(path: String, mode: OpenMode, vfs: String? = nil) throws(SQLiteError) {
    handle = try DatabaseHandle(path: Self.fileName(path, mode: mode), mode: mode, vfs: vfs)
    handle.setDefensive()
  }

  /// Opens an empty database in memory.
  ///
  /// - Throws: ``SQLiteError`` where there is not enough memory.
  public init(inMemory: Void = ()) throws(SQLiteError) {
    handle = try DatabaseHandle(path: ":memory:", mode: .create, vfs: nil)
    handle.setDefensive()
  }

  /// The version of the SQLite that the program runs on.
  public static var sqliteVersion: String { DatabaseHandle.version }

  /// How long to wait for another connection before `SQLITE_BUSY`.
  public func setBusyTimeout(milliseconds: Int32) {
    handle.setBusyTimeout(milliseconds: milliseconds)
  }

  /// Whether a transaction is open.
  public var isInTransaction: Bool { handle.isInTransaction }

  /// Whether a database, by its name in statements, can only be read; false of none.
  package func isReadOnly(_ schema: String) -> Bool { handle.isReadOnly(schema) }

  /// How many rows were changed since it was opened.
  package var totalChanges: Int { handle.totalChanges }

  /// The statements that were used and are kept ready.
  package var cachedStatements: [String] { cache.values.filter { !$0.isOnLoan }.map(\.sql) }

  /// Runs statements that return nothing.
  ///
  /// - Throws: ``SQLiteError``
  public func execute(_ sql: String) throws(SQLiteError) { try handle.execute(sql) }

  /// Says what is checked of each row that is written from the next transaction on.
  ///
  /// - Throws: ``SQLiteError``
  public func check(_ checks: RowChecks) throws(SQLiteError) {
    // Each PRAGMA of a flag has SQLite prepare all statements anew, also where it changes nothing.
    guard checks != rowChecks else { return }
    rowChecks = nil
    try execute(
      """
      PRAGMA foreign_keys = \(checks.contains(.foreignKeys) ? "on" : "off");
      PRAGMA ignore_check_constraints = \(checks.contains(.constraints) ? "off" : "on");
      """)
    rowChecks = checks
  }

  /// Lends a statement of the cache; it can be lent again when the value dies.
  ///
  /// - Throws: ``SQLiteError`` where `sql` is wrong, or is not one statement.
  public func statement(_ sql: String) throws(SQLiteError) -> Statement {
    let key = StatementKey(sql: sql)
    if let cached = cache[key] {
      // Of a statement that runs within itself, the inner one is used once.
      return cached.isOnLoan ? try uncachedStatement(sql) : Statement(handle: cached)
    }
    let handle = try single(sql, persistent: true)
    if cache.count < Self.cacheLimit { cache[key] = handle }
    return Statement(handle: handle)
  }

  /// Prepares a statement that is used once.
  ///
  /// - Throws: ``SQLiteError`` where `sql` is wrong, or is not one statement.
  public func uncachedStatement(_ sql: String) throws(SQLiteError) -> Statement {
    Statement(handle: try single(sql, persistent: false))
  }

  /// Runs `body` in a transaction that holds the right to write from its start.
  ///
  /// - Throws: what `body` throws, or ``SQLiteError``; then nothing of it is kept.
  public func transaction<T>(_ body: () throws(SQLiteError) -> T) throws(SQLiteError) -> T {
    try transaction("BEGIN IMMEDIATE", body)
  }

  /// Runs `body` as a part of the transaction that is open.
  ///
  /// - Throws: what `body` throws, or ``SQLiteError``; then nothing of it is kept, and what stood
  ///   before it is.
  public func savepoint<T>(_ body: () throws(SQLiteError) -> T) throws(SQLiteError) -> T {
    // Made before: where memory runs out, no statement could be.
    var undo = try statement("ROLLBACK TO part")
    var release = try statement("RELEASE part")
    try execute("SAVEPOINT part")
    do {
      let result = try body()
      try release.run()
      return result
    } catch {
      // Some errors have rolled all of the transaction back already.
      if handle.isInTransaction {
        try? undo.run()
        try? release.run()
      }
      throw error
    }
  }

  /// Begins a transaction by a statement of SQL.
  ///
  /// - Throws: ``SQLiteError``
  public func begin(_ sql: String) throws(SQLiteError) {
    // Made ready before: where memory runs out, no statement could be made.
    _ = try statement("ROLLBACK")
    var begin = try statement(sql)
    try begin.run()
  }

  /// Keeps what the transaction has changed, and ends it.
  ///
  /// - Throws: ``SQLiteError``
  public func commit() throws(SQLiteError) {
    var commit = try statement("COMMIT")
    finishMerging()
    try commit.run()
  }

  /// Takes back what the transaction has changed, and ends it, if one is open.
  public func rollBack() {
    finishMerging()
    // Some errors (SQLITE_FULL, SQLITE_IOERR, …) have rolled back already.
    guard handle.isInTransaction, var undo = try? statement("ROLLBACK") else { return }
    try? undo.run()
  }

  /// Runs `body` on one state of the book, whatever others record meanwhile.
  ///
  /// - Throws: what `body` throws, or ``SQLiteError``.
  public func snapshot<T>(_ body: () throws(SQLiteError) -> T) throws(SQLiteError) -> T {
    if handle.isInTransaction { return try body() }
    return try transaction("BEGIN", body)
  }

  /// Moves the write-ahead log into the file and empties it.
  ///
  /// - Throws: ``SQLiteError``, of code ``SQLiteError/Code/busy`` where readers still need the log.
  public func checkpoint() throws(SQLiteError) { try handle.checkpoint() }

  /// Copies the database as it is now into another one, in place of what that holds.
  ///
  /// Others may read and write this one meanwhile.
  ///
  /// - Throws: ``SQLiteError``; the other one is as it was then, unless it has no journal.
  public func copy(to target: Connection) throws(SQLiteError) { try handle.copy(to: target.handle) }

  private func transaction<T>(
    _ begin: String, _ body: () throws(SQLiteError) -> T
  ) throws(SQLiteError) -> T {
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

  /// How a path is said to SQLite, which would take some for URIs.
  static func fileName(_ path: String, mode: OpenMode) -> String {
    // https://www.sqlite.org/uri.html
    if mode == .immutable {
      return (path.hasPrefix("/") ? "file://" : "file:") + escaped(path) + "?immutable=1"
    }
    // Debian builds SQLite with URIs on; `./` makes a name that begins with `file:` a name.
    return path.hasPrefix("file:") || path.hasPrefix(":") ? "./" + path : path
  }

  /// A path as it stands in a URI.
  private static func escaped(_ path: String) -> String {
    path.replacing("%", with: "%25").replacing("?", with: "%3f").replacing("#", with: "%23")
  }

  private func single(_ sql: String, persistent: Bool) throws(SQLiteError) -> StatementHandle {
    let (first, used) = try handle.prepare(sql, persistent: persistent)
    guard let first else {
      throw SQLiteError(code: .misuse, message: "there is no statement", sql: sql)
    }
    let rest = String(decoding: sql.utf8.dropFirst(used), as: UTF8.self)
    // Where the rest is wrong, SQLite would tell the place of that in the rest.
    guard !rest.isEmpty, (try? handle.prepare(rest, persistent: false).0 == nil) != true else {
      return first
    }
    let space = rest.utf8.prefix { [0x20, 0x09, 0x0a, 0x0d].contains($0) }.count
    throw SQLiteError(
      code: .misuse, message: "there is more than one statement", sql: sql, offset: used + space)
  }
}

/// The text of a statement.
///
/// Hashed by its length and its end: to hash all of it takes longer than to run many a statement.
private struct StatementKey: Hashable {
  let sql: String

  func hash(into hasher: inout Hasher) {
    hasher.combine(sql.utf8.count)
    hasher.combine(sql.utf8.last)
  }
}

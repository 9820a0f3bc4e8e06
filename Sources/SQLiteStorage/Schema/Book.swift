import Rows
import SQLite

/// What makes a SQLite file a book, and of which version.
struct Book {
  /// `LDGR`, in the file's header: the mark by which `file` and this program know a book.
  static let applicationID: Int64 = 0x4c44_4752

  /// What a file turned out to be.
  enum Kind: Equatable {
    /// Nothing was ever written to it.
    case empty
    /// A book of this schema version.
    case ledger(version: Int)
    /// Another program's database.
    case foreign
  }

  let connection: Connection

  func kind() throws(StorageError) -> Kind {
    let version = try pragma("user_version")
    switch try pragma("application_id") {
    case Self.applicationID: return .ledger(version: Int(version))
    case 0 where version == 0:
      var statement = try connection.statement("SELECT count(*) FROM sqlite_schema")
      let objects = try statement.first { row throws(StorageError) in try row.integer(0) }
      return objects == 0 ? .empty : .foreign
    default: return .foreign
    }
  }

  /// Brings the schema up to date, completely or not at all.
  ///
  /// The version is read again inside the transaction, because another process may have been first.
  func migrate(_ migrations: [Migration] = Migration.all) throws(StorageError) {
    try connection.transaction { () throws(StorageError) in try apply(migrations) }
  }

  /// Brings the schema up to date within the open transaction.
  func apply(_ migrations: [Migration]) throws(StorageError) {
    let version = try pragma("user_version")
    if version == 0 { try connection.execute("PRAGMA application_id = \(Self.applicationID)") }
    if version == 0, migrations.count == Migration.all.count { return try makeCurrent() }
    for index in migrations.indices where index >= version {
      try connection.execute(migrations[index].sql)
      try migrations[index].finish(connection)
      try connection.execute("PRAGMA user_version = \(index + 1)")
    }
  }

  /// Makes at once what all steps make one by one, which takes ten times as long.
  private func makeCurrent() throws(StorageError) {
    try connection.execute(CurrentSchema.script)
    try connection.execute("PRAGMA user_version = \(Migration.all.count)")
  }

  /// Turns an empty book into one of an earlier version, within the open transaction.
  func remake(version: Int) throws(StorageError) {
    var statement = try connection.uncachedStatement(
      """
      SELECT 'DROP ' || type || ' "' || name || '"' FROM sqlite_schema
      WHERE type IN ('view', 'table') AND name NOT GLOB 'sqlite_*' ORDER BY type DESC, rowid DESC
      """)
    let drops = try statement.rows { row throws(StorageError) in try row.text(0) }
    for drop in drops { try connection.execute(drop) }
    try connection.execute("PRAGMA user_version = 0")
    try apply(Array(Migration.all.prefix(version)))
  }

  /// The first flaw in the file's pages and indexes, as far as SQLite can tell.
  ///
  /// `verify` checks what its rows say.
  func flaw() throws(StorageError) -> String? {
    try connection.check(.foreignKeys)
    var check = try connection.uncachedStatement("PRAGMA integrity_check(1)")
    let found = try check.first { row throws(StorageError) in try row.text(0) }
    guard let found, found != "ok" else { return nil }
    return found.split(separator: "\n").first { !$0.hasPrefix("***") }.map(String.init) ?? found
  }

  /// The first row that names another row that does not exist.
  func brokenReference() throws(StorageError) -> String? {
    var keys = try connection.uncachedStatement("PRAGMA foreign_key_check")
    return try keys.first { row throws(StorageError) in
      "a row of \(try row.text(0)) names one of \(try row.text(2)) that is not there"
    }
  }

  func pragma(_ name: String) throws(StorageError) -> Int64 {
    var statement = try connection.uncachedStatement("PRAGMA \(name)")
    return try statement.first { row throws(StorageError) in try row.integer(0) } ?? 0
  }
}

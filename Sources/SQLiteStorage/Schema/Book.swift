import SQLite

/// What makes a SQLite file a ledger, and which ledger.
struct Book {
  /// `LDGR`, in the file's header: what `file` and this program know a ledger by.
  static let applicationID: Int64 = 0x4c44_4752

  /// What a file turned out to be.
  enum Kind: Equatable {
    /// Nothing was ever written to it.
    case empty
    /// A ledger of that schema version.
    case ledger(version: Int)
    /// Another program's database.
    case foreign
  }

  let connection: Connection

  func kind() throws(SQLiteError) -> Kind {
    let version = try pragma("user_version")
    switch try pragma("application_id") {
    case Self.applicationID: return .ledger(version: Int(version))
    case 0 where version == 0:
      var statement = try connection.statement("SELECT count(*) FROM sqlite_schema")
      let objects = try statement.first { row throws(SQLiteError) in try row.integer(0) }
      return objects == 0 ? .empty : .foreign
    default: return .foreign
    }
  }

  /// Brings the schema up to date, one transaction a step.
  ///
  /// The version is read again inside each transaction: another process may have been first.
  func migrate(_ migrations: [Migration] = Migration.all) throws(SQLiteError) {
    for (index, migration) in migrations.enumerated() {
      try connection.transaction { () throws(SQLiteError) in
        guard try pragma("user_version") == Int64(index) else { return }
        if index == 0 { try connection.execute("PRAGMA application_id = \(Self.applicationID)") }
        try connection.execute(migration.sql)
        try connection.execute("PRAGMA user_version = \(index + 1)")
      }
    }
  }

  func pragma(_ name: String) throws(SQLiteError) -> Int64 {
    var statement = try connection.uncachedStatement("PRAGMA \(name)")
    return try statement.first { row throws(SQLiteError) in try row.integer(0) } ?? 0
  }
}

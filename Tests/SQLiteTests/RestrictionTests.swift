import Rows
import TestSupport
import Testing

@testable import SQLite

/// Each way of keeping a stranger's SQL from harm: what it refuses alone, and what gets through
/// where it is taken away.
@Suite struct RestrictionTests {
  /// A database with a table, restricted by some.
  private func database(
    _ restrictions: Set<Restriction>, holding sql: String = "", limits: StatementLimits = .init()
  ) throws -> Connection {
    let connection = try Connection(inMemory: ())
    for restriction in Restriction.allCases { connection.handle.lift(restriction) }
    try connection.execute("CREATE TABLE t (n INTEGER, s TEXT); INSERT INTO t VALUES (1, 'one');")
    try connection.execute(sql)
    let tables: Set = ["t", "v", "sqlite_schema", "sqlite_master"]
    try connection.restrict(
      to: Permission(tables: ["main": tables]), limits: limits, by: restrictions)
    return connection
  }

  private func isRefused(
    _ sql: String, _ restrictions: Set<Restriction>, holding setup: String = ""
  ) throws -> Bool {
    try database(restrictions, holding: setup).error(of: sql) != nil
  }

  private func check(
    _ restriction: Restriction, refuses sql: String, holding setup: String = ""
  ) throws {
    #expect(try isRefused(sql, [restriction], holding: setup))
    #expect(try !isRefused(sql, [], holding: setup))
  }

  @Test(arguments: [
    "INSERT INTO t VALUES (2, 'two')", "DROP TABLE t", "CREATE TABLE u (n)", "VACUUM",
  ])
  func `a database that is only asked is not written`(sql: String) throws {
    try check(.queryOnly, refuses: sql)
  }

  @Test func `what is spilled stays in memory`() throws {
    #expect(try database([.temporaryInMemory]).all("PRAGMA temp_store") == [[.integer(2)]])
    #expect(try database([]).all("PRAGMA temp_store") == [[.integer(0)]])
  }

  @Test func `the schema is not written`() throws {
    let sql = "UPDATE sqlite_schema SET sql = sql"
    #expect(
      try isRefused(sql, [.defensive], holding: "PRAGMA writable_schema = on"))
    #expect(try !isRefused(sql, [], holding: "PRAGMA writable_schema = on"))
  }

  @Test func `a view calls nothing that could do harm`() throws {
    try check(
      .untrustedSchema, refuses: "SELECT * FROM v",
      holding: "CREATE VIEW v AS SELECT rtreedepth(x'00010000')")
  }

  @Test func `a tokenizer cannot be set`() throws {
    try check(.noTokenizers, refuses: "SELECT fts3_tokenizer('evil', x'4141414141414141')")
  }

  @Test func `no library is loaded`() throws {
    // The function of SQL is off unless a program turns it on, whatever the switch says.
    #expect(try database([.noExtensions]).handle.isApplied(.noExtensions) == true)
    #expect(try database([]).handle.isApplied(.noExtensions) == false)
  }

  @Test func `no trigger runs`() throws {
    let trigger = "CREATE TRIGGER r BEFORE INSERT ON t BEGIN SELECT RAISE(ABORT, 'ran'); END"
    let sql = "INSERT INTO t VALUES (2, 'two')"
    #expect(try !isRefused(sql, [.noTriggers], holding: trigger))
    #expect(try isRefused(sql, [], holding: trigger))
  }

  @Test func `a name that is none is no text`() throws {
    try check(.noQuotedText, refuses: #"SELECT "no such column" FROM t"#)
  }

  @Test(arguments: [
    "SELECT count(*) FROM dbstat", "SELECT * FROM sqlite_stmt",
    "CREATE VIRTUAL TABLE f USING fts5(a)", "CREATE VIRTUAL TABLE f USING rtree(a, b, c)",
  ])
  func `there are no virtual tables`(sql: String) throws {
    try check(.noModules, refuses: sql)
  }

  @Test func `the virtual tables of JSON stay`() throws {
    let every = Set(Restriction.allCases)
    for name in Permission.computedTables {
      #expect(
        try database(every).all("SELECT value FROM \(name)('[7]') WHERE atom") == [[.integer(7)]])
    }
  }

  // MARK: Limits

  /// A hundred and one of something, or as many as are asked for.
  private static func many(_ text: String, _ count: Int = 101, by separator: String = ", ")
    -> String
  {
    repeatElement(text, count: count).joined(separator: separator)
  }

  @Test(arguments: [
    "SELECT length(zeroblob(10000001))",
    "SELECT '\(many("x", 100_001, by: ""))'",
    "SELECT \(many("1", 201))",
    "SELECT \(many("1", 102, by: " + "))",
    "SELECT 1 UNION ALL \(many("SELECT 1", 20, by: " UNION ALL "))",
    "SELECT 'x' LIKE '\(many("x", by: ""))'",
    "SELECT max(\(many("1")))",
    "SELECT ?101",
    "ATTACH ':memory:' AS other",
  ])
  func `a statement is bounded`(sql: String) throws { try check(.limits, refuses: sql) }

  @Test func `a trigger that fires another is not run`() throws {
    let setup =
      "CREATE TRIGGER r AFTER INSERT ON t WHEN NEW.n < 3 BEGIN INSERT INTO t VALUES (NEW.n + 1, ''); END; PRAGMA recursive_triggers = on"
    try check(.limits, refuses: "INSERT INTO t VALUES (1, '')", holding: setup)
  }

  // MARK: The authorizer

  @Test(arguments: [
    "INSERT INTO t VALUES (2, 'two')", "UPDATE t SET n = 2", "DELETE FROM t", "DROP TABLE t",
    "CREATE TABLE u (n)", "CREATE TEMP VIEW t AS SELECT 1", "CREATE INDEX i ON t (n)",
    "ALTER TABLE t RENAME TO u", "REINDEX", "ANALYZE", "BEGIN", "BEGIN EXCLUSIVE", "SAVEPOINT s",
    "ATTACH ':memory:' AS other", "PRAGMA query_only = off", "PRAGMA user_version = 2",
    "PRAGMA database_list", "PRAGMA wal_checkpoint", "SELECT * FROM pragma_database_list",
    "SELECT * FROM dbstat", "SELECT sqlite_compileoption_get(0)", "SELECT * FROM secret",
    "SELECT (SELECT n FROM secret)", "EXPLAIN DELETE FROM t",
  ])
  func `what is not permitted is refused`(sql: String) throws {
    try check(.authorizer, refuses: sql, holding: "CREATE TABLE secret (n UNIQUE)")
  }

  @Test(arguments: [
    "SELECT * FROM t", "SELECT t.n, upper(s) FROM main.t", "SELECT count(*) FROM t",
    "WITH w AS (SELECT n FROM t) SELECT count(*) FROM w", "SELECT count(*) FROM (SELECT n FROM t)",
    "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 9) SELECT x FROM c",
    "SELECT * FROM v", "SELECT name FROM sqlite_schema", "SELECT name FROM sqlite_master",
    "PRAGMA table_info(t)", "SELECT name FROM pragma_table_info('t')", "PRAGMA user_version",
    "SELECT sum(n) OVER (ORDER BY n), '{}' -> 'a' FROM t", "EXPLAIN QUERY PLAN SELECT * FROM t",
    "SELECT current_timestamp, datetime('now')", "VALUES (1), (2)",
  ])
  func `what only reads is permitted`(sql: String) throws {
    let every = Set(Restriction.allCases)
    let error = try database(every, holding: "CREATE VIEW v AS SELECT n FROM t").error(of: sql)
    #expect(error == nil)
  }

  @Test func `a refusal says what was refused`() throws {
    let connection = try database([.authorizer], holding: "CREATE TABLE secret (n)")
    for (sql, words) in [
      ("DELETE FROM t", "it would do more than read"),
      ("SELECT load_extension('x')", "the function load_extension() is not available here"),
      ("PRAGMA database_list", "PRAGMA database_list is not available here"),
      ("PRAGMA user_version = 2", "PRAGMA user_version cannot be given a value here"),
      ("SELECT n FROM secret", "secret cannot be read here"),
    ] {
      #expect(connection.error(of: sql) != nil)
      #expect(connection.refusal == words)
    }
    #expect(connection.error(of: "SELECT * FROM") != nil)
    #expect(connection.refusal == nil)
  }

  // MARK: Time

  @Test func `a statement ends when its time is over`() throws {
    let sql = """
      WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 1000000)
      SELECT count(*) FROM c
      """
    let connection = try database([])
    connection.interrupt { false }
    #expect(connection.error(of: sql) == nil)
    connection.interrupt { true }
    #expect(connection.error(of: sql)?.code == .interrupt)
  }

  @Test func `a file that was opened to be read is not written`() throws {
    let path = try Scratch.newPath()
    let sql = "CREATE TABLE t (n)"
    #expect(try Connection(path: path, mode: .create).error(of: "CREATE TABLE s (n)") == nil)
    #expect(try Connection(path: path, mode: .readOnly).error(of: sql) != nil)
    #expect(try Connection(path: path, mode: .readWrite).error(of: sql) == nil)
  }

  @Test func `a statement knows whether it writes`() throws {
    let connection = try database([])
    #expect(try connection.uncachedStatement("SELECT * FROM t").isReadOnly)
    #expect(try !connection.uncachedStatement("DELETE FROM t").isReadOnly)
  }

  // MARK: Rows

  @Test func `a row is read into a buffer`() throws {
    let connection = try database([])
    var statement = try connection.uncachedStatement(
      "SELECT NULL, -7, 2.5, 'é' || char(0) || 'x', x'00ff', '', x''")
    var row = RowBuffer()
    try statement.forEach { current throws(StorageError) in try current.read(into: &row) }
    #expect(
      (0..<row.count).map { row.type($0) } == [.null, .integer, .real, .text, .blob, .text, .blob])
    #expect(row.integer(1) == -7 && row.real(2) == 2.5)
    #expect(row.bytes(3).elementsEqual("é\0x".utf8))
    #expect(row.bytes(4).elementsEqual([0, 255]) && row.bytes(5).isEmpty && row.bytes(6).isEmpty)
  }

  @Test func `a text that is not UTF-8 and a row that is too large are refused`() throws {
    let connection = try database([])
    for (sql, code) in [
      ("SELECT CAST(x'61ff' AS TEXT) AS bad", SQLiteCode.mismatch),
      ("SELECT zeroblob(9000000), zeroblob(9000000)", .tooBig),
    ] {
      var statement = try connection.uncachedStatement(sql)
      var row = RowBuffer()
      do throws(StorageError) {
        try statement.forEach { current throws(StorageError) in try current.read(into: &row) }
        Issue.record("\(sql) was read")
      } catch { #expect(error.code == code) }
    }
  }
}

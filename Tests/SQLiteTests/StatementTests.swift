import Rows
import SQLite
import Testing

@Suite struct StatementTests {
  let connection: Connection

  init() throws { connection = try Connection(inMemory: ()) }

  @Test func `a statement goes back to the cache and is taken from it again`() throws {
    for _ in 0..<3 {
      var statement = try connection.statement("SELECT ?1")
      #expect(connection.cachedStatements.isEmpty)
      let answer = try statement.first(.integer(7)) { row throws(StorageError) in
        try row.integer(0)
      }
      #expect(answer == 7)
    }
    #expect(Array(connection.cachedStatements) == ["SELECT ?1"])
  }

  @Test func `a statement that is used once is not cached`() throws {
    var statement = try connection.uncachedStatement("SELECT 1")
    try statement.run()
    _ = consume statement
    #expect(connection.cachedStatements.isEmpty)
  }

  @Test func `two statements of the same SQL at once are two`() throws {
    let numbers = "SELECT column1 FROM (VALUES (1), (2), (3))"
    var pairs: [String] = []
    var outer = try connection.statement(numbers)
    try outer.forEach { outerRow throws(StorageError) in
      let left = try outerRow.integer(0)
      var inner = try connection.statement(numbers)
      try inner.forEach { innerRow throws(StorageError) in
        pairs.append("\(left)\(try innerRow.integer(0))")
      }
    }
    #expect(pairs == ["11", "12", "13", "21", "22", "23", "31", "32", "33"])
  }

  @Test func `a statement forgets its values when it has run`() throws {
    var statement = try connection.statement("SELECT ?1")
    try statement.run(.text("secret"))
    let next = try statement.first { row throws(StorageError) in try row.value(0) }
    #expect(next == .null)
  }

  @Test func `a statement can be left in the middle and used again`() throws {
    try connection.execute("CREATE TABLE t (n INTEGER) STRICT")
    try connection.execute("INSERT INTO t VALUES (1), (2), (3)")
    let sql = "SELECT n FROM t ORDER BY n"
    for _ in 0..<2 {
      var statement = try connection.statement(sql)
      #expect(try statement.first { row throws(StorageError) in try row.integer(0) } == 1)
    }
    // An unfinished statement would hold the table.
    try connection.execute("DROP TABLE t")
  }

  @Test func `an error thrown for a row comes out and leaves the statement usable`() throws {
    var statement = try connection.statement("SELECT 'x'")
    #expect(throws: StorageError.self) {
      try statement.forEach { row throws(StorageError) in _ = try row.integer(0) }
    }
    #expect(try statement.first { row throws(StorageError) in try row.text(0) } == "x")
  }

  @Test func `a second statement in one text is refused`() {
    let error = connection.error(of: "SELECT 1; SELECT 2")
    #expect(error?.code == .misuse)
    #expect(error?.sql == "SELECT 1; SELECT 2")
    #expect(error?.offset == 10)
  }

  @Test(arguments: ["", "  ", ";", "-- nothing", "/* nothing */"])
  func `a text without a statement is refused`(sql: String) {
    #expect(connection.error(of: sql)?.code == .misuse)
  }

  @Test(arguments: [
    "SELECT 1", "SELECT 1;", "SELECT 1 ; ", "SELECT 1; -- one", "SELECT 1; /* one */ ;",
    "-- one\nSELECT 1",
  ])
  func `one statement may be surrounded by comments and semicolons`(sql: String) throws {
    #expect(try connection.all(sql) == [[.integer(1)]])
  }

  @Test func `a second statement that is wrong is refused too`() throws {
    try connection.execute("CREATE TABLE t (n INTEGER) STRICT")
    let error = try #require(connection.error(of: "INSERT INTO t VALUES (1); SELEKT"))
    #expect(error.code == .error || error.code == .misuse)
    #expect(try connection.all("SELECT * FROM t").isEmpty)
  }

  @Test(
    arguments: [("SELECT 1", true), ("CREATE TABLE t (n)", false), ("PRAGMA user_version", true)])
  func `a statement knows whether it writes`(sql: String, isReadOnly: Bool) throws {
    let statement = try connection.statement(sql)
    #expect(statement.isReadOnly == isReadOnly)
  }

  @Test func `a statement knows its columns`() throws {
    let statement = try connection.statement("SELECT 1 AS one, 2 AS \"zwei 🎈\"")
    #expect(statement.columnNames == ["one", "zwei 🎈"])
  }
}

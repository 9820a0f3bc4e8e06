import Rows
import SQLite
import Testing

@Suite struct ErrorTests {
  let connection: Connection

  init() throws {
    connection = try Connection(inMemory: ())
    try connection.execute(
      """
      CREATE TABLE show (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
      CREATE TRIGGER show_is_kept BEFORE DELETE ON show BEGIN SELECT RAISE(ABORT, 'kept'); END;
      INSERT INTO show VALUES (1, 'On Trend');
      """)
  }

  @Test func `an error names the statement and the byte where it is wrong`() throws {
    let sql = "SELECT 'ü', nothing FROM show"
    let error = try #require(connection.error(of: sql))
    #expect(error.code == .error)
    #expect(error.sql == sql)
    #expect(error.offset == "SELECT 'ü', ".utf8.count)
    #expect(error.message.contains("nothing"))
  }

  @Test func `an error carries the extended code`() throws {
    let duplicate = connection.error(of: "INSERT INTO show VALUES (2, 'On Trend')")
    #expect(duplicate?.code == .init(rawValue: 2067))  // SQLITE_CONSTRAINT_UNIQUE
    #expect(duplicate?.code.primary == .constraint)
    #expect(connection.error(of: "DELETE FROM show")?.code == .constraintTrigger)
    #expect(connection.error(of: "DELETE FROM show")?.message == "kept")
    let wrongType = connection.error(of: "INSERT INTO show VALUES (3, x'00')")
    #expect(wrongType?.code == .constraintDataType)
    let key = connection.error(of: "INSERT INTO show VALUES (1, 'x')")
    #expect(key?.code == .constraintPrimaryKey)
  }

  @Test(arguments: [
    ("INSERT INTO show VALUES (?1, ?2)", 1), ("INSERT INTO show VALUES (?1, CAST(?2 AS BLOB))", 10),
    ("INSERT INTO show (id, name) VALUES (?2, ?1)", 3),
  ])
  func `an error never carries the values that were bound`(sql: String, id: Int64) throws {
    let secret = "jane@example.org"
    try connection.execute("INSERT OR IGNORE INTO show VALUES (9, '\(secret)')")
    let error = connection.error(of: sql, .integer(id), .text(secret))
    #expect(!"\(try #require(error))".contains(secret))
  }

  @Test func `a parameter that is not there is an error`() throws {
    let statement = try connection.statement("SELECT ?1")
    #expect(throws: StorageError.self) { try statement.bind(1, at: 2) }
    #expect(throws: StorageError.self) { try statement.bind("x", at: 0) }
  }

  @Test func `an error of several statements leaves what stood before them`() throws {
    #expect(throws: StorageError.self) {
      try connection.transaction { () throws(StorageError) in
        try connection.execute("INSERT INTO show VALUES (4, 'a'); INSERT INTO show VALUES (1, 'b')")
      }
    }
    #expect(try connection.all("SELECT count(*) FROM show") == [[.integer(1)]])
  }
}

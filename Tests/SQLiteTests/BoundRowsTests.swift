import Rows
import SQLite
import Testing

/// Rows in memory that statements select from.
@Suite struct BoundRowsTests {
  @Test func `a statement inserts all rows, with their texts and nulls`() throws {
    let connection = try Connection(inMemory: ())
    try connection.execute("CREATE TABLE a (id INTEGER, name TEXT, parent INTEGER) STRICT")
    var rows = BoundRows([.integer, .text, .optionalInteger], text: Array("onetwo".utf8))
    for (id, name, parent) in [
      (1, BoundRows.cell(of: 0..<3), BoundRows.null), (2, BoundRows.cell(of: 3..<6), 1),
      (3, rows.cell("é"), 2), (4, rows.cell(""), 2), (5, BoundRows.null, 2),
    ] {
      rows.append(Int64(id))
      rows.append(name)
      rows.append(Int64(parent))
    }
    #expect(rows.count == 5)
    rows.keep(4)
    var statement = try connection.statement("INSERT INTO a SELECT c0 * ?1, c1, c2 FROM bound")
    try statement.bind(10, at: 1)
    try statement.run(over: rows)
    var select = try connection.statement("SELECT id, name, parent FROM a ORDER BY id")
    let stored = try select.rows { row throws(StorageError) in
      "\(try row.integer(0)) \(try row.text(1)) \(try row.optionalInteger(2) ?? -1)"
    }
    #expect(stored == ["10 one -1", "20 two 1", "30 é 2", "40  2"])
  }

  @Test func `without rows the table is empty`() throws {
    let connection = try Connection(inMemory: ())
    var statement = try connection.statement("SELECT count(*) FROM bound")
    #expect(try statement.first { row throws(StorageError) in try row.integer(0) } == 0)
  }

  @Test func `a constraint that a row breaks stops the statement, which can run again`() throws {
    let connection = try Connection(inMemory: ())
    try connection.execute("CREATE TABLE a (id INTEGER PRIMARY KEY) STRICT")
    var rows = BoundRows([.integer])
    for id in [1, 2, 1] { rows.append(Int64(id)) }
    do {
      var statement = try connection.statement("INSERT INTO a SELECT c0 FROM bound")
      #expect(throws: StorageError.self) { try statement.run(over: rows) }
      rows.keep(2)
      try statement.run(over: rows)
    }
    var statement = try connection.statement("SELECT count(*) FROM a")
    #expect(try statement.first { row throws(StorageError) in try row.integer(0) } == 2)
  }
}

import Rows
import SQLite
import Testing

@Suite struct ValueTests {
  let connection: Connection

  init() throws { connection = try Connection(inMemory: ()) }

  @Test(
    arguments: [
      .null, .integer(0), .integer(-1), .integer(.min), .integer(.max), .real(0.1), .real(-1e308),
      .real(.infinity), .text(""), .text("a"), .text("before\0after"), .text("\0"),
      .text("🎥 ไลฟ์ e\u{301} 👩‍👩‍👧"), .blob([]), .blob([0]), .blob([0xff, 0, 0xfe]),
    ] as [Value])
  func `a bound value comes back as it was`(value: Value) throws {
    var statement = try connection.statement("SELECT ?1, ?1 IS NULL, typeof(?1)")
    let answer = try statement.first(value) { row throws(StorageError) in
      (try row.value(0), try row.integer(1), try row.text(2))
    }
    let (back, isNull, type) = try #require(answer)
    #expect(back == value)
    #expect((isNull == 1) == (value == .null))
    switch value {
    case .null: #expect(type == "null")
    case .integer: #expect(type == "integer")
    case .real: #expect(type == "real")
    case .text: #expect(type == "text")
    case .blob: #expect(type == "blob")
    }
  }

  @Test func `long texts and blobs come back as they were`() throws {
    let long = String(repeating: "long ", count: 20_000)
    let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0) }
    var statement = try connection.statement("SELECT ?1, ?2")
    let answer = try statement.first(.text(long), .blob(bytes)) { row throws(StorageError) in
      [try row.value(0), try row.value(1)]
    }
    let isSame = answer == [.text(long), .blob(bytes)]
    #expect(isSame)
  }

  @Test func `values that are bound one by one come back as they were`() throws {
    var statement = try connection.statement("SELECT ?1, ?2, ?3, ?4")
    try statement.bind(Int64.min, at: 1)
    try statement.bind("x\0y", at: 2)
    try statement.bind(nil as Int64?, at: 3)
    try statement.bind(nil as String?, at: 4)
    let answer = try statement.first { row throws(StorageError) in
      [try row.value(0), try row.value(1), try row.value(2), try row.value(3)]
    }
    #expect(answer == [.integer(.min), .text("x\0y"), .null, .null])
  }

  @Test func `a text that looks like SQL is only a text`() throws {
    try connection.execute("CREATE TABLE t (name TEXT) STRICT")
    var statement = try connection.statement("INSERT INTO t VALUES (?1)")
    try statement.run(.text("x'); DROP TABLE t; --"))
    #expect(try connection.all("SELECT name FROM t") == [[.text("x'); DROP TABLE t; --")]])
  }

  @Test(arguments: ["CAST(x'ff' AS TEXT)", "CAST(x'61c3' AS TEXT)", "CAST(x'eda080' AS TEXT)"])
  func `a text that is not UTF-8 is an error`(expression: String) throws {
    var statement = try connection.statement("SELECT \(expression)")
    do throws(StorageError) {
      let value = try statement.first { row throws(StorageError) in try row.value(0) }
      Issue.record("came back as \(String(describing: value))")
    } catch {
      #expect(error.code == .mismatch)
    }
    #expect(throws: StorageError.self) {
      _ = try statement.first { row throws(StorageError) in try row.text(0) }
    }
  }

  @Test func `a value of another type than was asked for is an error`() throws {
    var statement = try connection.statement("SELECT 'x', 1, 1.5, NULL")
    try statement.forEach { row throws(StorageError) in
      #expect(throws: StorageError.self) { _ = try row.integer(0) }
      #expect(throws: StorageError.self) { _ = try row.text(1) }
      #expect(throws: StorageError.self) { _ = try row.integer(2) }
      #expect(throws: StorageError.self) { _ = try row.integer(3) }
      #expect(throws: StorageError.self) { _ = try row.optionalInteger(0) }
      #expect(try row.optionalInteger(3) == nil)
      #expect(try row.optionalText(3) == nil)
      #expect(try row.optionalText(0) == "x")
    }
  }
}

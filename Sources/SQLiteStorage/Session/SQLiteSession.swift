package import BookStorage
package import LedgerCore
package import Rows
package import SQLite

/// A book's rows in SQLite.
package final class SQLiteSession: BookSession {
  package let salts: Salts
  let connection: Connection
  /// The statements that write to tables, by what they do and the table's name.
  private var writing: [String: String] = [:]

  /// Fewer rows are not worth a thread that merges the log beside them.
  private static let rowsOfThread = 1000

  package init(_ connection: Connection, salts: Salts = .random) {
    self.connection = connection
    self.salts = salts
  }

  package func query(
    _ sql: String, _ values: [Value], _ body: (borrowing Row) throws(StorageError) -> Bool
  ) throws(StorageError) {
    var statement = try connection.statement(sql)
    try statement.bind(values)
    try statement.loop(while: body)
  }

  package func query(
    _ sql: String, over rows: BoundRows, _ values: [Value],
    _ body: (borrowing Row) throws(StorageError) -> Void
  ) throws(StorageError) {
    var statement = try connection.statement(sql)
    try statement.bind(values)
    try statement.forEach(over: rows, body: body)
  }

  package func run(_ sql: String, _ values: [Value]) throws(StorageError) {
    var statement = try connection.statement(sql)
    try statement.bind(values)
    try statement.run()
  }

  package func insert(_ values: [Value], into table: any Table.Type) throws(StorageError) {
    try run(statement("insert", table) { WritingSQL(table).insert }, values)
  }

  package func insertNumbered(
    _ values: [Value], into table: any Table.Type
  ) throws(StorageError) -> Int64 {
    let sql = statement("insert numbered", table) { WritingSQL(table).insertNumbered }
    guard
      let number = try first(
        sql, values,
        decode: { row throws(StorageError) in
          try row.integer(0)
        })
    else { throw .damaged("an inserted row has no number") }
    return number
  }

  package func insert(
    _ rows: BoundRows, alike: [String: Value], into table: any Table.Type, entry: Int64
  ) throws(StorageError) {
    if rows.count >= Self.rowsOfThread { try connection.mergeLogBeside() }
    let names = alike.keys.sorted()
    let sql = statement("insert bound " + names.joined(separator: " "), table) {
      WritingSQL(table).insertBound(alike: names)
    }
    var statement = try connection.statement(sql)
    try statement.bind([.integer(entry)] + names.compactMap { alike[$0] })
    try statement.run(over: rows)
  }

  package func put(_ values: [Value], into table: any Table.Type) throws(StorageError) {
    try run(statement("put", table) { WritingSQL(table).put }, values)
  }

  package func add(_ rows: BoundRows, to table: any Table.Type) throws(StorageError) {
    var statement = try connection.statement(
      statement("add", table) { WritingSQL(table).add })
    try statement.run(over: rows)
  }

  package func addCarrying(
    _ rows: BoundRows, to table: any Table.Type
  ) throws(StorageError) {
    var statement = try connection.statement(
      statement("add carrying", table) { WritingSQL(table).addCarrying })
    try statement.run(over: rows)
  }

  private func statement(
    _ verb: String, _ table: any Table.Type, _ make: () -> String
  ) -> String {
    let key = "\(verb) \(table.name)"
    if let sql = writing[key] { return sql }
    let sql = make()
    writing[key] = sql
    return sql
  }
}

/// What a book's schema is, whatever its version.
extension SQLiteSession {
  package func tables() throws(StorageError) -> [StoredTable] {
    let names = try rows(
      """
      SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*'
      ORDER BY rowid
      """
    ) { row throws(StorageError) in try row.text(0) }
    return try names.map { name throws(StorageError) in
      let fields = try rows(
        """
        SELECT name, type, "notnull", pk, dflt_value
        FROM pragma_table_info(?1, 'main') ORDER BY cid
        """,
        .text(name)
      ) { row throws(StorageError) in
        let place = try row.integer(3)
        return StoredTable.Field(
          name: try row.text(0), type: try row.text(1),
          isNullable: try row.integer(2) == 0 && place == 0, place: place,
          defaultValue: try row.optionalText(4).flatMap { Int64($0) })
      }
      return StoredTable(name: name, fields: fields)
    }
  }

  package func schemaVersion() throws(StorageError) -> Int {
    let version = try first("PRAGMA user_version", []) { row throws(StorageError) in
      try row.integer(0)
    }
    return Int(version ?? 0)
  }

  package func schemaStatements() throws(StorageError) -> [String] {
    try rows(
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type = 'trigger', rowid"
    ) { row throws(StorageError) in try row.text(0) }
  }
}

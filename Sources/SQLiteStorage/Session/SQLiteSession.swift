package import BookStorage
package import Rows
package import SQLite

/// A book's rows in SQLite.
extension Connection: BookSession {
  package func query(
    _ sql: String, _ values: [Value], _ body: (borrowing Row) throws(StorageError) -> Bool
  ) throws(StorageError) {
    var statement = try statement(sql)
    try statement.bind(values)
    try statement.loop(while: body)
  }

  package func query(
    _ sql: String, over rows: BoundRows, _ values: [Value],
    _ body: (borrowing Row) throws(StorageError) -> Void
  ) throws(StorageError) {
    var statement = try statement(sql)
    try statement.bind(values)
    try statement.forEach(over: rows, body: body)
  }

  package func run(_ sql: String, _ values: [Value]) throws(StorageError) {
    var statement = try statement(sql)
    try statement.bind(values)
    try statement.run()
  }

  package func insert(_ values: [Value], into table: any Table.Type) throws(StorageError) {
    try run(TableStatements.of(table).insert, values)
  }

  package func insertNumbered(
    _ values: [Value], into table: any Table.Type
  ) throws(StorageError) -> Int64 {
    var number: Int64?
    try query(TableStatements.of(table).insertNumbered, values) { row throws(StorageError) in
      number = try row.integer(0)
      return true
    }
    guard let number else { throw .damaged("an inserted row has no number") }
    return number
  }

  package func insert(
    _ rows: BoundRows, alike: [String: Value], into table: any Table.Type, entry: Int64
  ) throws(StorageError) {
    // Fewer rows are not worth a thread.
    if rows.count >= 1000 { try mergeLogBeside() }
    let names = alike.keys.sorted()
    var statement = try statement(TableStatements.insertBound(into: table, alike: names))
    try statement.bind([.integer(entry)] + names.compactMap { alike[$0] })
    try statement.run(over: rows)
  }

  package func put(_ values: [Value], into table: any Table.Type) throws(StorageError) {
    try run(TableStatements.of(table).put, values)
  }

  package func add(_ rows: BoundRows, to table: any Table.Type) throws(StorageError) {
    var statement = try statement(TableStatements.of(table).add)
    try statement.run(over: rows)
  }

  package func tables() throws(StorageError) -> [StoredTable] {
    try tableNames().map { name throws(StorageError) in
      var info = try uncachedStatement(
        #"SELECT name, type, "notnull", pk, dflt_value FROM pragma_table_info(?1) ORDER BY cid"#)
      let fields = try info.rows(.text(name)) { row throws(StorageError) in
        let place = try row.integer(3)
        return StoredTable.Field(
          name: try row.text(0), type: try row.text(1),
          isNullable: try row.integer(2) == 0 && place == 0, place: place,
          defaultValue: try row.optionalText(4).flatMap { Int64($0) })
      }
      return StoredTable(name: name, fields: fields)
    }
  }

  private func tableNames() throws(StorageError) -> [String] {
    var names = try uncachedStatement(
      """
      SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*'
      ORDER BY rowid
      """)
    return try names.rows { row throws(StorageError) in try row.text(0) }
  }

  package func schemaVersion() throws(StorageError) -> Int {
    Int(try Book(connection: self).pragma("user_version"))
  }

  package func schemaStatements() throws(StorageError) -> [String] {
    var statement = try uncachedStatement(
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type = 'trigger', rowid")
    return try statement.rows { row throws(StorageError) in try row.text(0) }
  }
}

import BookStorage
import Rows
import SQLite

/// Shows an older book as one of this program's version, and leaves its file as it is.
///
/// What later steps add stands over the book in the connection's temporary schema, whose names go
/// before those of the file: empty tables, tables with more columns as views, and all views.
struct Overlay {
  /// The schema that has it.
  static let schema = "temp"

  /// The tables and views of a book, where a table with more columns still is a table.
  static let relations = """
    SELECT name, type, sql FROM main.sqlite_schema
    WHERE type = 'table' OR name NOT IN (SELECT name FROM temp.sqlite_schema)
    UNION ALL
    SELECT name, type, sql FROM temp.sqlite_schema
    WHERE name NOT IN (SELECT name FROM main.sqlite_schema WHERE type = 'table')
    """

  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  /// Lays it over the book, which is of a version from ``Migration/lastFilling`` on.
  ///
  /// - Throws: ``StorageError``
  func lay() throws(StorageError) {
    // Nothing of it goes to the disk.
    try connection.execute("PRAGMA temp_store = memory")
    let fresh = try Connection(inMemory: ())
    try Book(connection: fresh).migrate()
    for table in try names("table", of: fresh) {
      let columns = try columns(of: table.name, in: fresh)
      let own = try self.columns(of: table.name, in: connection)
      if own.isEmpty {
        try connection.execute(temporary(table.sql))
      } else if own.count < columns.count {
        let cells = columns.map { column in
          own.contains { $0.name == column.name }
            ? #""\#(column.name)""# : #"\#(column.preset) AS "\#(column.name)""#
        }
        try connection.execute(
          #"""
          CREATE TEMP VIEW "\#(table.name)" AS
          SELECT \#(cells.joined(separator: ", ")) FROM main."\#(table.name)"
          """#)
      }
    }
    if try columns(of: ZoneRows.tables[0].name, in: connection).isEmpty {
      try connection.execute(ZoneRows.script)
    }
    if try columns(of: DecimalText.table, in: connection).isEmpty {
      try connection.execute(DecimalText.note)
    }
    for view in try names("view", of: fresh) { try connection.execute(temporary(view.sql)) }
  }

  /// A statement of the schema, for the temporary one.
  private func temporary(_ sql: String) -> String {
    "CREATE TEMP " + sql.dropFirst("CREATE ".count)
  }

  private func names(
    _ type: String, of connection: Connection
  ) throws(StorageError) -> [(name: String, sql: String)] {
    var statement = try connection.uncachedStatement(
      """
      SELECT name, sql FROM sqlite_schema
      WHERE type = ?1 AND name NOT GLOB 'sqlite_*' ORDER BY rowid
      """)
    return try statement.rows(.text(type)) { row throws(StorageError) in
      (name: try row.text(0), sql: try row.text(1))
    }
  }

  /// The columns of a table, and what stands in rows from before a column.
  private func columns(
    of table: String, in connection: Connection
  ) throws(StorageError) -> [(name: String, preset: String)] {
    var statement = try connection.uncachedStatement(
      "SELECT name, coalesce(dflt_value, 'NULL') FROM pragma_table_info(?1, 'main') ORDER BY cid")
    return try statement.rows(.text(table)) { row throws(StorageError) in
      (name: try row.text(0), preset: try row.text(1))
    }
  }
}

import Rows
import SQLite

/// The schema as all steps leave it, in one script.
///
/// `Migrations/SQLite/current.sql` is written by a test, which also proves that it makes what the
/// steps make.
enum CurrentSchema {
  static let script = EmbeddedSQL.files.last { $0.name == "current" }?.text ?? ""

  /// The script that makes an empty book's schema, and the rows that its steps fill in.
  static func script(of connection: Connection) throws(StorageError) -> String {
    var objects = try connection.uncachedStatement(
      """
      SELECT sql, iif(type = 'table', name, NULL) FROM sqlite_schema WHERE sql IS NOT NULL
      ORDER BY rowid
      """)
    var statements: [String] = []
    try objects.forEach { object throws(StorageError) in
      statements.append(try object.text(0))
      guard let table = try object.optionalText(1) else { return }
      let rows = try literals(of: table, in: connection)
      guard !rows.isEmpty else { return }
      statements.append("INSERT INTO \(table) VALUES\n  " + rows.joined(separator: ",\n  "))
    }
    return statements.map { $0 + ";\n" }.joined()
  }

  private static func literals(
    of table: String, in connection: Connection
  ) throws(StorageError) -> [String] {
    var named = try connection.uncachedStatement(
      "SELECT group_concat('quote(' || name || ')', ' || '', '' || ') FROM pragma_table_info(?1)")
    let cells = try named.first(.text(table)) { row throws(StorageError) in try row.text(0) }
    var listed = try connection.uncachedStatement(
      "SELECT '(' || \(cells ?? "''") || ')' FROM \(table)")
    return try listed.rows { row throws(StorageError) in try row.text(0) }
  }
}

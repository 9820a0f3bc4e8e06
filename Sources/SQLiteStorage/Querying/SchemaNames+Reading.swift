import LedgerCore
import Rows
import SQLite

extension SchemaNames {
  /// Reads the names of a book and of those that are attached to it.
  ///
  /// What stands over an older book has the place of what it hides.
  init(_ connection: Connection, schemas: [String]) throws(StorageError) {
    var relations: [Relation] = []
    for schema in schemas {
      let prefix = ["main", Overlay.schema].contains(schema) ? "" : schema + "."
      var names = try connection.uncachedStatement(Self.selectReadable(schema))
      let found = try names.rows { row throws(StorageError) in
        (name: try row.text(0), isView: try row.text(1) == "view")
      }
      for (name, isView) in found where !relations.contains(where: { $0.name == prefix + name }) {
        var columns = try connection.uncachedStatement(Self.selectColumns)
        relations.append(
          Relation(
            name: prefix + name, isView: isView,
            columns: try columns.rows(.text(name), .text(schema)) { row throws(StorageError) in
              (name: try row.text(0), isInteger: try row.text(1).uppercased() == "INTEGER")
            }))
      }
    }
    self.init(relations)
  }

  /// Tables and views of a schema that hold rows; virtual ones run what the file's author wrote.
  static func readable(
    _ connection: Connection, schema: String
  ) throws(StorageError) -> Set<String> {
    var statement = try connection.uncachedStatement(selectReadable(schema))
    let names = try statement.rows { row throws(StorageError) in try row.text(0).lowercased() }
    return Set(names).union(["sqlite_schema", "sqlite_master"])
  }

  /// The name of the schema has been checked when it was attached.
  private static func selectReadable(_ schema: String) -> String {
    """
    SELECT name, type FROM "\(schema)".sqlite_schema
    WHERE type = 'view' OR (type = 'table' AND rootpage > 0)
    ORDER BY type DESC, name
    """
  }

  private static let selectColumns = "SELECT name, type FROM pragma_table_info(?1, ?2) ORDER BY cid"
}

import BookStorage
package import LedgerCore
import Rows
import SQLite

extension SQLiteLedger {
  /// Describes the tables and views of the book: views first, each kind by name.
  ///
  /// - Throws: ``LedgerError``
  package func schema() throws(LedgerError) -> [SchemaDescription] {
    try mapped { () throws(StorageError) in
      var statement = try connection.uncachedStatement(
        """
        WITH relation AS (\(Overlay.relations))
        SELECT name, type, sql FROM relation
        WHERE type IN ('table', 'view') AND name NOT GLOB 'sqlite_*'
        ORDER BY type DESC, name
        """)
      let found = try statement.rows { row throws(StorageError) in
        (name: try row.text(0), isView: try row.text(1) == "view", sql: try row.text(2))
      }
      var descriptions: [SchemaDescription] = []
      for relation in found {
        var columns = try connection.uncachedStatement(
          """
          SELECT name, type, (
            SELECT group_concat(DISTINCT "table") FROM pragma_foreign_key_list(?1)
            WHERE "from" = name)
          FROM pragma_table_info(?1) ORDER BY cid
          """)
        let names = try columns.rows(.text(relation.name)) { row throws(StorageError) in
          let tables = try row.optionalText(2)?.split(separator: ",").map(String.init) ?? []
          return (name: try row.text(0), type: try row.text(1), references: tables.sorted())
        }
        descriptions.append(
          SchemaDescription(
            name: relation.name, isView: relation.isView, sql: relation.sql, columns: names))
      }
      return descriptions
    }
  }
}

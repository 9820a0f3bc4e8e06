import BookStorage
package import Rows
import SQLite

extension SQLiteSession {
  /// Empties words, and writes all others anew, so that no page holds the words any more.
  ///
  /// SQLite leaves bytes of a row where the row was, also where it moved rows to other pages
  /// earlier; with `secure_delete` it writes zeros over pages that it frees, but not over those
  /// left-overs. So the table and its index are emptied as a whole and filled again.
  package func empty(_ hashes: [String]) throws(StorageError) {
    let table = "person_text"
    let triggers = try rows(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?1 ORDER BY rowid",
      .text(table)
    ) { row throws(StorageError) in (name: try row.text(0), sql: try row.text(1)) }
    let forgotten = Set(hashes)
    var all = try connection.uncachedStatement("SELECT hash, salt, text FROM person_text")
    let kept = try all.rows { row throws(StorageError) -> [Value] in
      let hash = try row.text(0)
      if forgotten.contains(hash) { return [.text(hash), .null, .null] }
      return [.text(hash), try row.value(1), try row.value(2)]
    }
    try connection.execute("PRAGMA secure_delete = on")
    defer { try? connection.execute("PRAGMA secure_delete = off") }
    for trigger in triggers { try connection.execute(#"DROP TRIGGER "\#(trigger.name)""#) }
    try connection.execute("DELETE FROM person_text")
    for row in kept {
      try run("INSERT INTO person_text (hash, salt, text) VALUES (?1, ?2, ?3)", row)
    }
    for trigger in triggers { try connection.execute(trigger.sql) }
  }
}

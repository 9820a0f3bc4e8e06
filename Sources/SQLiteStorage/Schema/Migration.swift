import BookStorage
import Rows
import SQLite

/// One step of the schema.
///
/// Its position in ``all``, counted from 1, is the version that it leads to.
struct Migration: Sendable {
  let name: String
  let sql: String

  /// Does what SQL cannot do, after the SQL and in the same transaction.
  func finish(_ connection: Connection) throws(StorageError) {
    switch name {
    case "0020_create_digest": try SQLiteSession(connection).fillDigests()
    case "0025_keep_retained_viewers": try SQLiteSession(connection).fillRetention()
    case "0068_keep_gaps":
      // The guards of totals are for other programs.
      connection.setTriggers(on: false)
      defer { connection.setTriggers(on: true) }
      try SQLiteSession(connection).fillGaps()
    case "0051_create_zones":
      try connection.execute(ZoneRows.script)
      try connection.execute(DecimalText.note)
    default: break
    }
  }

  /// What the step says of itself: the first line of its comment.
  var rule: String {
    let line = sql.prefix { $0 != "\n" }
    return line.hasPrefix("-- ") ? String(line.dropFirst(3)) : name
  }

  /// The version that the last step leads to that writes rows.
  ///
  /// Later steps only add columns, views, empty tables, and those of zones and of gaps, which the
  /// program can fill at any time: a book of this version or a later one is read as it is, with
  /// what it lacks over it (``Overlay``).
  static let lastFilling = 40

  /// The first version with entries.
  static let firstWithEntries = 5
  /// The first version with the digests of entries.
  static let firstWithDigests = 20

  /// All migrations, oldest first: the numbered files of `Migrations/SQLite`.
  ///
  /// A step that has been released is never edited; the next one corrects it.
  static let all = EmbeddedSQL.files.filter { $0.name.first?.isNumber == true }
    .map { Migration(name: $0.name, sql: $0.text) }
}

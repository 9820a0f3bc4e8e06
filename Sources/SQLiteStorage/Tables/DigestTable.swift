import SQLite

/// The `digest` table: the digests of the entries.
struct DigestTable: Table {
  static let name = "digest"
  static let columns: [Column] = [.integer("number"), .text("digest"), .text("parts")]
  static let statements = [insert, selectLast]

  private static let insert = "INSERT INTO digest (number, digest, parts) VALUES (?1, ?2, ?3)"
  private static let selectLast =
    "SELECT number, digest FROM digest ORDER BY number DESC LIMIT 1"

  let connection: Connection

  func insert(_ digest: EntryDigest, of entry: Int64) throws(SQLiteError) {
    var statement = try connection.statement(Self.insert)
    try statement.run(.integer(entry), .text(digest.text), .text(digest.partsText))
  }

  /// The digest of the last entry that has one.
  func last() throws(SQLiteError) -> (number: Int64, digest: String)? {
    var statement = try connection.statement(Self.selectLast)
    return try statement.first { row throws(SQLiteError) in
      (number: try row.integer(0), digest: try row.text(1))
    }
  }
}

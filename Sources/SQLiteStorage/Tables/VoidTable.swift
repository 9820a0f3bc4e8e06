import SQLite

/// The `void` table: the entries that later ones voided.
struct VoidTable: Table {
  static let name = "void"
  static let columns: [Column] = [.integer("voided"), .text("reason"), .integer("entry")]
  static let statements = [insert]

  private static let insert = "INSERT INTO void (voided, reason, entry) VALUES (?1, ?2, ?3)"

  let connection: Connection

  func insert(_ voided: Int64, reason: String, entry: OpenEntry) throws(SQLiteError) {
    try entry.insert(
      [.integer(voided), .text(reason), .integer(entry.number)], into: Self.self, by: Self.insert)
  }
}

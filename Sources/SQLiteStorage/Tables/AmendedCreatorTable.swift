import LedgerCore
import SQLite

/// The `event_amendment_creator` table: who appears in an event after an amendment.
struct AmendedCreatorTable: Table {
  static let name = "event_amendment_creator"
  static let columns: [Column] = [
    .integer("event"), .integer("entry"), .integer("position"), .text("creator"), .text("role"),
  ]
  static let key = ["event", "entry", "position"]
  static let statements = [insert, select]

  private static let insert = """
    INSERT INTO event_amendment_creator (event, entry, position, creator, role)
    VALUES (?1, ?2, ?3, ?4, ?5)
    """
  private static let select = """
    SELECT creator, role
    FROM event_amendment_creator
    WHERE event = ?1 AND entry = ?2
    ORDER BY position
    """

  let connection: Connection

  func insert(_ creators: [Creator], event: Int64, entry: OpenEntry) throws(SQLiteError) {
    for (offset, creator) in creators.enumerated() {
      try entry.insert(
        [
          .integer(event), .integer(entry.number), .integer(Int64(offset + 1)),
          .text(creator.name), .text(creator.role.rawValue),
        ], into: Self.self, by: Self.insert)
    }
  }

  func creators(of event: Int64, amendedBy entry: Int64) throws(SQLiteError) -> [Creator] {
    var statement = try connection.statement(Self.select)
    return try statement.rows(.integer(event), .integer(entry)) { row throws(SQLiteError) in
      try Creator(row: row, from: 0)
    }
  }
}

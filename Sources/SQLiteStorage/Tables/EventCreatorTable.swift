import LedgerCore
import SQLite

/// The `event_creator` table: who appears in an event.
struct EventCreatorTable: Table {
  static let name = "event_creator"
  static let columns: [Column] = [
    .integer("event"), .integer("position"), .text("creator"), .text("role"), .integer("entry"),
  ]
  static let statements = [insert, select]

  private static let insert =
    "INSERT INTO event_creator (event, position, creator, role, entry) VALUES (?1, ?2, ?3, ?4, ?5)"
  private static let select =
    "SELECT creator, role FROM event_creator WHERE event = ?1 ORDER BY position"

  let connection: Connection

  func insert(_ creators: [Creator], event: Int64, entry: Int64) throws(SQLiteError) {
    var statement = try connection.statement(Self.insert)
    for (offset, creator) in creators.enumerated() {
      try statement.run(
        .integer(event), .integer(Int64(offset + 1)), .text(creator.name),
        .text(creator.role.rawValue), .integer(entry))
    }
  }

  func creators(of event: Int64) throws(SQLiteError) -> [Creator] {
    var statement = try connection.statement(Self.select)
    return try statement.rows(.integer(event)) { row throws(SQLiteError) in
      let name = try row.text(0)
      guard let role = Creator.Role(rawValue: try row.text(1)),
        let creator = try? Creator(name: name, role: role)
      else { throw .damaged("a creator's name or role is none") }
      return creator
    }
  }
}

import LedgerCore
import Rows

/// The `event_amendment_creator` table: who appears in an event after an amendment.
struct AmendedCreatorTable: Table {
  static let name = "event_amendment_creator"
  static let columns: [Column] = [
    .event.meaning("id of the show"), .entry, .integer("position", "position in the list, from 1"),
    .words("creator", "hash of the name of the creator, of the table person_text"), .text("role"),
  ]
  static let key = ["event", "entry", "position"]
  static let statements = [select]

  private static let select = """
    SELECT event, position, \(PersonTextTable.shown("creator")), role
    FROM bound
    JOIN event_amendment_creator ON event = c0 AND entry = c1
    ORDER BY event, position
    """

  let session: any BookSession

  func insert(_ creators: [Creator], event: Int64, entry: any EntryWriter) throws(StorageError) {
    try entry.learn(creators.map(\.name))
    for (offset, creator) in creators.enumerated() {
      try entry.insert(
        [
          .integer(event), .integer(entry.number), .integer(Int64(offset + 1)),
          .text(try entry.hash(of: creator.name)), .text(creator.role.rawValue),
        ], into: Self.self)
    }
  }

  /// The creators of the events whose rows are bound, each with the entry that amended it.
  func creators(of events: BoundRows) throws(StorageError) -> [Int64: [Creator]] {
    var creators: [Int64: [Creator]] = [:]
    try session.query(Self.select, over: events, []) { row throws(StorageError) in
      creators[try row.integer(0), default: []].append(try Creator(row: row, from: 2))
    }
    return creators
  }
}

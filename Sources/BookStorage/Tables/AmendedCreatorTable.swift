import LedgerCore
import Rows

/// The `event_amendment_creator` table: who appears in an event after an amendment.
struct AmendedCreatorTable: Table {
  static let name = "event_amendment_creator"
  static let columns: [Column] = [
    .integer("event"), .integer("entry"), .integer("position"), .text("creator"), .text("role"),
  ]
  static let key = ["event", "entry", "position"]
  static let statements = [select]

  private static let select = """
    SELECT creator, role
    FROM event_amendment_creator
    WHERE event = ?1 AND entry = ?2
    ORDER BY position
    """

  let session: any BookSession

  func insert(_ creators: [Creator], event: Int64, entry: OpenEntry) throws(StorageError) {
    for (offset, creator) in creators.enumerated() {
      try entry.insert(
        [
          .integer(event), .integer(entry.number), .integer(Int64(offset + 1)),
          .text(creator.name), .text(creator.role.rawValue),
        ], into: Self.self)
    }
  }

  func creators(of event: Int64, amendedBy entry: Int64) throws(StorageError) -> [Creator] {
    return try session.rows(Self.select, .integer(event), .integer(entry)) {
      row throws(StorageError) in
      try Creator(row: row, from: 0)
    }
  }
}

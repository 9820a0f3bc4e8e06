import LedgerCore
import Rows

/// The `event_creator` table: who appears in an event.
struct EventCreatorTable: Table {
  static let name = "event_creator"
  static let columns: [Column] = [
    .event.meaning("id of the show"), .integer("position", "position in the list, from 1"),
    .words("creator", "hash of the name of the creator, of the table person_text"), .text("role"),
    .entry,
  ]
  static let key = ["event", "position"]
  static let statements = [select, selectInMarket, selectNames]

  private static let select = """
    SELECT event, position, \(PersonTextTable.shown("creator")), role
    FROM bound
    JOIN event_creator ON event = c0
    ORDER BY event, position
    """
  private static let selectInMarket = """
    SELECT event.id, \(PersonTextTable.shown("creator")), role
    FROM event
    JOIN event_creator ON event_creator.event = event.id
    WHERE market = ?1 AND starts_at >= ?2 AND starts_at < ?3
    ORDER BY starts_at, event.id, position
    """

  private static let selectNames = """
    SELECT \(PersonTextTable.shown("creator"))
    FROM event_creator
    WHERE entry <= ?1
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = event_creator.entry AND void.entry <= ?1)
    UNION
    SELECT \(PersonTextTable.shown("creator"))
    FROM event_amendment_creator
    WHERE entry <= ?1
      AND NOT EXISTS (
        SELECT 1 FROM void WHERE voided = event_amendment_creator.entry AND void.entry <= ?1)
    """

  let session: any BookSession

  func insert(_ creators: [Creator], event: Int64, entry: any EntryWriter) throws(StorageError) {
    try entry.learn(creators.map(\.name))
    for (offset, creator) in creators.enumerated() {
      try entry.insert(
        [
          .integer(event), .integer(Int64(offset + 1)), .text(try entry.hash(of: creator.name)),
          .text(creator.role.rawValue), .integer(entry.number),
        ], into: Self.self)
    }
  }

  /// The creators of the events whose rows are bound.
  func creators(of events: BoundRows) throws(StorageError) -> [Int64: [Creator]] {
    var creators: [Int64: [Creator]] = [:]
    try session.query(Self.select, over: events, []) { row throws(StorageError) in
      creators[try row.integer(0), default: []].append(try Creator(row: row, from: 2))
    }
    return creators
  }

  /// All names as of an entry, before and after amendments.
  func names(asOf entry: Int64?) throws(StorageError) -> [String] {
    return try session.rows(Self.selectNames, .integer(entry ?? .max)) { row throws(StorageError) in
      try row.text(0)
    }
  }

  /// The creators of a market's events that start in a period, by the event's row.
  func creators(
    in market: Market.Code, during period: InstantRange
  ) throws(StorageError) -> [Int64: [Creator]] {
    var creators: [Int64: [Creator]] = [:]
    try session.forEach(
      Self.selectInMarket,
      .text(market.description), .integer(period.start?.milliseconds ?? .min),
      .integer(period.end?.milliseconds ?? .max)
    ) { row throws(StorageError) in
      creators[try row.integer(0), default: []].append(try Creator(row: row, from: 1))
    }
    return creators
  }
}

extension Creator {
  init(row: borrowing Row, from column: Int) throws(StorageError) {
    guard let role = Role(rawValue: try row.text(column + 1)) else {
      throw .damaged("a creator's role is none")
    }
    let name = try row.text(column)
    do { try self.init(name: name, role: role) } catch {
      throw .damaged("a creator's name is none: \(error)")
    }
  }
}

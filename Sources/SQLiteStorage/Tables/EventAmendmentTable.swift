import LedgerCore
import SQLite

/// The `event_amendment` table: the corrections of events.
struct EventAmendmentTable: Table {
  static let name = "event_amendment"
  static let columns: [Column] = [
    .integer("event"), .integer("entry"), .text("platform"), .text("title"),
    .integer("starts_at"), .integer("ends_at", nullable: true),
  ]
  static let key = ["event", "entry"]
  static let statements = [insert, selectEntries, selectOfEntries]

  private static let insert = """
    INSERT INTO event_amendment (event, entry, platform, title, starts_at, ends_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6)
    """
  private static let selectEntries =
    "SELECT entry FROM event_amendment WHERE event = ?1 ORDER BY entry"
  private static let selectOfEntries =
    "SELECT event, entry FROM event_amendment WHERE entry BETWEEN ?1 AND ?2"

  let connection: Connection

  func insert(_ event: Event, id: Int64, entry: OpenEntry) throws(SQLiteError) {
    try entry.insert(
      [
        .integer(id), .integer(entry.number), .text(event.platform), .text(event.title),
        .integer(event.startsAt.milliseconds), .optional(event.endsAt?.milliseconds),
      ], into: Self.self, by: Self.insert)
  }

  /// The entries that amended an event, oldest first.
  func entries(event: Int64) throws(SQLiteError) -> [Int64] {
    var statement = try connection.statement(Self.selectEntries)
    return try statement.rows(.integer(event)) { row throws(SQLiteError) in try row.integer(0) }
  }

  /// The events that some entries amended.
  func events(ofEntries entries: Set<Int64>) throws(SQLiteError) -> Set<Int64> {
    guard let first = entries.min(), let last = entries.max() else { return [] }
    var statement = try connection.statement(Self.selectOfEntries)
    var events: Set<Int64> = []
    try statement.forEach(.integer(first), .integer(last)) { row throws(SQLiteError) in
      if entries.contains(try row.integer(1)) { events.insert(try row.integer(0)) }
    }
    return events
  }
}

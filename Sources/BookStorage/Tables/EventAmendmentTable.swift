import LedgerCore
import Rows

/// The `event_amendment` table: the corrections of events.
struct EventAmendmentTable: Table {
  static let name = "event_amendment"
  static let columns: [Column] = [
    .event.meaning("id of the show"), .entry, .text("platform", "the platform, in lower case"),
    .text("title"),
    .integer("starts_at", "start of the show"),
    .integer("ends_at", "end of the show; null while not known", nullable: true),
  ]
  static let key = ["event", "entry"]
  static let statements = [selectOfEntries]

  private static let selectOfEntries =
    "SELECT event, entry FROM event_amendment WHERE entry BETWEEN ?1 AND ?2"

  let session: any BookSession

  func insert(_ event: Event, id: Int64, entry: any EntryWriter) throws(StorageError) {
    try entry.insert(
      [
        .integer(id), .integer(entry.number), .text(event.platform), .text(event.title),
        .integer(event.startsAt.milliseconds), .optional(event.endsAt?.milliseconds),
      ], into: Self.self)
  }

  /// The events that some entries amended.
  func events(ofEntries entries: Set<Int64>) throws(StorageError) -> Set<Int64> {
    guard let first = entries.min(), let last = entries.max() else { return [] }
    var events: Set<Int64> = []
    try session.forEach(Self.selectOfEntries, .integer(first), .integer(last)) {
      row throws(StorageError) in
      if entries.contains(try row.integer(1)) { events.insert(try row.integer(0)) }
    }
    return events
  }
}

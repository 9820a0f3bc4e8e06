import LedgerCore
import Rows

/// The `event_mark` table: what happened in shows.
struct EventMarkTable: Table {
  static let name = "event_mark"
  static let columns: [Column] = [
    .id, .event.meaning("id of the show"),
    .integer("starts_at", "when it happened, or began"),
    .integer("ends_at", "first instant after it; null if it has none", nullable: true),
    .text("kind"),
    .text("text", "what happened; null if that was not said", nullable: true),
    .words(
      "creator",
      "hash of the name of whom it is about, of the table person_text; null for nobody",
      nullable: true),
    .entry,
  ]
  static let statements = [selectAll, selectOfEvent, selectCreators]

  private static let selectAll = """
    SELECT \(fields)
    FROM event_mark AS mark
    JOIN event ON event.id = mark.event
    WHERE mark.entry <= ?1 AND \(isCurrent)
    """
  private static let selectOfEvent = """
    SELECT \(fields)
    FROM event_mark AS mark
    JOIN event ON event.id = mark.event
    WHERE mark.entry <= ?1 AND \(isCurrent) AND event.key = ?2
    """
  private static let selectCreators = """
    SELECT DISTINCT \(PersonTextTable.shown("creator")) FROM event_mark WHERE creator IS NOT NULL
    """
  private static let isCurrent =
    "NOT EXISTS (SELECT 1 FROM void WHERE voided = mark.entry AND void.entry <= ?1)"
  private static let fields = """
    event.key, mark.starts_at, mark.ends_at, mark.kind, mark.text,
      \(PersonTextTable.shown("mark.creator")), event.market, mark.entry, mark.id, mark.event
    """

  let session: any BookSession

  /// What identifies a mark, with texts as the book compares them.
  struct Key: Hashable {
    private let event: Int64
    private let startsAt: Instant
    private let kind: Mark.Kind
    private let texts: [ByteText?]

    init(_ mark: Mark, event: Int64) {
      self.event = event
      startsAt = mark.startsAt
      kind = mark.kind
      texts = [mark.text, mark.creator].map { $0.map(ByteText.init) }
    }
  }

  func insert(_ mark: Mark, event: Int64, entry: any EntryWriter) throws(StorageError) {
    var creator: String?
    if let name = mark.creator { creator = try entry.hash(of: name) }
    _ = try entry.insertNumbered(
      [
        .integer(event), .integer(mark.startsAt.milliseconds),
        .optional(mark.endsAt?.milliseconds), .text(mark.kind.rawValue), .optional(mark.text),
        .optional(creator), .integer(entry.number),
      ], into: Self.self)
  }

  /// The marks that were current as of an entry, and the ids of their events.
  func marks(
    of event: EventKey? = nil, asOf entry: Int64
  ) throws(StorageError) -> [(record: MarkRecord, event: Int64)] {
    var found: [(record: MarkRecord, id: Int64, event: Int64)] = []
    try session.query(
      event == nil ? Self.selectAll : Self.selectOfEvent,
      [.integer(entry)] + (event.map { [.text($0.description)] } ?? [])
    ) { row throws(StorageError) in
      found.append((try MarkRecord(row: row), try row.integer(8), try row.integer(9)))
      return true
    }
    return found.sorted {
      let (one, other) = ($0.record.mark, $1.record.mark)
      return (one.event, one.startsAt, one.kind.rawValue, $0.id)
        < (other.event, other.startsAt, other.kind.rawValue, $1.id)
    }.map { ($0.record, $0.event) }
  }

  /// The names of all creators that a mark was ever about.
  func creators() throws(StorageError) -> [String] {
    try session.rows(Self.selectCreators) { row throws(StorageError) in try row.text(0) }
  }
}

extension MarkRecord {
  fileprivate init(row: borrowing Row) throws(StorageError) {
    let (event, start) = (try row.eventKey(0), try row.instant(1))
    let (end, kind) = (try row.optionalInstant(2), try row.text(3))
    let (text, creator) = (try row.optionalText(4), try row.optionalText(5))
    let (market, entry) = (Market.Code(try row.text(6)), try row.integer(7))
    guard let kind = Mark.Kind(rawValue: kind) else {
      throw .damaged("a mark is of no kind: \(kind)")
    }
    do {
      self.init(
        mark: try Mark(
          event: event, startsAt: start, endsAt: end, kind: kind, text: text, creator: creator),
        market: market, entry: entry)
    } catch {
      throw .damaged("a mark is none: \(error)")
    }
  }
}

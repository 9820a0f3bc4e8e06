import LedgerCore
import Rows

/// The `same_show` table: which events are one show.
struct SameShowTable: Table {
  static let name = "same_show"
  static let columns: [Column] = [
    .other.meaning("id of the event that is the same show as another one"), .entry,
    .event.meaning("id of the event by which the show is listed"),
    .text("citation", "who says so, or where; null if not known", nullable: true),
  ]
  static let key = ["other", "entry"]
  static let statements = [selectAny, selectCurrent, selectHidden, selectOrders, selectOfEntries]

  private static let selectAny = "SELECT 1 FROM same_show LIMIT 1"
  private static let selectCurrent = """
    SELECT event.key, other.key, same_show.citation, same_show.entry
    FROM same_show
    JOIN event ON event.id = same_show.event
    JOIN event AS other ON other.id = same_show.other
    WHERE \(isCurrent("same_show", asOf: "?1"))
    ORDER BY event.key, other.key
    """
  private static let selectHidden = """
    SELECT other, event
    FROM same_show
    WHERE \(isCurrent("same_show", asOf: "?1"))
    """
  /// Orders that name an event, or that credits name it for; reads all sales.
  private static let selectOrders = """
    SELECT DISTINCT source, order_number
    FROM sale
    WHERE event IN (SELECT c0 FROM bound)
    UNION
    SELECT source, order_number
    FROM bound
    JOIN event ON event.id = c0
    JOIN credit ON credit.event = event.key
    """
  private static let selectOfEntries = """
    SELECT other
    FROM bound
    JOIN same_show ON entry = c0
    """

  private static func isCurrent(_ table: String, asOf entry: String?) -> String {
    (entry.map { "\(table).entry <= \($0) AND " } ?? "")
      + "NOT EXISTS (SELECT 1 FROM void WHERE voided = \(table).entry"
      + (entry.map { " AND void.entry <= \($0))" } ?? ")")
  }

  /// The id of the event that a row of `sale` counts for, as of an entry, or null.
  ///
  /// That is the one by which the show is listed that a credit names, else the sale itself.
  static func counted(_ sale: String, asOf entry: String? = nil) -> String {
    // In a book without either, no row is looked up: an engine evaluates the condition once.
    """
    (CASE WHEN \(CreditTable.isUsed) OR (SELECT 1 FROM same_show LIMIT 1) IS NOT NULL
      THEN (SELECT coalesce(
          (SELECT same_show.event FROM same_show
            WHERE same_show.other = stated.event AND \(isCurrent("same_show", asOf: entry))),
          stated.event)
        FROM (
          SELECT coalesce(\(CreditTable.credited(sale, asOf: entry)), \(sale).event) AS event
        ) AS stated)
      ELSE \(sale).event END)
    """
  }

  let session: any BookSession

  /// Whether two events were ever said to be one show.
  func hasAny() throws(StorageError) -> Bool {
    try session.first(Self.selectAny) { _ throws(StorageError) in true } ?? false
  }

  func insert(
    other: Int64, event: Int64, citation: String?, entry: any EntryWriter
  ) throws(StorageError) {
    try entry.insert(
      [.integer(other), .integer(entry.number), .integer(event), .optional(citation)],
      into: Self.self)
  }

  /// The statements that were current as of an entry, by event and other, and their entries.
  func statements(
    asOf entry: Int64
  ) throws(StorageError) -> [(fact: SameShow, entry: Int64)] {
    try session.rows(Self.selectCurrent, .integer(entry)) { row throws(StorageError) in
      let (event, other) = (try row.eventKey(0), try row.eventKey(1))
      let (citation, entry) = (try row.optionalText(2), try row.integer(3))
      do {
        return (try SameShow(event: event, other: other, citation: citation), entry)
      } catch {
        throw StorageError.damaged("a show is the same as none: \(error)")
      }
    }
  }

  /// The events that are not listed as shows of their own as of an entry, and those by which they
  /// are.
  func listed(asOf entry: Int64 = .max) throws(StorageError) -> [Int64: Int64] {
    let rows = try session.rows(Self.selectHidden, .integer(entry)) { row throws(StorageError) in
      (try row.integer(0), try row.integer(1))
    }
    return Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }

  /// The orders that some events sold; reads all sales.
  func orders(
    ofEvents events: [Int64]
  ) throws(StorageError) -> [(source: Int64, number: String)] {
    guard !events.isEmpty else { return [] }
    var orders: [(source: Int64, number: String)] = []
    try session.query(Self.selectOrders, over: BoundRows(integers: events), []) {
      row throws(StorageError) in
      orders.append((try row.integer(0), try row.text(1)))
    }
    return orders
  }

  /// The events that entries say are the same show as another one.
  func others(ofEntries entries: Set<Int64>) throws(StorageError) -> [Int64] {
    var others: [Int64] = []
    try session.query(Self.selectOfEntries, over: BoundRows(integers: entries), []) {
      row throws(StorageError) in
      others.append(try row.integer(0))
    }
    return others
  }
}

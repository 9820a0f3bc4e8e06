import LedgerCore
import Rows

/// The `credit` table: what sold an order, or a line of it.
struct CreditTable: Table {
  static let name = "credit"
  static let columns: [Column] = [
    .source.meaning("id of the system that numbers the orders, a sale_source"),
    .text("order_number"),
    .integer("line", "the line; -1 for all lines that no other credit names"),
    .text("event", "key of the show, which may not be recorded yet; empty if it names none"),
    .text("channel", "the channel, such as live or video; empty if it is not known"), .entry,
    .words(
      "creator", "hash of the name of the creator, of the table person_text; null if not known",
      nullable: true),
    .integer("observed_at", "when this was seen; null if not known", nullable: true),
    .text("citation", "who says so, or where; null if not known", nullable: true),
  ]
  static let key = ["source", "order_number", "line", "event", "channel", "entry"]
  static let statements = [
    selectAny, selectKnown, selectOrders, selectOfEntries, selectOfEvents, selectStanding,
    selectList, selectCounts, selectVersions, selectMoving, selectCreators,
  ]

  /// The line of a credit of all lines.
  static let allLines: Int64 = -1

  private static let selectAny = "SELECT 1 FROM credit LIMIT 1"
  private static let selectKnown = """
    SELECT c6
    FROM bound
    JOIN credit ON source = c0 AND order_number = c1 AND line = c2 AND event = c3 AND channel = c4
    WHERE (c5 IS NULL OR creator = c5)
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = credit.entry)
    """
  private static let selectOrders = """
    SELECT c2
    FROM bound
    WHERE EXISTS (SELECT 1 FROM credit WHERE source = c0 AND order_number = c1)
    """
  private static let selectOfEntries = """
    SELECT DISTINCT source, order_number
    FROM credit
    WHERE entry IN (SELECT c0 FROM bound)
    """
  private static let selectOfEvents = """
    SELECT DISTINCT source, order_number
    FROM bound
    JOIN credit ON event = c0
    """
  static let selectStanding = """
    SELECT credit.source, credit.order_number, credit.line, event.id, event.market
    FROM credit
    JOIN event ON event.key = credit.event
    WHERE NOT EXISTS (SELECT 1 FROM void WHERE voided = credit.entry)
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = event.entry)
    ORDER BY credit.source, credit.order_number, \(rank)
    """
  private static let selectCreators = """
    SELECT DISTINCT \(PersonTextTable.shown("creator"))
    FROM credit
    WHERE creator IS NOT NULL
    """
  private static let selectVersions = """
    SELECT entry, count(*)
    FROM credit
    WHERE event = ?1
    GROUP BY entry
    """
  /// Entries of the credits of some orders, of their sales, and of the events that they name: of
  /// the orders of an event, and of those that are the same show.
  private static let selectMoving = """
    WITH same AS MATERIALIZED (
      SELECT event, other, entry FROM same_show WHERE event = ?1 OR other = ?1),
    shown AS MATERIALIZED (
      SELECT ?1 AS id UNION SELECT event FROM same UNION SELECT other FROM same),
    own AS MATERIALIZED (
      SELECT credit.source, credit.order_number
      FROM shown
      JOIN event ON event.id = shown.id
      JOIN credit ON credit.event = event.key
      UNION
      SELECT sale.source, sale.order_number
      FROM sale
      WHERE sale.event IN (SELECT id FROM shown)
        AND (EXISTS (SELECT 1 FROM same)
          OR EXISTS (SELECT 1 FROM credit
            WHERE credit.source = sale.source AND credit.order_number = sale.order_number))),
    moving AS MATERIALIZED (
      SELECT credit.entry, credit.event FROM own JOIN credit USING (source, order_number))
    SELECT entry FROM moving
    UNION
    SELECT sale.entry FROM own JOIN sale USING (source, order_number)
    UNION
    SELECT event.entry FROM moving JOIN event ON event.key = moving.event
    UNION
    SELECT entry FROM same
    """
  /// The first of the credits of a sale stands: a line's own goes before one of all lines.
  static let rank =
    "credit.line DESC, credit.observed_at IS NULL, credit.observed_at DESC, credit.event"

  /// Whether a credit was ever recorded; an engine evaluates it once for a statement.
  static let isUsed = "(SELECT 1 FROM credit LIMIT 1) IS NOT NULL"

  /// The id of the show to which credits that are current as of an entry credit a row of `sale`.
  static func credited(_ sale: String, asOf entry: String? = nil) -> String {
    func isCurrent(_ table: String) -> String {
      (entry.map { "\(table).entry <= \($0) AND " } ?? "")
        + "NOT EXISTS (SELECT 1 FROM void WHERE voided = \(table).entry"
        + (entry.map { " AND void.entry <= \($0))" } ?? ")")
    }
    return """
      (SELECT shown.id
        FROM credit
        JOIN event AS shown ON shown.key = credit.event
        WHERE credit.source = \(sale).source AND credit.order_number = \(sale).order_number
          AND (credit.line = \(sale).line OR credit.line = -1) AND shown.market = \(sale).market
          AND \(isCurrent("credit"))
          AND \(isCurrent("shown"))
        ORDER BY \(rank)
        LIMIT 1)
      """
  }

  /// The channel that credits that are current as of an entry name for a row of `sale`.
  static func channel(_ sale: String, asOf entry: String) -> String {
    """
    (SELECT credit.channel
        FROM credit
        WHERE credit.source = \(sale).source AND credit.order_number = \(sale).order_number
          AND (credit.line = \(sale).line OR credit.line = -1) AND credit.channel <> ''
          AND credit.entry <= \(entry)
          AND NOT EXISTS (
            SELECT 1 FROM void WHERE voided = credit.entry AND void.entry <= \(entry))
        ORDER BY credit.line DESC, credit.observed_at IS NULL, credit.observed_at DESC,
          credit.channel
        LIMIT 1)
    """
  }

  let session: any BookSession

  /// What identifies a credit in the book.
  struct Key: Hashable {
    let source: ByteText
    let order: ByteText
    let line: Int64
    let event: EventKey?
    let channel: Channel?

    init(_ credit: Credit) {
      source = ByteText(credit.source)
      order = ByteText(credit.order)
      line = credit.line ?? CreditTable.allLines
      event = credit.event
      channel = credit.channel
    }
  }

  /// Whether a credit was ever recorded.
  func hasAny() throws(StorageError) -> Bool {
    try session.first(Self.selectAny) { _ throws(StorageError) in true } ?? false
  }

  /// Inserts credits, in the order of the table's key; `creators`: the hashes of their names.
  func insert(
    _ credits: [(source: Int64, credit: Credit)], creators: [ByteText: String],
    entry: any EntryWriter
  ) throws(StorageError) {
    var rows = BoundRows(
      [.integer, .text, .integer, .text, .text, .text, .optionalInteger, .text])
    for (source, credit) in credits {
      rows.append(source)
      rows.append(rows.cell(credit.order))
      rows.append(credit.line ?? Self.allLines)
      rows.append(rows.cell(credit.event?.description ?? ""))
      rows.append(rows.cell(credit.channel?.rawValue ?? ""))
      rows.append(creators[ByteText(credit.creator ?? "")].map { rows.cell($0) } ?? BoundRows.null)
      rows.append(credit.observedAt?.milliseconds ?? BoundRows.null)
      rows.append(credit.citation.map { rows.cell($0) } ?? BoundRows.null)
    }
    try entry.insert(rows, alike: [:], naming: [], into: Self.self)
  }

  /// The places of those credits that the book has, among some with the rows of their sources.
  func known(_ credits: [(source: Int64, credit: Credit)]) throws(StorageError) -> Set<Int> {
    let hashes = try PersonTextTable(session: session).hashes(
      of: Set(credits.compactMap { $0.credit.creator.map(ByteText.init) }))
    var keys = BoundRows([.integer, .text, .integer, .text, .text, .text, .integer])
    for (place, (source, credit)) in credits.enumerated() {
      let creator = credit.creator.map { hashes[ByteText($0)] }
      // Whom the book does not name, no credit names.
      if case .some(nil) = creator { continue }
      keys.append(source)
      keys.append(keys.cell(credit.order))
      keys.append(credit.line ?? Self.allLines)
      keys.append(keys.cell(credit.event?.description ?? ""))
      keys.append(keys.cell(credit.channel?.rawValue ?? ""))
      keys.append((creator ?? nil).map { keys.cell($0) } ?? BoundRows.null)
      keys.append(Int64(place))
    }
    var places: Set<Int> = []
    try session.query(Self.selectKnown, over: keys, []) { row throws(StorageError) in
      places.insert(Int(try row.integer(0)))
    }
    return places
  }

  /// The names of all creators of credits.
  func creators() throws(StorageError) -> [String] {
    try session.rows(Self.selectCreators) { row throws(StorageError) in try row.text(0) }
  }

  /// Which of some orders have credits, current or not, by their places.
  func areCredited(
    _ orders: [(source: Int64, number: String)]
  ) throws(StorageError) -> [Int] {
    var keys = BoundRows([.integer, .text, .integer])
    for (place, order) in orders.enumerated() {
      keys.append(order.source)
      keys.append(keys.cell(order.number))
      keys.append(Int64(place))
    }
    var places: [Int] = []
    try session.query(Self.selectOrders, over: keys, []) { row throws(StorageError) in
      places.append(Int(try row.integer(0)))
    }
    return places.sorted()
  }

  /// The orders that credits of some entries name; reads the whole table.
  func orders(
    ofEntries entries: Set<Int64>
  ) throws(StorageError) -> [(source: Int64, number: String)] {
    try orders(Self.selectOfEntries, BoundRows(integers: Array(entries)))
  }

  /// The orders that are credited, now or once, to events with some keys.
  func orders(
    ofEvents keys: [EventKey]
  ) throws(StorageError) -> [(source: Int64, number: String)] {
    var rows = BoundRows([.text])
    for key in keys { rows.append(rows.cell(key.description)) }
    return try orders(Self.selectOfEvents, rows)
  }

  private func orders(
    _ sql: String, _ rows: BoundRows
  ) throws(StorageError) -> [(source: Int64, number: String)] {
    guard rows.count > 0 else { return [] }
    var orders: [(source: Int64, number: String)] = []
    try session.query(sql, over: rows, []) { row throws(StorageError) in
      orders.append((try row.integer(0), try row.text(1)))
    }
    return orders
  }

  /// The entries after which orders may have moved to an event or away from it.
  ///
  /// Reads all sales.
  func entries(moving event: Int64) throws(StorageError) -> [Int64] {
    let mayMove = (try hasAny(), try SameShowTable(session: session).hasAny())
    guard mayMove.0 || mayMove.1 else { return [] }
    return try session.rows(Self.selectMoving, .integer(event)) {
      row throws(StorageError) in try row.integer(0)
    }
  }

  /// How many credits to events with a key each entry recorded.
  func counts(of key: EventKey) throws(StorageError) -> [(entry: Int64, counts: Entry.Counts)] {
    try session.rows(Self.selectVersions, .text(key.description)) { row throws(StorageError) in
      (try row.integer(0), Entry.Counts(.credits, Int(try row.integer(1))))
    }
  }
}

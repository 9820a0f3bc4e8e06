import LedgerCore
import Rows

/// The `event` table: live shows.
struct EventTable: Table {
  static let name = "event"
  static let columns: [Column] = [
    .id.meaning("number for joins within this file; people use the key"),
    .text("key", "key of the show, chosen by the user"), .text("market"),
    .text("platform", "the platform, in lower case"), .text("title"),
    .integer("starts_at", "start of the show"),
    .integer("ends_at", "end of the show; null while not known", nullable: true), .entry,
  ]
  static let statements = [
    selectID, selectKnown, selectKeyOfID, selectIDs, selectTimes, selectKey, selectOfKeys,
    selectRows, selectAllInMarket, selectInMarket, selectEverywhere, selectKeys, selectPlatforms,
    selectOfEntries, selectVersions, selectNames, selectAllNames,
  ]

  /// An event as its row and the last of its amendments state it.
  ///
  /// Its brands and creators have rows of their own.
  struct Record {
    let id: Int64
    let key: EventKey
    let market: Market.Code
    let platform: String
    let title: String
    let startsAt: Instant
    let endsAt: Instant?
    let entry: Int64
    /// The entry of the last amendment, if any.
    let amendment: Int64?
  }

  /// The condition for events of a market that start in [from, to), or may because of an amendment.
  static let mayBeAsked = """
    market = ?1 AND (starts_at >= ?2 AND starts_at < ?3
      OR event.id IN (SELECT event FROM event_amendment))
    """

  private static let selectID = """
    SELECT id, market
    FROM event
    WHERE key = ?1 AND entry <= ?2
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = event.entry AND void.entry <= ?2)
    """
  private static let selectKnown = """
    SELECT id, market, key
    FROM bound
    JOIN event ON key = c0
    WHERE NOT EXISTS (SELECT 1 FROM void WHERE voided = event.entry)
    """
  /// As of an entry.
  private static let selectAmended = amended(from: "event")
  private static func amended(from source: String) -> String {
    """
    SELECT event.id, event.key, event.market, ifnull(amended.platform, event.platform),
      ifnull(amended.title, event.title), ifnull(amended.starts_at, event.starts_at) AS start,
      iif(amended.entry IS NULL, event.ends_at, amended.ends_at), event.entry, amended.entry
    FROM \(source)
    LEFT JOIN event_amendment AS amended ON amended.event = event.id AND amended.entry = (
      SELECT max(last.entry)
      FROM event_amendment AS last
      WHERE last.event = event.id AND last.entry <= ?1
        AND NOT EXISTS (SELECT 1 FROM void WHERE voided = last.entry AND void.entry <= ?1))
    WHERE event.entry <= ?1
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = event.entry AND void.entry <= ?1)
    """
  }
  private static let selectOfKeys = amended(from: "bound JOIN event ON event.key = c0")
  private static let selectRows = amended(from: "bound JOIN event ON event.id = c0")
  private static let selectKey = selectAmended + " AND event.key = ?2"
  private static let selectKeyOfID = "SELECT key FROM event WHERE id = ?1"
  /// With how many events had the same key before.
  private static let selectNames = """
    SELECT id, key, (
      SELECT count(*) FROM event AS earlier
      WHERE earlier.key = event.key AND earlier.entry < event.entry)
    FROM bound
    JOIN event ON id = c0
    """
  private static let selectAllNames = "SELECT id, key FROM event ORDER BY key, entry"
  private static let selectIDs = "SELECT id FROM event"
  private static let selectTimes = "SELECT id, starts_at, ends_at FROM event"
  private static let selectEverywhere = selectAmended + newest
  private static let selectInMarket = selectAmended + " AND market = ?5" + newest
  private static let selectAllInMarket = selectAmended + " AND market = ?4" + inPeriod
  private static let inPeriod = " AND start >= ?2 AND start < ?3"
  private static let newest = inPeriod + "\nORDER BY start DESC, event.key\nLIMIT ?4"
  private static let selectOfEntries = """
    SELECT id, key, entry
    FROM event
    WHERE entry BETWEEN ?1 AND ?2
    """
  private static let selectKeys = """
    SELECT key
    FROM event
    WHERE entry <= ?1
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = event.entry AND void.entry <= ?1)
    ORDER BY key
    """
  private static let selectPlatforms = """
    SELECT platform
    FROM event
    WHERE entry <= ?1
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = event.entry AND void.entry <= ?1)
    UNION
    SELECT platform
    FROM event_amendment
    WHERE entry <= ?1
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = event_amendment.entry AND void.entry <= ?1)
    """

  private static let selectVersions = """
    SELECT id, key, market, platform, title, starts_at, ends_at, entry, NULL
    FROM event
    WHERE key = ?1
    UNION ALL
    SELECT event.id, event.key, event.market, amended.platform, amended.title, amended.starts_at,
      amended.ends_at, event.entry, amended.entry
    FROM event
    JOIN event_amendment AS amended ON amended.event = event.id
    WHERE event.key = ?1
    """

  let session: any BookSession

  /// Inserts an event; returns its row.
  func insert(_ event: Event, entry: any EntryWriter) throws(StorageError) -> Int64 {
    try entry.insertNumbered(
      [
        .text(event.key.description), .text(event.market.description), .text(event.platform),
        .text(event.title), .integer(event.startsAt.milliseconds),
        .optional(event.endsAt?.milliseconds), .integer(entry.number),
      ], into: Self.self)
  }

  /// The row and the market of an event's key, as of an entry.
  func identity(
    _ key: EventKey, asOf entry: Int64? = nil
  ) throws(StorageError) -> (id: Int64, market: Market.Code)? {
    return try session.first(
      Self.selectID,
      .text(key.description), .integer(entry ?? .max)
    ) { row throws(StorageError) in
      (id: try row.integer(0), market: Market.Code(try row.text(1)))
    }
  }

  func key(_ id: Int64) throws(StorageError) -> EventKey? {
    return try session.first(Self.selectKeyOfID, .integer(id)) { row throws(StorageError) in
      try row.eventKey(0)
    }
  }

  func ids() throws(StorageError) -> [Int64] {
    return try session.rows(Self.selectIDs) { row throws(StorageError) in try row.integer(0) }
  }

  /// The times that were recorded first; it also reads books from before the amendments.
  func times() throws(StorageError) -> [AudienceCountTable.Times] {
    try session.rows(Self.selectTimes) { row throws(StorageError) in
      (event: try row.integer(0), start: try row.instant(1), end: try row.optionalInstant(2))
    }
  }

  /// The rows and markets of the events with some keys.
  func identities(
    _ keys: Set<EventKey>
  ) throws(StorageError) -> [EventKey: (id: Int64, market: Market.Code)] {
    var found: [EventKey: (id: Int64, market: Market.Code)] = [:]
    try session.query(
      Self.selectKnown, over: BoundRows(texts: keys.map(\.description)), []
    ) { row throws(StorageError) in
      found[try row.eventKey(2)] = (try row.integer(0), Market.Code(try row.text(1)))
    }
    return found
  }

  /// Adds the names of events to those by which digests call them.
  func name(_ events: Set<Int64>, in names: inout RowNames) throws(StorageError) {
    var found: [(id: Int64, key: String, generation: Int64)] = []
    try session.query(Self.selectNames, over: BoundRows(integers: events), []) {
      row throws(StorageError) in
      found.append((try row.integer(0), try row.text(1), try row.integer(2)))
    }
    for event in found { names.add(event.id, key: event.key, generation: event.generation) }
  }

  /// The names by which digests call all events.
  func names() throws(StorageError) -> RowNames {
    var names = RowNames()
    var last: (key: ByteText, generation: Int64)?
    let rows = try session.rows(Self.selectAllNames) { row throws(StorageError) in
      (id: try row.integer(0), key: try row.text(1))
    }
    for (id, key) in rows {
      let isAgain = last?.key == ByteText(key)
      let generation = isAgain ? (last?.generation ?? 0) + 1 : 0
      names.add(id, key: key, generation: generation)
      last = (ByteText(key), generation)
    }
    return names
  }

  /// The current events with some keys.
  func records(_ keys: Set<EventKey>) throws(StorageError) -> [Record] {
    try records(Self.selectOfKeys, BoundRows(texts: keys.map(\.description)))
  }

  /// The current events in some rows.
  func records(ids: some Sequence<Int64>) throws(StorageError) -> [Record] {
    try records(Self.selectRows, BoundRows(integers: ids))
  }

  private func records(_ sql: String, _ rows: BoundRows) throws(StorageError) -> [Record] {
    var records: [Record] = []
    try session.query(sql, over: rows, [.integer(.max)]) { row throws(StorageError) in
      records.append(try Record(row: row))
    }
    return records
  }

  func record(_ key: EventKey, asOf entry: Int64? = nil) throws(StorageError) -> Record? {
    return try session.first(
      Self.selectKey,
      .integer(entry ?? .max), .text(key.description), decode: Record.init(row:))
  }

  /// The events of a market, or of all, that start in a period; newest first.
  func records(
    in market: Market.Code?, during period: InstantRange, limit: Int?, asOf entry: Int64? = nil
  ) throws(StorageError) -> [Record] {
    let start = Value.integer(period.start?.milliseconds ?? .min)
    let end = Value.integer(period.end?.milliseconds ?? .max)
    let last = Value.integer(entry ?? .max)
    let bound = Value.integer(limit.map { Int64(most($0)) } ?? -1)
    guard let market else {
      return try session.rows(
        Self.selectEverywhere, last, start, end, bound, decode: Record.init(row:))
    }
    let code = Value.text(market.description)
    guard limit != nil else {
      // Sorted here: they come nearly in order, and an engine may write each row into its sorter.
      return try session.rows(
        Self.selectAllInMarket, last, start, end, code, decode: Record.init(row:)
      )
      .sorted { $0.isListed(before: $1) }
    }
    return try session.rows(
      Self.selectInMarket, last, start, end, bound, code, decode: Record.init(row:))
  }

  /// The events with a key as entries recorded and amended them, including those voided since.
  func versions(of key: EventKey) throws(StorageError) -> [Record] {
    return try session.rows(Self.selectVersions, .text(key.description), decode: Record.init(row:))
  }

  /// The events that some entries recorded.
  func identities(
    ofEntries entries: Set<Int64>
  ) throws(StorageError) -> [(id: Int64, key: EventKey)] {
    guard let first = entries.min(), let last = entries.max() else { return [] }
    var events: [(id: Int64, key: EventKey)] = []
    try session.forEach(Self.selectOfEntries, .integer(first), .integer(last)) {
      row throws(StorageError) in
      guard entries.contains(try row.integer(2)) else { return }
      events.append((id: try row.integer(0), key: try row.eventKey(1)))
    }
    return events
  }

  /// All keys as of an entry.
  func keys(asOf entry: Int64? = nil) throws(StorageError) -> [String] {
    return try session.rows(Self.selectKeys, .integer(entry ?? .max)) { row throws(StorageError) in
      try row.text(0)
    }
  }

  /// All platforms as of an entry, before and after amendments.
  func platforms(asOf entry: Int64?) throws(StorageError) -> [String] {
    return try session.rows(Self.selectPlatforms, .integer(entry ?? .max)) {
      row throws(StorageError) in
      try row.text(0)
    }
  }
}

extension EventTable.Record {
  /// Newest first, then by the bytes of the key.
  fileprivate func isListed(before other: Self) -> Bool {
    if startsAt != other.startsAt { return startsAt > other.startsAt }
    return key.description.utf8.lexicographicallyPrecedes(other.key.description.utf8)
  }

  fileprivate init(row: borrowing Row) throws(StorageError) {
    self.init(
      id: try row.integer(0), key: try row.eventKey(1), market: Market.Code(try row.text(2)),
      platform: try row.text(3), title: try row.text(4), startsAt: try row.instant(5),
      endsAt: try row.optionalInstant(6), entry: try row.integer(7),
      amendment: try row.optionalInteger(8))
  }
}

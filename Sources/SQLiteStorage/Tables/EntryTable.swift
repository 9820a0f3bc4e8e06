import LedgerCore
import SQLite

/// The `entry` table: the commits to the book.
struct EntryTable: Table {
  static let name = "entry"
  static let columns: [Column] =
    [
      .integer("number"), .integer("recorded_at"), .text("command"),
      .text("source", nullable: true), .text("source_digest", nullable: true),
      .text("note", nullable: true), .integer("events"), .integer("audience_counts"),
      .integer("sales"), .integer("import", nullable: true),
    ] + FactType.allCases.dropFirst(3).map { .integer($0.rawValue, defaultValue: 0) }
  static let statements = [
    insert, selectNumber, selectNewest, selectImport, selectUntil,
    selectRow,
  ]

  /// A column for each type of fact says how many the entry recorded.
  private static let counts = FactType.allCases.map(\.rawValue).joined(separator: ", ")

  /// The clock may have been set back since the entry before; the book's time never falls.
  private static let insert = """
    INSERT INTO entry
      (number, recorded_at, command, source, source_digest, note, import,
       \(counts))
    SELECT
      ifnull(max(number), 0) + 1,
      max(?1, ifnull((SELECT recorded_at FROM entry ORDER BY number DESC LIMIT 1), ?1)),
      ?2, ?3, ?4, ?5,
      iif(?6 = 0, ifnull(max(number), 0) + 1, ?6),
      \(FactType.allCases.indices.map { "?\($0 + 7)" }.joined(separator: ", "))
    FROM entry
    RETURNING number
    """
  private static let selectNumber = """
    SELECT \(fields)
    FROM entry
    WHERE number = ?1
    """
  private static let selectNewest = """
    SELECT \(fields)
    FROM entry
    ORDER BY number DESC
    LIMIT ?1
    """
  /// Of books of any version, as they are copied.
  private static let selectLast = """
    SELECT number, recorded_at
    FROM entry
    ORDER BY number DESC
    LIMIT 1
    """
  private static let selectImport = """
    SELECT \(fields)
    FROM entry
    WHERE import = ?1
    ORDER BY number
    """
  private static let selectUntil = """
    SELECT number
    FROM entry
    WHERE recorded_at <= ?1
    ORDER BY number DESC
    LIMIT 1
    """
  private static let selectRow = """
    SELECT \(columns.map(\.name).joined(separator: ", "))
    FROM entry
    WHERE number = ?1
    """
  private static let fields = """
    number, recorded_at, command, source, source_digest, note, import,
      (SELECT entry FROM void WHERE voided = number),
      (SELECT digest.digest FROM digest WHERE digest.number = entry.number),
      \(counts)
    """

  private static let encoding = RowEncoding(EntryTable.self)

  let connection: Connection

  /// Adds an entry and returns its number.
  func append(_ draft: Entry.Draft, recording counts: Entry.Counts) throws(SQLiteError) -> Int64 {
    var statement = try connection.statement(Self.insert)
    try statement.bind(
      [
        .integer(draft.recordedAt.milliseconds), .text(draft.command), .optional(draft.source),
        .optional(draft.sourceDigest), .optional(draft.note),
        .optional(draft.chunk.map { $0.first ?? 0 }),
      ] + FactType.allCases.map { .integer(counts[$0]) })
    let numbers = try statement.rows { row throws(SQLiteError) in try row.integer(0) }
    guard let number = numbers.first else { throw .damaged("an inserted entry has no number") }
    return number
  }

  /// The digest of an entry's own row.
  func part(_ number: Int64) throws(SQLiteError) -> EntryDigest.Part {
    var part = PartDigest()
    var statement = try connection.statement(Self.selectRow)
    var row = RowBuffer()
    try statement.forEach(.integer(number)) { stored throws(SQLiteError) in
      stored.copy(into: &row)
      try part.add { bytes in Self.encoding.append(row, to: &bytes) }
    }
    return EntryDigest.Part(table: Self.name, rows: part.rows, sha256: try part.finish())
  }

  func entry(_ number: Int64) throws(SQLiteError) -> Entry? {
    var statement = try connection.statement(Self.selectNumber)
    return try statement.first(.integer(number), decode: Entry.init(row:))
  }

  /// The entries of a file that was loaded, by its first.
  func importEntries(_ first: Int64) throws(SQLiteError) -> [Entry] {
    var statement = try connection.statement(Self.selectImport)
    return try statement.rows(.integer(first), decode: Entry.init(row:))
  }

  /// The last entry that had been recorded at an instant.
  func last(at instant: Instant) throws(SQLiteError) -> Int64? {
    var statement = try connection.statement(Self.selectUntil)
    return try statement.first(.integer(instant.milliseconds)) { row throws(SQLiteError) in
      try row.integer(0)
    }
  }

  /// The last entry: its number, and when it was recorded.
  func last() throws(SQLiteError) -> (number: Int64, recordedAt: Instant)? {
    var statement = try connection.uncachedStatement(Self.selectLast)
    return try statement.first { row throws(SQLiteError) in
      (number: try row.integer(0), recordedAt: try row.instant(1))
    }
  }

  func newest(limit: Int?) throws(SQLiteError) -> [Entry] {
    var statement = try connection.statement(Self.selectNewest)
    return try statement.rows(.integer(limit.map(Int64.init) ?? -1), decode: Entry.init(row:))
  }
}

extension Entry {
  fileprivate init(row: borrowing Row) throws(SQLiteError) {
    var counts = Counts()
    for (index, type) in FactType.allCases.enumerated() {
      counts[type] = try row.integer(9 + index)
    }
    self.init(
      number: try row.integer(0),
      draft: Draft(
        recordedAt: try row.instant(1), command: try row.text(2), source: try row.optionalText(3),
        sourceDigest: try row.optionalText(4), note: try row.optionalText(5)),
      counts: counts, firstOfImport: try row.optionalInteger(6),
      voidedBy: try row.optionalInteger(7), digest: try row.optionalText(8))
  }
}

import LedgerCore
import Rows

/// The `entry` table: the commits to the book.
struct EntryTable: Table {
  static let name = "entry"
  static let columns: [Column] =
    [
      .integer("number", "number of the entry, from 1"),
      .integer("recorded_at", "time of recording; never before that of the entry before it"),
      .text("command"),
      .text(
        "source", "the file or citation that the facts come from; null if not stated",
        nullable: true),
      .text(
        "source_digest", "SHA-256 of that file, hexadecimal; null if not known", nullable: true),
      .words(
        "note", "hash of a remark on the entry, of the table person_text; null if there is none",
        nullable: true),
    ] + first.map { .integer($0.rawValue, "number of \($0.counted) recorded") } + [
      .integer(
        "import",
        "first entry of the same imported file; null for that entry, and without an import",
        nullable: true)
    ]
    + later.map { .integer($0.rawValue, defaultValue: 0) } + [
      .words(
        "author",
        "hash of the name of who recorded it, of the table person_text; null in older entries",
        nullable: true)
    ] + latest.map { .integer($0.rawValue, defaultValue: 0) }

  /// The types of fact that entries count, in the order in which migrations added their columns.
  private static let first: [FactType] = [.events, .audienceCounts, .sales]
  private static let later: [FactType] = [
    .reportedTotals, .claims, .memberships, .targets, .surveys, .rates, .questions, .acceptances,
    .amendments, .settings,
  ]
  /// Those that were added after `author`.
  private static let latest: [FactType] = [.coverages, .credits, .sameShows, .marks, .aliases]
  static let counted = first + later + latest
  static let countedTables = Set(counted.map { $0.table.name })

  static let statements = [
    selectNumber, selectNewest, selectLast, selectImport, selectUntil, selectNote, selectPlainNotes,
    selectAuthor, selectAuthors,
  ]

  /// Each type of fact has a column with how many the entry recorded.
  private static let counts = counted.map(\.rawValue).joined(separator: ", ")

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
  /// For books of any version, because a copy keeps its version.
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
  private static let selectPlainNotes = "SELECT number FROM entry WHERE note = ?1 ORDER BY number"
  private static let selectNote = "SELECT note FROM entry WHERE number = ?1"
  private static let selectAuthor = "SELECT 1 FROM entry WHERE author = ?1 LIMIT 1"
  private static let selectAuthors = """
    SELECT DISTINCT text FROM entry JOIN person_text ON hash = author WHERE text IS NOT NULL
    ORDER BY text
    """
  private static let fields = """
    number, recorded_at, command, source, source_digest, \(PersonTextTable.shown("note")), import,
      (SELECT entry FROM void WHERE voided = number),
      (SELECT digest.digest FROM digest WHERE digest.number = entry.number),
      \(PersonTextTable.shown("author")), \(counts)
    """

  let session: any BookSession

  /// Adds an entry; returns its number and its row.
  ///
  /// `note`, `author`: what stands for them.
  func append(
    _ draft: Entry.Draft, note: String?, author: String?, recording counts: Entry.Counts
  ) throws(StorageError) -> (number: Int64, row: [Value]) {
    let last = try last()
    let (number, isTooLarge) = (last?.number ?? 0).addingReportingOverflow(1)
    if isTooLarge { throw .damaged("the last entry's number leaves none for another") }
    // The clock may have been set back since the previous entry; the book's time never falls.
    let recordedAt = max(draft.recordedAt, last?.recordedAt ?? draft.recordedAt)
    var row: [Value] = [
      .integer(number), .integer(recordedAt.milliseconds), .text(draft.command),
      .optional(draft.source), .optional(draft.sourceDigest), .optional(note),
    ]
    row += Self.first.map { .integer(counts[$0]) }
    row.append(.optional(draft.chunk.map { $0.first ?? number }))
    row += Self.later.map { .integer(counts[$0]) }
    row.append(.optional(author))
    row += Self.latest.map { .integer(counts[$0]) }
    try session.insert(row, into: Self.self)
    return (number, row)
  }

  /// What stands for the note of an entry: a hash, or the note itself in an entry of recipe 1.
  func storedNote(of number: Int64) throws(StorageError) -> String? {
    try session.first(Self.selectNote, .integer(number)) { row throws(StorageError) in
      try row.optionalText(0)
    } ?? nil
  }

  /// The entries of recipe 1 that have a note; reads all entries.
  func entries(ofPlainNote note: String) throws(StorageError) -> [Int64] {
    try session.rows(Self.selectPlainNotes, .text(note)) { row throws(StorageError) in
      try row.integer(0)
    }
  }

  /// Whether an entry has an author, by the hash of the name.
  func has(author hash: String) throws(StorageError) -> Bool {
    try session.first(Self.selectAuthor, .text(hash)) { _ throws(StorageError) in true } ?? false
  }

  /// The names of all authors that are not forgotten.
  func authors() throws(StorageError) -> [String] {
    try session.rows(Self.selectAuthors) { row throws(StorageError) in try row.text(0) }
  }

  func entry(_ number: Int64) throws(StorageError) -> Entry? {
    return try session.first(Self.selectNumber, .integer(number), decode: Entry.init(row:))
  }

  /// The entries of a loaded file, by the first of them.
  func importEntries(_ first: Int64) throws(StorageError) -> [Entry] {
    return try session.rows(Self.selectImport, .integer(first), decode: Entry.init(row:))
  }

  /// The last entry that had been recorded at an instant.
  func last(at instant: Instant) throws(StorageError) -> Int64? {
    return try session.first(Self.selectUntil, .integer(instant.milliseconds)) {
      row throws(StorageError) in
      try row.integer(0)
    }
  }

  /// The last entry: its number, and when it was recorded.
  func last() throws(StorageError) -> (number: Int64, recordedAt: Instant)? {
    return try session.first(Self.selectLast) { row throws(StorageError) in
      (number: try row.integer(0), recordedAt: try row.instant(1))
    }
  }

  func newest(limit: Int?) throws(StorageError) -> [Entry] {
    return try session.rows(
      Self.selectNewest,
      .integer(limit.map { Int64(most($0)) } ?? -1), decode: Entry.init(row:))
  }
}

extension FactType {
  /// The table with a row for each fact of the type.
  var table: any Table.Type {
    switch self {
    case .events: EventTable.self
    case .audienceCounts: AudienceCountTable.self
    case .sales: SaleTable.self
    case .reportedTotals: ReportedTotalTable.self
    case .claims: ClaimTable.self
    case .memberships: MembershipTable.self
    case .targets: TargetTable.self
    case .surveys: SurveyTable.self
    case .rates: RateTable.self
    case .questions: QuestionTable.self
    case .acceptances: AcceptanceTable.self
    case .amendments: EventAmendmentTable.self
    case .settings: SettingTable.self
    case .coverages: CoverageTable.self
    case .credits: CreditTable.self
    case .sameShows: SameShowTable.self
    case .marks: EventMarkTable.self
    case .aliases: AliasTable.self
    }
  }
}

extension Entry {
  fileprivate init(row: borrowing Row) throws(StorageError) {
    var counts = Counts()
    for (index, type) in EntryTable.counted.enumerated() {
      counts[type] = try row.integer(10 + index)
    }
    self.init(
      number: try row.integer(0),
      draft: Draft(
        recordedAt: try row.instant(1), command: try row.text(2), source: try row.optionalText(3),
        sourceDigest: try row.optionalText(4), note: try row.optionalText(5),
        author: try row.optionalText(9)),
      counts: counts, firstOfImport: try row.optionalInteger(6),
      voidedBy: try row.optionalInteger(7), digest: try row.optionalText(8))
  }
}

import LedgerCore
import Rows

/// The `coverage` table: over which time the sales of markets are complete.
struct CoverageTable: Table {
  static let name = "coverage"
  static let columns: [Column] = [
    .id, .text("market"),
    .text("platform", "the platform, in lower case; null for all platforms", nullable: true),
    .text("source", nullable: true),
    .words(
      "creator",
      "hash of the name of the creator, of the table person_text; null for all creators",
      nullable: true),
    .integer("starts_at"),
    .integer("ends_at", "first instant after the stretch"), .entry,
    .text("citation", "who says so, or where; null if not known", nullable: true),
  ]
  static let statements = [selectInMarket, selectEverywhere, selectCreators]

  private static let selectInMarket = """
    SELECT \(fields)
    FROM coverage
    WHERE entry <= ?1 AND \(isCurrent) AND market = ?2
    ORDER BY market, starts_at, id
    """
  private static let selectEverywhere = """
    SELECT \(fields)
    FROM coverage
    WHERE entry <= ?1 AND \(isCurrent)
    ORDER BY market, starts_at, id
    """
  private static let selectCreators = """
    SELECT DISTINCT \(PersonTextTable.shown("creator")) FROM coverage WHERE creator IS NOT NULL
    """
  private static let isCurrent =
    "NOT EXISTS (SELECT 1 FROM void WHERE voided = coverage.entry AND void.entry <= ?1)"
  private static let fields = """
    market, platform, source, \(PersonTextTable.shown("creator")), starts_at, ends_at, entry,
      citation
    """

  let session: any BookSession

  /// What identifies a coverage, with names as the book compares them.
  struct Key: Hashable {
    private let market: Market.Code
    private let names: [ByteText?]
    private let startsAt: Instant
    private let endsAt: Instant

    init(_ coverage: Coverage) {
      market = coverage.market
      names = [coverage.platform, coverage.source, coverage.creator].map { $0.map(ByteText.init) }
      startsAt = coverage.startsAt
      endsAt = coverage.endsAt
    }
  }

  func insert(_ coverage: Coverage, entry: any EntryWriter) throws(StorageError) {
    var creator: String?
    if let name = coverage.creator { creator = try entry.hash(of: name) }
    _ = try entry.insertNumbered(
      [
        .text(coverage.market.description), .optional(coverage.platform),
        .optional(coverage.source), .optional(creator), .integer(coverage.startsAt.milliseconds),
        .integer(coverage.endsAt.milliseconds), .integer(entry.number),
        .optional(coverage.citation),
      ], into: Self.self)
  }

  /// The coverages that were current as of an entry.
  func coverages(
    in market: Market.Code?, asOf entry: Int64
  ) throws(StorageError) -> [CoverageRecord] {
    var records: [CoverageRecord] = []
    try session.query(
      market == nil ? Self.selectEverywhere : Self.selectInMarket,
      [.integer(entry)] + (market.map { [.text($0.description)] } ?? [])
    ) { row throws(StorageError) in
      records.append(try CoverageRecord(row: row))
      return true
    }
    return records
  }

  /// The names of all creators to whom a coverage was ever limited.
  func creators() throws(StorageError) -> [String] {
    try session.rows(Self.selectCreators) { row throws(StorageError) in try row.text(0) }
  }
}

extension CoverageRecord {
  fileprivate init(row: borrowing Row) throws(StorageError) {
    let (market, platform) = (Market.Code(try row.text(0)), try row.optionalText(1))
    let (source, creator) = (try row.optionalText(2), try row.optionalText(3))
    let (start, end) = (try row.instant(4), try row.instant(5))
    let (entry, citation) = (try row.integer(6), try row.optionalText(7))
    do {
      self.init(
        coverage: try Coverage(
          market: market, platform: platform, source: source, creator: creator, startsAt: start,
          endsAt: end, citation: citation), entry: entry)
    } catch {
      throw .damaged("a coverage is none: \(error)")
    }
  }
}

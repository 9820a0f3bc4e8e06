import LedgerCore
import Rows

/// The `claim` table: what sources said about the rollout.
struct ClaimTable: Table {
  static let name = "claim"
  static let columns: [Column] = [
    .text("key", "key of the claim, by which another claim can dispute it"), .entry,
    .text("market", "the country; null if the claim is about a platform only", nullable: true),
    .text(
      "platform", "the platform, in lower case; null if the claim is about a market only",
      nullable: true),
    .text(
      "stage",
      """
      rumoured, planned, announced, piloting, live, paused, dropped or withdrawn; null if the \
      claim only disputes another
      """, nullable: true),
    .text(
      "effective",
      "start of the stage: 2022-07-05, 2022-07, 2022-Q3, 2022-H1 or 2022; null if not stated",
      nullable: true), .text("effective_first", "first day of that date or period", nullable: true),
    .text("effective_last", "last day of that date or period", nullable: true),
    .text("reported", "date of the report, in the same formats"), .text("reported_first"),
    .text("reported_last"), .text("source", "the person or publication that reported it"),
    .text("url", "link to the publication; null if not known", nullable: true),
    .text("quote", "wording of the claim, quoted; null if not recorded", nullable: true),
    .text(
      "disputes", "key of the claim that it disputes; null if it disputes none", nullable: true),
  ]
  static let key = ["key", "entry"]
  static let statements = [
    select, selectKnown, selectInMarket, selectEverywhere, selectKeys, selectVersions,
  ]

  private static let select = """
    SELECT \(fields)
    FROM claim
    WHERE key = ?1 AND NOT EXISTS (SELECT 1 FROM void WHERE voided = claim.entry)
    """
  private static let selectKnown = """
    SELECT \(fields)
    FROM bound
    JOIN claim ON key = c0
    WHERE NOT EXISTS (SELECT 1 FROM void WHERE voided = claim.entry)
    """
  private static let selectInMarket = """
    SELECT \(fields)
    FROM claim
    WHERE market = ?1 AND entry <= ?2
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = claim.entry AND void.entry <= ?2)
    ORDER BY \(order)
    """
  private static let selectEverywhere = """
    SELECT \(fields)
    FROM claim
    WHERE entry <= ?1
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = claim.entry AND void.entry <= ?1)
    ORDER BY \(order)
    """
  private static let selectKeys = """
    SELECT key
    FROM claim
    WHERE NOT EXISTS (SELECT 1 FROM void WHERE voided = claim.entry)
    ORDER BY key
    """
  private static let selectVersions = """
    SELECT \(fields)
    FROM claim
    WHERE key = ?1
    ORDER BY entry
    """
  private static let fields = """
    key, market, platform, stage, effective, reported, source, url, quote, disputes, entry
    """
  /// A vague date sorts by its first day; a stage without a date begins when it is reported.
  private static let order =
    "reported_first, reported_last, ifnull(effective_first, reported_first), entry, key"

  let session: any BookSession

  func insert(_ claim: Claim, entry: any EntryWriter) throws(StorageError) {
    try entry.insert(
      [
        .text(claim.key.description), .integer(entry.number), .optional(claim.market?.description),
        .optional(claim.platform), .optional(claim.stage?.rawValue),
        .optional(claim.effective?.description), .optional(claim.effective?.firstDay.description),
        .optional(claim.effective?.lastDay.description), .text(claim.reported.description),
        .text(claim.reported.firstDay.description), .text(claim.reported.lastDay.description),
        .text(claim.source), .optional(claim.url), .optional(claim.quote),
        .optional(claim.disputes?.description),
      ], into: Self.self)
  }

  /// The current claim with a key.
  func claim(_ key: ClaimKey) throws(StorageError) -> (claim: Claim, entry: Int64)? {
    return try session.first(Self.select, .text(key.description)) { row throws(StorageError) in
      (claim: try Claim(row: row), entry: try row.integer(10))
    }
  }

  /// The current claims with some keys.
  func claims(_ keys: Set<ClaimKey>) throws(StorageError) -> [ClaimKey: Claim] {
    var claims: [ClaimKey: Claim] = [:]
    try session.query(
      Self.selectKnown, over: BoundRows(texts: keys.map(\.description)), []
    ) { row throws(StorageError) in
      let claim = try Claim(row: row)
      claims[claim.key] = claim
    }
    return claims
  }

  /// The claims with a key, including those that were voided since; oldest entry first.
  func versions(of key: ClaimKey) throws(StorageError) -> [(claim: Claim, entry: Int64)] {
    return try session.rows(Self.selectVersions, .text(key.description)) {
      row throws(StorageError) in
      (claim: try Claim(row: row), entry: try row.integer(10))
    }
  }

  /// The claims on a market, or on all, as of an entry; the one reported latest comes last.
  func claims(in market: Market.Code?, asOf entry: Int64) throws(StorageError) -> [Claim] {
    guard let market else {
      return try session.rows(Self.selectEverywhere, .integer(entry), decode: Claim.init(row:))
    }
    return try session.rows(
      Self.selectInMarket,
      .text(market.description), .integer(entry), decode: Claim.init(row:))
  }

  func keys() throws(StorageError) -> [String] {
    return try session.rows(Self.selectKeys) { row throws(StorageError) in try row.text(0) }
  }
}

extension Claim {
  fileprivate init(row: borrowing Row) throws(StorageError) {
    let texts = (
      key: try row.text(0), market: try row.optionalText(1), platform: try row.optionalText(2),
      stage: try row.optionalText(3), source: try row.text(6), url: try row.optionalText(7),
      quote: try row.optionalText(8), disputes: try row.optionalText(9)
    )
    let effective = try row.optionalDate(4)
    let reported = try row.date(5)
    let stage = texts.stage.flatMap(Claim.Stage.init(rawValue:))
    guard (stage == nil) == (texts.stage == nil) else { throw .damaged("a stage is none") }
    do {
      try self.init(
        key: ClaimKey(texts.key), market: texts.market.map(Market.Code.init),
        platform: texts.platform, stage: stage, effective: effective, reported: reported,
        source: texts.source, url: texts.url, quote: texts.quote,
        disputes: texts.disputes.map { text throws(LedgerError) in try ClaimKey(text) })
    } catch {
      throw .damaged("a claim is none: \(error)")
    }
  }
}

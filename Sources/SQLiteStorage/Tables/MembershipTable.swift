import LedgerCore
import SQLite

/// The `membership` table: creators' times in markets' programmes.
struct MembershipTable: Table {
  static let name = "membership"
  static let columns: [Column] = [
    .text("market"), .text("creator"), .text("platform"), .integer("joined_on"),
    .integer("entry"), .integer("left_on", nullable: true), .text("reason", nullable: true),
    .text("source", nullable: true),
  ]
  static let key = ["market", "creator", "platform", "joined_on", "entry"]
  static let statements = [insert, selectOfCreator, selectInMarket, selectEnds]

  private static let insert = """
    INSERT INTO membership
      (market, creator, platform, joined_on, entry, left_on, reason, source)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
    """
  private static let selectOfCreator = """
    SELECT \(fields)
    FROM membership
    WHERE market = ?1 AND creator = ?2 AND platform = ?3
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = membership.entry)
    ORDER BY joined_on, entry
    """
  private static let selectInMarket = """
    SELECT \(fields)
    FROM membership
    WHERE market = ?1 AND entry <= ?2
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = membership.entry AND void.entry <= ?2)
    ORDER BY creator, platform, joined_on, entry
    """
  private static let fields =
    "market, creator, platform, joined_on, left_on, reason, source"
  private static let selectEnds = """
    SELECT DISTINCT later.entry
    FROM membership
    JOIN membership AS later USING (market, creator, platform, joined_on)
    WHERE membership.entry = ?1 AND later.entry > ?1
    """

  let connection: Connection

  func insert(_ membership: Membership, entry: OpenEntry) throws(SQLiteError) {
    try entry.insert(
      [
        .text(membership.market.description), .text(membership.creator),
        .text(membership.platform ?? ""), .integer(membership.joined.daysSince1970),
        .integer(entry.number), .optional(membership.left?.daysSince1970),
        .optional(membership.leaving?.reason), .optional(membership.source),
      ], into: Self.self, by: Self.insert)
  }

  /// The current memberships of a creator, by the day of joining.
  func memberships(
    of creator: String, in market: Market.Code, platform: String?
  ) throws(SQLiteError) -> [Membership] {
    var statement = try connection.statement(Self.selectOfCreator)
    var memberships: [Membership] = []
    try statement.forEach(
      .text(market.description), .text(creator), .text(platform ?? "")
    ) { row throws(SQLiteError) in
      memberships.append(later: try Membership(row: row))
    }
    return memberships
  }

  /// The memberships that were current as of an entry, by creator.
  func memberships(
    in market: Market.Code, asOf entry: Int64
  ) throws(SQLiteError) -> [Membership] {
    var statement = try connection.statement(Self.selectInMarket)
    var memberships: [Membership] = []
    try statement.forEach(.text(market.description), .integer(entry)) { row throws(SQLiteError) in
      memberships.append(later: try Membership(row: row))
    }
    return memberships
  }

  /// The entries that ended memberships of another entry.
  ///
  /// Reads the whole table.
  func entriesOfEnds(of entry: Int64) throws(SQLiteError) -> [Int64] {
    var statement = try connection.statement(Self.selectEnds)
    return try statement.rows(.integer(entry)) { row throws(SQLiteError) in try row.integer(0) }
  }
}

extension [Membership] {
  /// Adds a membership; of two with one key, the one recorded later counts.
  fileprivate mutating func append(later membership: Membership) {
    if let last, last.key == membership.key,
      ByteText(last.creator) == ByteText(membership.creator)
    {
      removeLast()
    }
    append(membership)
  }
}

extension Membership {
  fileprivate init(row: borrowing Row) throws(SQLiteError) {
    let (market, creator, platform) = (
      Market.Code(try row.text(0)), try row.text(1), try row.text(2)
    )
    let (joined, left) = (try row.day(3), try row.optionalDay(4))
    let (reason, source) = (try row.optionalText(5), try row.optionalText(6))
    do {
      try self.init(
        market: market, creator: creator, platform: platform.isEmpty ? nil : platform,
        joined: joined, left: left, reason: reason, source: source)
    } catch {
      throw .damaged("a membership is none: \(error)")
    }
  }
}

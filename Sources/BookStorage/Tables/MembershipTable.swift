import LedgerCore
import Rows

/// The `membership` table: creators' times in markets' programmes.
struct MembershipTable: Table {
  static let name = "membership"
  static let columns: [Column] = [
    .text("market"), .text("creator"), .text("platform"), .integer("joined_on"),
    .integer("entry"), .integer("left_on", nullable: true), .text("reason", nullable: true),
    .text("source", nullable: true),
  ]
  static let key = ["market", "creator", "platform", "joined_on", "entry"]
  static let statements = [selectOfCreator, selectInMarket, selectEnds]

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

  let session: any BookSession

  func insert(_ membership: Membership, entry: OpenEntry) throws(StorageError) {
    try entry.insert(
      [
        .text(membership.market.description), .text(membership.creator),
        .text(membership.platform ?? ""), .integer(membership.joined.daysSince1970),
        .integer(entry.number), .optional(membership.left?.daysSince1970),
        .optional(membership.leaving?.reason), .optional(membership.source),
      ], into: Self.self)
  }

  /// The current memberships of a creator, by the day of joining.
  func memberships(
    of creator: String, in market: Market.Code, platform: String?
  ) throws(StorageError) -> [Membership] {
    var memberships: [Membership] = []
    try session.forEach(
      Self.selectOfCreator,
      .text(market.description), .text(creator), .text(platform ?? "")
    ) { row throws(StorageError) in
      memberships.append(later: try Membership(row: row))
    }
    return memberships
  }

  /// The memberships that were current as of an entry, by creator.
  func memberships(
    in market: Market.Code, asOf entry: Int64
  ) throws(StorageError) -> [Membership] {
    var memberships: [Membership] = []
    try session.forEach(Self.selectInMarket, .text(market.description), .integer(entry)) {
      row throws(StorageError) in
      memberships.append(later: try Membership(row: row))
    }
    return memberships
  }

  /// The entries that ended memberships of another entry.
  ///
  /// Reads the whole table.
  func entriesOfEnds(of entry: Int64) throws(StorageError) -> [Int64] {
    return try session.rows(Self.selectEnds, .integer(entry)) { row throws(StorageError) in
      try row.integer(0)
    }
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
  fileprivate init(row: borrowing Row) throws(StorageError) {
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

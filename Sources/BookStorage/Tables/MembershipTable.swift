import LedgerCore
import Rows

/// The `membership` table: creators' times in markets' programmes.
struct MembershipTable: Table {
  static let name = "membership"
  static let columns: [Column] = [
    .text("market"), .words("creator", "hash of the name of the creator, of the table person_text"),
    .text("platform", "the platform; '' if the programme is not limited to one"),
    .integer("joined_on", "first day of the membership"),
    .entry,
    .integer(
      "left_on", "first day after the membership; null while it lasts, or if its end is not known",
      nullable: true),
    .words(
      "reason", "hash of the stated reason for leaving; null if there is none", nullable: true),
    .text("source", "who reports it; null if not known", nullable: true),
  ]
  static let key = ["market", "creator", "platform", "joined_on", "entry"]
  static let statements = [
    selectOfPeople, selectInMarket, selectEnds, selectReasons, selectCreators, selectNames,
  ]

  /// With the text that stands for the creator.
  private static let selectOfPeople = """
    SELECT \(fields), creator, c3
    FROM bound
    JOIN membership ON market = c0 AND creator = c1 AND platform = c2
    WHERE NOT EXISTS (SELECT 1 FROM void WHERE voided = membership.entry)
    ORDER BY joined_on, entry
    """
  private static let selectReasons = """
    SELECT DISTINCT reason
    FROM bound
    JOIN membership ON creator = c0
    WHERE reason IS NOT NULL
    """
  private static let selectCreators =
    "SELECT DISTINCT \(PersonTextTable.shown("creator")) FROM membership"
  private static let selectNames = """
    SELECT DISTINCT \(PersonTextTable.shown("creator")), platform
    FROM membership
    WHERE entry <= ?1
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = membership.entry AND void.entry <= ?1)
    """
  private static let selectInMarket = """
    SELECT \(fields)
    FROM membership
    WHERE market = ?1 AND entry <= ?2
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = membership.entry AND void.entry <= ?2)
    ORDER BY creator, platform, joined_on, entry
    """
  private static let fields =
    """
    market, \(PersonTextTable.shown("creator")), platform, joined_on, left_on,
      \(PersonTextTable.shown("reason")), source
    """
  private static let selectEnds = """
    SELECT DISTINCT later.entry
    FROM membership
    JOIN membership AS later USING (market, creator, platform, joined_on)
    WHERE membership.entry = ?1 AND later.entry > ?1
    """

  let session: any BookSession

  /// Inserts a membership; `stored` stands for its creator.
  func insert(
    _ membership: Membership, stored: String, entry: any EntryWriter
  ) throws(StorageError) {
    var reason: String?
    if let words = membership.leaving?.reason { reason = try entry.hash(of: words) }
    try entry.insert(
      [
        .text(membership.market.description), .text(stored),
        .text(membership.platform ?? ""), .integer(membership.joined.daysSince1970),
        .integer(entry.number), .optional(membership.left?.daysSince1970), .optional(reason),
        .optional(membership.source),
      ], into: Self.self)
  }

  /// A person whose memberships may not overlap, with names as the book compares them.
  struct Person: Hashable {
    let market: Market.Code
    let creator: ByteText
    let platform: ByteText

    init(_ membership: Membership) {
      market = membership.market
      creator = ByteText(membership.creator)
      platform = ByteText(membership.platform ?? "")
    }
  }

  /// A membership, and the text that stands for its creator: a hash, or in an entry of recipe 1
  /// the name.
  typealias Stored = (membership: Membership, creator: String)

  /// The current memberships of people, each by the day of joining.
  func memberships(of people: [Person]) throws(StorageError) -> [Person: [Stored]] {
    let words = PersonTextTable(session: session)
    let hashes = try words.hashes(of: Set(people.map(\.creator)))
    // A name that reads like the hash of another is not that one's.
    let names = Set(people.map(\.creator.text).filter { $0.utf8.count == 64 })
    let others = names.isEmpty ? [] : try words.known(names)
    var rows = BoundRows([.text, .text, .text, .integer])
    for (place, person) in people.enumerated() {
      for creator in [person.creator.text, hashes[person.creator]].compactMap(\.self)
      where creator == hashes[person.creator] || !others.contains(creator) {
        rows.append(rows.cell(person.market.description))
        rows.append(rows.cell(creator))
        rows.append(rows.cell(person.platform.text))
        rows.append(Int64(place))
      }
    }
    var memberships: [Person: [Stored]] = [:]
    try session.query(Self.selectOfPeople, over: rows, []) { row throws(StorageError) in
      let person = people[Int(try row.integer(8))]
      let own = (membership: try Membership(row: row), creator: try row.text(7))
      var known = memberships[person] ?? []
      // Of two with one key, the one recorded later counts.
      known.removeAll { $0.membership.joined == own.membership.joined }
      memberships[person] = known + [own]
    }
    return memberships
  }

  /// What stands for the reasons for which creators left, given what stands for the creators.
  func reasons(ofCreators stored: [String]) throws(StorageError) -> [String] {
    var reasons: [String] = []
    try session.query(Self.selectReasons, over: BoundRows(texts: stored), []) {
      row throws(StorageError) in reasons.append(try row.text(0))
    }
    return reasons
  }

  /// The names of all creators who were ever members.
  func creators() throws(StorageError) -> [String] {
    try session.rows(Self.selectCreators) { row throws(StorageError) in try row.text(0) }
  }

  /// The creators and the platforms of memberships as of an entry.
  func names(
    asOf entry: Int64?
  ) throws(StorageError) -> [(creator: String, platform: String?)] {
    try session.rows(Self.selectNames, .integer(entry ?? .max)) { row throws(StorageError) in
      let platform = try row.text(1)
      return (try row.text(0), platform.isEmpty ? nil : platform)
    }
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

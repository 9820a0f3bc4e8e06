import LedgerCore
import Rows

/// The `alias` table: which names stand for others.
struct AliasTable: Table {
  static let name = "alias"
  static let columns: [Column] = [
    .text("kind", "creator, brand or product"),
    .words("name", "the name; of a creator its hash, of the table person_text")
      .holdingWords(where: ofCreators),
    .entry,
    .words(
      "canonical", "the name that reports show in its place; of a creator its hash, of person_text"
    ).holdingWords(where: ofCreators),
    .text("citation", "who says so, or where; null if not known", nullable: true),
  ]
  static let key = ["kind", "name", "entry"]
  static let statements = [selectCurrent]

  private static let ofCreators = "kind = 'creator'"

  /// The words of a column; the names of brands and products are no person's, and stand there.
  private static func shown(_ column: String) -> String {
    "CASE kind WHEN 'creator' THEN \(PersonTextTable.shown(column)) ELSE \(column) END"
  }

  private static let selectCurrent = """
    SELECT kind, \(shown("name")), \(shown("canonical")), citation, entry
    FROM alias
    WHERE entry <= ?1
      AND NOT EXISTS (SELECT 1 FROM void WHERE voided = alias.entry AND void.entry <= ?1)
    """

  let session: any BookSession

  func insert(_ alias: Alias, entry: any EntryWriter) throws(StorageError) {
    func stored(_ name: String) throws(StorageError) -> String {
      alias.kind == .creator ? try entry.hash(of: name) : name
    }
    try entry.insert(
      [
        .text(alias.kind.rawValue), .text(try stored(alias.name)), .integer(entry.number),
        .text(try stored(alias.canonical)), .optional(alias.citation),
      ], into: Self.self)
  }

  /// The aliases that were current as of an entry, by kind, canonical name and name.
  func records(asOf entry: Int64) throws(StorageError) -> [AliasRecord] {
    let records = try session.rows(Self.selectCurrent, .integer(entry)) {
      row throws(StorageError) in try AliasRecord(row: row)
    }
    return records.sorted { $0.isListed(before: $1) }
  }

  /// The same, to apply them.
  func aliases(asOf entry: Int64?) throws(StorageError) -> Aliases {
    Aliases(try records(asOf: entry ?? .max).map(\.alias))
  }
}

extension AliasRecord {
  fileprivate init(row: borrowing Row) throws(StorageError) {
    guard let kind = Alias.Kind(rawValue: try row.text(0)) else {
      throw .damaged("an alias is of no kind")
    }
    let (name, canonical) = (try row.text(1), try row.text(2))
    let (citation, entry) = (try row.optionalText(3), try row.integer(4))
    do {
      self.init(
        alias: try Alias(kind: kind, name: name, canonical: canonical, citation: citation),
        entry: entry)
    } catch {
      throw .damaged("an alias is none: \(error)")
    }
  }

  fileprivate func isListed(before other: AliasRecord) -> Bool {
    func place(_ alias: Alias) -> [String] { [alias.kind.rawValue, alias.canonical, alias.name] }
    let (own, others) = (place(alias), place(other.alias))
    for (left, right) in zip(own, others) where ByteText(left) != ByteText(right) {
      return ByteText(left).isBefore(ByteText(right))
    }
    return false
  }
}

import LedgerCore
import Rows

/// The `person_text` table: words of people, and about them, which can be forgotten.
struct PersonTextTable: Table {
  static let name = "person_text"
  static let columns: [Column] = [
    .text("hash", "SHA-256 of salt and text, hexadecimal; facts hold it in place of the words"),
    .text(
      "salt", "16 random bytes, hexadecimal; null once the words are forgotten", nullable: true),
    .text("text", "the words; null once they are forgotten", nullable: true),
  ]
  static let statements = [
    selectHashes, selectForgotten, selectKnown, selectHash, selectText, selectEntries, selectAll,
  ]

  private static let selectHashes = """
    SELECT text, hash
    FROM bound
    JOIN person_text ON text = c0
    """
  private static let selectForgotten = "SELECT hash FROM person_text WHERE text IS NULL"
  private static let selectAll = "SELECT hash, salt, text FROM person_text"
  private static let selectHash = "SELECT 1 FROM person_text WHERE hash = ?1"
  private static let selectText = "SELECT text FROM person_text WHERE hash = ?1"
  private static let selectKnown = """
    SELECT hash, text
    FROM bound
    JOIN person_text ON hash = c0
    """
  private static let selectEntries = """
    SELECT entry FROM event_creator WHERE creator = ?1
    UNION
    SELECT entry FROM event_amendment_creator WHERE creator = ?1
    UNION
    SELECT entry FROM membership WHERE creator = ?1
    UNION
    SELECT entry FROM coverage WHERE creator = ?1
    UNION
    SELECT entry FROM credit WHERE creator = ?1
    UNION
    SELECT entry FROM event_mark WHERE creator = ?1
    UNION
    SELECT entry FROM alias WHERE kind = 'creator' AND (name = ?1 OR canonical = ?1)
    """

  /// An expression for the words that a column holds the hash of; it is the column's own words in
  /// an entry of recipe 1.
  static func shown(_ column: String) -> String {
    """
    coalesce((
      SELECT coalesce(text, 'forgotten ' || substr(hash, 1, 8))
      FROM person_text WHERE hash = \(column)), \(column))
    """
  }

  /// Words, their salt, and the hash of both.
  struct Record {
    let hash: String
    /// Hexadecimal; `nil` once forgotten.
    let salt: String?
    let text: String?
  }

  let session: any BookSession

  func insert(_ record: Record) throws(StorageError) {
    try session.insert(
      [.text(record.hash), .optional(record.salt), .optional(record.text)], into: Self.self)
  }

  /// The hashes of the words that the book has, by their bytes.
  ///
  /// What stands in place of forgotten words has their hash, so that it can be recorded again.
  func hashes(of texts: some Collection<ByteText>) throws(StorageError) -> [ByteText: String] {
    var hashes: [ByteText: String] = [:]
    try session.query(
      Self.selectHashes, over: BoundRows(texts: texts.map(\.text)), []
    ) { row throws(StorageError) in hashes[ByteText(try row.text(0))] = try row.text(1) }
    guard texts.contains(where: { PersonalWords.mayBeForgotten($0.text) }) else { return hashes }
    try session.forEach(Self.selectForgotten) { row throws(StorageError) in
      let hash = try row.text(0)
      let text = ByteText(PersonalWords.forgotten(hash: hash))
      if texts.contains(text) { hashes[text] = hash }
    }
    return hashes
  }

  /// All words, also those that were forgotten.
  func all() throws(StorageError) -> [Record] {
    try session.rows(Self.selectAll) { row throws(StorageError) in
      Record(
        hash: try row.text(0), salt: try row.optionalText(1), text: try row.optionalText(2))
    }
  }

  /// Whether there are such words, or were before they were forgotten.
  func has(_ hash: String) throws(StorageError) -> Bool {
    try session.first(Self.selectHash, .text(hash)) { _ throws(StorageError) in true } ?? false
  }

  /// The words of a hash; `nil` if they were forgotten.
  func text(of hash: String) throws(StorageError) -> String? {
    try session.first(Self.selectText, .text(hash)) { row throws(StorageError) in
      try row.optionalText(0)
    } ?? nil
  }

  /// Those of some words that have not been forgotten.
  func kept(_ hashes: Set<String>) throws(StorageError) -> Set<String> {
    var kept: Set<String> = []
    try session.query(Self.selectKnown, over: BoundRows(texts: hashes), []) {
      row throws(StorageError) in
      if try row.optionalText(1) != nil { kept.insert(try row.text(0)) }
    }
    return kept
  }

  /// Those of some texts that are hashes of words, also of forgotten ones.
  func known(_ texts: Set<String>) throws(StorageError) -> Set<String> {
    var known: Set<String> = []
    try session.query(Self.selectKnown, over: BoundRows(texts: texts), []) {
      row throws(StorageError) in known.insert(try row.text(0))
    }
    return known
  }

  /// The entries that name a creator by a text, which is a hash or the name itself.
  func entries(ofCreator stored: String) throws(StorageError) -> [Int64] {
    try session.rows(Self.selectEntries, .text(stored)) { row throws(StorageError) in
      try row.integer(0)
    }
  }
}

/// The `forgotten_text` table: the words that were forgotten, and by which entries.
struct ForgottenTextTable: Table {
  static let name = "forgotten_text"
  static let columns: [Column] = [
    .text("hash", "hash of the words"), .entry.meaning("the entry that forgot them"),
  ]
  static let statements = [selectAll]

  private static let selectForgotten = "SELECT hash FROM person_text WHERE text IS NULL"
  private static let selectAll = "SELECT hash, entry FROM forgotten_text"

  let session: any BookSession

  func insert(_ hash: String, entry: any EntryWriter) throws(StorageError) {
    try entry.insert([.text(hash), .integer(entry.number)], into: Self.self)
  }

  /// The entry that forgot each of the words, by their hash.
  func all() throws(StorageError) -> [String: Int64] {
    let rows = try session.rows(Self.selectAll) { row throws(StorageError) in
      (try row.text(0), try row.integer(1))
    }
    return Dictionary(rows, uniquingKeysWith: min)
  }
}

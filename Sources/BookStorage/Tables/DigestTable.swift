import Rows

/// The `digest` table: the digests of the entries.
struct DigestTable: Table {
  static let name = "digest"
  static let columns: [Column] = [
    .integer("number"), .text("digest"), .text("parts"),
    .integer(
      "recipe", "how the digest is made: 1, or 2 for all entries since words stand apart",
      defaultValue: 1),
  ]
  static let statements = [selectLast, selectNumber]

  private static let insertFirst =
    "INSERT INTO digest (number, digest, parts) VALUES (?1, ?2, ?3)"
  private static let selectLast =
    "SELECT number, digest FROM digest ORDER BY number DESC LIMIT 1"

  private static let selectNumber = "SELECT digest FROM digest WHERE number = ?1"

  let session: any BookSession

  /// The recipe by which the digests of new entries are made.
  static let recipe: Int64 = 2

  /// Inserts the digest of an entry into a book from before the recipes.
  func insert(first digest: EntryDigest, of entry: Int64) throws(StorageError) {
    try session.run(
      Self.insertFirst, .integer(entry), .text(digest.text), .text(digest.partsText))
  }

  func insert(_ digest: EntryDigest, of entry: Int64) throws(StorageError) {
    try session.insert(
      [
        .integer(entry), .text(digest.text), .text(digest.partsText), .integer(Self.recipe),
      ], into: Self.self)
  }

  func digest(of entry: Int64) throws(StorageError) -> String? {
    try session.first(Self.selectNumber, .integer(entry)) { row throws(StorageError) in
      try row.text(0)
    }
  }

  /// The digest of the last entry that has one.
  func last() throws(StorageError) -> (number: Int64, digest: String)? {
    return try session.first(Self.selectLast) { row throws(StorageError) in
      (number: try row.integer(0), digest: try row.text(1))
    }
  }
}

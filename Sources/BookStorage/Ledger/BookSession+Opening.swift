package import LedgerCore
package import Rows

/// What an engine asks of the rows while it opens, copies or migrates a book.
extension BookSession {
  /// The last entry: its number, and when it was recorded; also of a book of an older version.
  ///
  /// - Throws: ``StorageError``
  package func lastEntry() throws(StorageError) -> (number: Int64, recordedAt: Instant)? {
    try EntryTable(session: self).last()
  }

  /// The entry with a number.
  ///
  /// - Throws: ``StorageError``
  package func entry(_ number: Int64) throws(StorageError) -> Entry? {
    try EntryTable(session: self).entry(number)
  }

  /// The digest of the last entry that has one, and the entry's number.
  ///
  /// - Throws: ``StorageError``
  package func lastDigest() throws(StorageError) -> (number: Int64, digest: String)? {
    try DigestTable(session: self).last()
  }

  /// The digest of an entry; `nil` where there is none.
  ///
  /// - Throws: ``StorageError``
  package func digest(of entry: Int64) throws(StorageError) -> String? {
    try DigestTable(session: self).digest(of: entry)
  }

  /// The release of the tz database that the book keeps; `nil` in a book that has not been filled.
  ///
  /// - Throws: ``StorageError``
  package func zoneRelease() throws(StorageError) -> String? {
    try ZoneReleaseTable(session: self).release()
  }

  /// The receipt of the last entry that has a digest; `nil` for a book without entries.
  ///
  /// - Throws: ``StorageError``
  package func lastReceipt() throws(StorageError) -> Receipt? {
    try lastDigest().map { Receipt(entry: $0.number, digest: $0.digest) }
  }

  /// Compares the digests with the rows that they are of; also in a book of an older version.
  ///
  /// - Returns: how many were compared, `nil` in a book from before the digests, and what the first
  ///   one that differs comes to.
  /// - Throws: ``StorageError``
  package func compareDigests() throws(StorageError) -> (count: Int64?, flaw: String?) {
    guard let table = try tables().first(where: { $0.name == DigestTable.name }) else {
      return (nil, nil)
    }
    let chain = Chain(session: self)
    let hasRecipes = table.columns.contains("recipe")
    let made = try chain.digests(lastOfRecipe1: hasRecipes ? chain.lastOfRecipe1() : .max)
    let stored = try rows("SELECT digest FROM digest ORDER BY number") {
      row throws(StorageError) in try row.text(0)
    }
    for (index, digest) in made.enumerated()
    where index >= stored.count || digest.text != stored[index] {
      return (Int64(made.count), "entry \(index + 1) is not what its digest says")
    }
    let isWhole = made.count == stored.count
    return (Int64(made.count), isWhole ? nil : "its last entries are missing")
  }

  /// Adds the digests to a book from before the digests.
  ///
  /// - Throws: ``StorageError``
  package func fillDigests() throws(StorageError) {
    let table = DigestTable(session: self)
    for (index, digest) in try Chain(session: self).digests(lastOfRecipe1: .max).enumerated() {
      try table.insert(first: digest, of: Int64(index + 1))
    }
  }

  /// Adds the viewers at the marks of events to a book from before these.
  ///
  /// - Throws: ``StorageError``
  package func fillRetention() throws(StorageError) { try RetentionUpdate(session: self).fill() }

  /// Adds the gaps of curves to a book from before these.
  ///
  /// - Throws: ``StorageError``
  package func fillGaps() throws(StorageError) { try CurveTotals(session: self).fillGaps() }
}

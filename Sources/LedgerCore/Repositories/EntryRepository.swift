/// Lists what was recorded, when and from where.
public protocol EntryRepository {
  /// Returns the entries, newest first.
  ///
  /// `limit`: the most to return; `nil` for all.
  /// - Throws: ``LedgerError``
  func entries(limit: Int?) throws(LedgerError) -> [Entry]

  /// Returns the entry with a number.
  ///
  /// - Throws: ``LedgerError``
  func entry(_ number: Int64) throws(LedgerError) -> Entry?

  /// Returns the last entry that had been recorded at an instant; `nil` if there was none.
  ///
  /// - Throws: ``LedgerError``
  func lastEntry(at instant: Instant) throws(LedgerError) -> Int64?
}

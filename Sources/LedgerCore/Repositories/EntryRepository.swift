/// Tells what was recorded, when and from where.
public protocol EntryRepository {
  /// The entries, newest first.
  ///
  /// `limit`: the most to return; `nil` for all.
  /// - Throws: ``LedgerError``
  func entries(limit: Int?) throws(LedgerError) -> [Entry]

  /// The entry of a number.
  ///
  /// - Throws: ``LedgerError``
  func entry(_ number: Int64) throws(LedgerError) -> Entry?

  /// The last entry that had been recorded at an instant; `nil` where there was none.
  ///
  /// - Throws: ``LedgerError``
  func lastEntry(at instant: Instant) throws(LedgerError) -> Int64?
}

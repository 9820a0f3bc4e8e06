/// Tells what was recorded, when and from where.
public protocol EntryRepository {
  /// The entries, newest first.
  ///
  /// - Parameter limit: The most to return; `nil` for all.
  /// - Throws: ``LedgerError``
  func entries(limit: Int?) throws(LedgerError) -> [Entry]
}

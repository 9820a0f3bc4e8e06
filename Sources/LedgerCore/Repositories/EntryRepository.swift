/// Tells what was recorded, when and from where.
public protocol EntryRepository {
  /// The entries, newest first.
  ///
  /// `limit`: the most to return; `nil` for all.
  /// - Throws: ``LedgerError``
  func entries(limit: Int?) throws(LedgerError) -> [Entry]
}

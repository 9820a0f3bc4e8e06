/// Records which events are one show, and never changes what is recorded.
public protocol SameShowRepository {
  /// Records the new statements of the batch, all in one entry.
  ///
  /// An event is the same show as one other at most, and that one as none.
  ///
  /// - Throws: ``LedgerError`` if nothing of the batch could be recorded.
  func record(
    _ shows: [SameShow], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<SameShow>

  /// Returns the current statements, by event and other.
  ///
  /// `entry`: the last entry that counts; `nil` for the newest.
  /// - Throws: ``LedgerError``
  func sameShows(asOf entry: Int64?) throws(LedgerError) -> [FactRecord<SameShow>]
}

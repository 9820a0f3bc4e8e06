/// Records the totals that platforms reported for events, and never changes one that is recorded.
public protocol ReportedTotalRepository {
  /// Records the new totals of the batch, all in one entry.
  ///
  /// - Throws: ``LedgerError`` if nothing of the batch could be recorded.
  func record(
    _ totals: [ReportedTotal], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<ReportedTotal>
}

/// Keeps what platforms reported of events, and never changes what it has kept.
public protocol ReportedTotalRepository {
  /// Records those totals of the batch that are new, all in one entry.
  ///
  /// - Throws: ``LedgerError`` where nothing of the batch could be recorded.
  func record(
    _ totals: [ReportedTotal], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<ReportedTotal>
}

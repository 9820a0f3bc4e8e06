/// Keeps audience counts, and never changes one that it has kept.
public protocol AudienceRepository {
  /// Records those counts of the batch that are new, all in one entry.
  ///
  /// - Throws: ``LedgerError`` where nothing of the batch could be recorded.
  func record(
    _ counts: [AudienceCount], as draft: Entry.Draft
  ) throws(LedgerError) -> Recording<AudienceCount>
}

/// Keeps audience counts, and never changes one that it has kept.
public protocol AudienceRepository {
  /// Records those counts of the batch that are new, all in one entry.
  ///
  /// - Throws: ``LedgerError`` where nothing of the batch could be recorded.
  func record(
    _ counts: AudienceBatch, as draft: Entry.Draft, onConflict: ConflictRule
  ) throws(LedgerError) -> Recording<AudienceCount>
}

extension AudienceRepository {
  /// Records those counts that are new, all in one entry.
  ///
  /// - Throws: ``LedgerError`` where none of them could be recorded.
  public func record(
    _ counts: [AudienceCount], as draft: Entry.Draft, onConflict: ConflictRule = .refuse
  ) throws(LedgerError) -> Recording<AudienceCount> {
    try record(AudienceBatch(counts), as: draft, onConflict: onConflict)
  }
}

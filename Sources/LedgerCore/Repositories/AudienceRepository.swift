/// Records audience counts, and never changes one that is recorded.
public protocol AudienceRepository {
  /// Records the new counts of the batch, all in one entry.
  ///
  /// - Throws: ``LedgerError`` if nothing of the batch could be recorded.
  func record(
    _ counts: AudienceBatch, as draft: Entry.Draft, onConflict: ConflictRule
  ) throws(LedgerError) -> Recording<AudienceCount>
}

extension AudienceRepository {
  /// Records the counts that are new, all in one entry.
  ///
  /// - Throws: ``LedgerError`` if none of them could be recorded.
  public func record(
    _ counts: [AudienceCount], as draft: Entry.Draft, onConflict: ConflictRule = .refuse
  ) throws(LedgerError) -> Recording<AudienceCount> {
    try record(AudienceBatch(counts), as: draft, onConflict: onConflict)
  }
}

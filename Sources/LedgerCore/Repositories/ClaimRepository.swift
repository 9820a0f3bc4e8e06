/// Keeps rollout claims, and never changes one that it has kept.
public protocol ClaimRepository {
  /// Records those claims of the batch that are new, all in one entry.
  ///
  /// A claim may dispute one that is recorded, or that stands before it in the batch.
  /// - Throws: ``LedgerError`` where nothing of the batch could be recorded.
  func record(_ claims: [Claim], as draft: Entry.Draft) throws(LedgerError) -> Recording<Claim>

  /// The claims on a market, or all, that were current when an entry was the last; the latest
  /// reported comes last, then the one whose stage begins latest.
  ///
  /// Reported in `2022` counts as early as that may be, so that it does not displace what is dated.
  ///
  /// `entry`: `nil` for now.
  /// - Throws: ``LedgerError``
  func claims(in market: Market.Code?, asOf entry: Int64?) throws(LedgerError) -> [Claim]

  /// The claim of a key, with its entry; `nil` where the book has none.
  ///
  /// - Throws: ``LedgerError``
  func claim(_ key: ClaimKey) throws(LedgerError) -> FactRecord<Claim>?
}

/// A fact, and the entry that recorded it.
public struct FactRecord<F: Fact>: Equatable, Sendable {
  /// What was recorded.
  public let fact: F
  /// Its entry.
  public let entry: Entry

  /// Makes a record.
  public init(fact: F, entry: Entry) {
    self.fact = fact
    self.entry = entry
  }
}
